package interleave.content;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Stands where a paragraph was nothing but links to programs. */
final class ShownDemos extends CustomBlock {
  private static final Pattern BETWEEN = Pattern.compile("(\\s|,|\\band\\b|\\bvs\\b\\.?)*");

  /** In the order of the text, never empty. */
  final List<Link> links;

  private ShownDemos(List<Link> links) {
    this.links = links;
  }

  /** Finds the demos of a lesson; a demo is a block of its own, never a part of another. */
  static void mark(Node document) {
    Tree.children(document)
        .filter(Paragraph.class::isInstance)
        .filter(paragraph -> Tree.children(paragraph).allMatch(ShownDemos::isPart))
        .forEach(ShownDemos::replace);
  }

  /** Whether this address is that of a program of the course. */
  static boolean isProgram(String address) {
    return address.endsWith(".py") && !address.contains(":");
  }

  private static void replace(Node paragraph) {
    List<Link> links = links(paragraph).toList();
    if (!links.isEmpty()) {
      var demos = new ShownDemos(links);
      demos.setSourceSpans(paragraph.getSourceSpans());
      paragraph.insertBefore(demos);
      paragraph.unlink();
    }
  }

  private static Stream<Link> links(Node paragraph) {
    return Tree.children(paragraph).filter(Link.class::isInstance).map(Link.class::cast);
  }

  private static boolean isPart(Node node) {
    return switch (node) {
      case Link link -> isProgram(link.getDestination());
      case Text text -> BETWEEN.matcher(text.getLiteral()).matches();
      case SoftLineBreak _, HardLineBreak _ -> true;
      default -> false;
    };
  }
}
