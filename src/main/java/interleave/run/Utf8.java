package interleave.run;

/** Sizes of text in UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes the text takes, counted without making them; a lone surrogate counts 3. */
  static long length(String text) {
    return text.codePoints()
        .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
        .sum();
  }
}
