package interleave.content;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;

/** Holds a table and scrolls it sideways on a narrow screen. */
final class ScrollingTable extends CustomBlock {
  /** Tells it from the other tables of the page. */
  final String label;

  private ScrollingTable(String label) {
    this.label = label;
  }

  static void wrap(Node document) {
    List<TableBlock> tables = Tree.all(document, TableBlock.class).toList();
    for (int i = 0; i < tables.size(); i++) {
      TableBlock table = tables.get(i);
      var scrolling = new ScrollingTable(i == 0 ? "Table" : "Table " + (i + 1));
      table.insertBefore(scrolling);
      scrolling.appendChild(table);
    }
  }
}
