package interleave.content;

/** A piece of a Python program. */
record Token(Kind kind, String text) {
  /** What a piece is, as far as its colour goes. */
  enum Kind {
    KEYWORD("k"),
    STRING("s"),
    NUMBER("n"),
    /** A name that is defined here, or a built-in function that is called. */
    FUNCTION("f"),
    COMMENT("c"),
    PLAIN("");

    /** The class of its element, or empty when it needs none. */
    final String css;

    Kind(String css) {
      this.css = css;
    }
  }
}
