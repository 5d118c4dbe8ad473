package interleave.content;

/**
 * Finds the end of a Python string. In an f-string it looks into the replacement fields, where a
 * string may stand within the string (PEP 701).
 */
final class PythonString {
  /** As many as Python allows, so that no program can exhaust our stack. */
  private static final int MOST_NESTED_FIELDS = 150;

  private final String code;
  private int at;
  private int nested;

  PythonString(String code) {
    this.code = code;
  }

  /**
   * The index after the string that begins, with its prefix, at {@code start}. A string that is
   * never closed ends with its line, a triple-quoted one with the program.
   */
  int end(int start) {
    at = start;
    boolean fields = false;
    while (code.charAt(at) != '"' && code.charAt(at) != '\'') {
      fields |= "fFtT".indexOf(code.charAt(at)) >= 0;
      at++;
    }
    String quote = code.substring(at, at + 1);
    String close = code.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    at += close.length();
    while (inside(close)) {
      if (code.startsWith(close, at)) {
        return at + close.length();
      }
      if (fields && opensField()) {
        field(close);
      } else {
        skip();
      }
    }
    return at;
  }

  /** Goes past a replacement field, or past the pair of braces that stands for one brace. */
  private void field(String close) {
    at++;
    if (code.startsWith("{", at)) {
      at++;
      return;
    }
    nested++;
    expression(close);
    nested--;
  }

  private void expression(String close) {
    for (int depth = 1; depth > 0 && inside(close); ) {
      char symbol = code.charAt(at);
      if (symbol == '"' || symbol == '\'') {
        at = end(prefixed());
        continue;
      }
      if (symbol == ':' && depth == 1) {
        format(close);
        return;
      }
      depth += "{[(".indexOf(symbol) >= 0 ? 1 : "}])".indexOf(symbol) >= 0 ? -1 : 0;
      at++;
    }
  }

  /** Goes past the format of a field, where quotes are plain and fields may stand again. */
  private void format(String close) {
    while (inside(close) && !code.startsWith(close, at)) {
      if (opensField()) {
        field(close);
      } else if (code.charAt(at++) == '}') {
        return;
      }
    }
  }

  /** Where the string whose quote is here begins, its prefix counted. */
  private int prefixed() {
    int start = at;
    while (at - start < 2 && "rRbBuUfFtT".indexOf(code.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  private boolean opensField() {
    return code.charAt(at) == '{' && nested < MOST_NESTED_FIELDS;
  }

  private boolean inside(String close) {
    return at < code.length() && (close.length() == 3 || code.charAt(at) != '\n');
  }

  private void skip() {
    at = Math.min(code.length(), at + (code.charAt(at) == '\\' ? 2 : 1));
  }
}
