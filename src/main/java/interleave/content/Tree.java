package interleave.content;

import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Ways through a tree of Markdown nodes. */
final class Tree {
  private Tree() {}

  /** The children, as they are now: they may be moved while the stream is read. */
  static Stream<Node> children(Node parent) {
    return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNext)
        .toList()
        .stream();
  }

  /** All nodes of a kind below this one, in the order of the text. */
  static <T extends Node> Stream<T> all(Node top, Class<T> kind) {
    return children(top)
        .flatMap(
            node ->
                Stream.concat(
                    kind.isInstance(node) ? Stream.of(kind.cast(node)) : Stream.empty(),
                    all(node, kind)));
  }

  /** The text without its markup. */
  static String text(Node top) {
    return switch (top) {
      case Text text -> text.getLiteral();
      case Code code -> code.getLiteral();
      case SoftLineBreak _, HardLineBreak _ -> " ";
      default -> String.join("", children(top).map(Tree::text).toList());
    };
  }

  /** Puts a node in another's stead and moves its children there. */
  static void replace(Node old, Node fresh) {
    fresh.setSourceSpans(old.getSourceSpans());
    children(old).forEach(fresh::appendChild);
    old.insertBefore(fresh);
    old.unlink();
  }
}
