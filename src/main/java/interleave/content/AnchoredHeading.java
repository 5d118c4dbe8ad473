package interleave.content;

import org.commonmark.node.CustomBlock;

/** A heading that a link can point to. */
final class AnchoredHeading extends CustomBlock {
  final int level;
  final String anchor;
  final String text;

  AnchoredHeading(int level, String anchor, String text) {
    this.level = level;
    this.anchor = anchor;
    this.text = text;
  }
}
