package interleave.content;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.commonmark.node.Node;

/**
 * Where a piece of Markdown stands.
 *
 * @param source the file it is written in
 * @param page the lesson whose page shows it: its links are relative to that
 * @param lines the line of a node in the source, counted from 1
 */
record Place(Source source, Path page, ToIntFunction<Node> lines) {
  /** A place whose Markdown is the whole file, so that each node knows its line. */
  static Place of(Source source, Path page) {
    return new Place(source, page, Place::line);
  }

  ContentProblem problem(Node node, String what) {
    return source.problem(lines.applyAsInt(node), what);
  }

  private static int line(Node node) {
    if (!node.getSourceSpans().isEmpty()) {
      return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
    return node.getParent() == null ? 1 : line(node.getParent());
  }
}
