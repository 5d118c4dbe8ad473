package interleave.content;

import org.commonmark.node.CustomBlock;

/** A remark beside the text, written as an alert of GitHub. */
final class Aside extends CustomBlock {
  final Kind kind;

  /** Names it for those who do not see it. */
  final String label;

  Aside(Kind kind, String label) {
    this.kind = kind;
    this.label = label;
  }

  /** The five alerts of GitHub. */
  enum Kind {
    NOTE("Note"),
    TIP("Tip"),
    IMPORTANT("Important"),
    WARNING("Warning"),
    CAUTION("Caution");

    final String word;

    Kind(String word) {
      this.word = word;
    }
  }
}
