package interleave.content;

import interleave.content.Token.Kind;
import interleave.course.Html;

/** Marks up Python programs. Without its tags and escapes, what it returns is the program again. */
public final class Highlighter {
  private Highlighter() {}

  /** Any program, as {@link interleave.course.Demo#highlighted} wants it. */
  public static Html program(String code) {
    return new Html(lines(code));
  }

  /** The program with its tokens marked. */
  static String marked(String code) {
    var html = new StringBuilder();
    for (Token token : PythonLexer.tokens(code)) {
      html.append(piece(token.kind(), token.text()));
    }
    return html.toString();
  }

  /**
   * The program with its tokens marked and each line in a {@code <span class="l">} that ends in the
   * line's own {@code \n}. A token of several lines is closed and opened again.
   */
  static String lines(String code) {
    var html = new StringBuilder();
    boolean open = false;
    for (Token token : PythonLexer.tokens(code)) {
      for (String part : token.text().splitWithDelimiters("\n", -1)) {
        if (part.isEmpty()) {
          continue;
        }
        html.append(open ? "" : "<span class=\"l\">");
        open = !part.equals("\n");
        html.append(open ? piece(token.kind(), part) : "\n</span>");
      }
    }
    return html.append(open ? "</span>" : "").toString();
  }

  /** Text that is safe in HTML, in an attribute too. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String piece(Kind kind, String text) {
    return kind.css.isEmpty()
        ? escaped(text)
        : "<span class=\"" + kind.css + "\">" + escaped(text) + "</span>";
  }
}
