package interleave.content;

import interleave.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a Python program into pieces that together are the whole program. A program that is wrong is
 * cut as well: what cannot be told is plain.
 */
final class PythonLexer {
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX][\\da-fA-F_]++|0[bB][01_]++|0[oO][0-7_]++"
              + "|(?:\\d[\\d_]*+(?:\\.[\\d_]*+)?|\\.\\d[\\d_]*+)(?:[eE][+-]?\\d[\\d_]*+)?[jJ]?");
  private static final Pattern STRING_START = Pattern.compile("([rRbBuUfFtT]{0,2})[\"']");

  private final String code;
  private final Matcher number;
  private final Matcher stringStart;
  private int at;
  private boolean defines;
  private char before = '\n';

  private PythonLexer(String code) {
    this.code = code;
    this.number = NUMBER.matcher(code);
    this.stringStart = STRING_START.matcher(code);
  }

  static List<Token> tokens(String code) {
    return new PythonLexer(code).tokens();
  }

  private List<Token> tokens() {
    var tokens = new ArrayList<Token>();
    while (at < code.length()) {
      int start = at;
      Kind kind = next();
      tokens.add(new Token(kind, code.substring(start, at)));
      if (!Character.isWhitespace(code.charAt(at - 1))) {
        before = code.charAt(at - 1);
      }
    }
    return tokens;
  }

  private Kind next() {
    if (code.charAt(at) == '#') {
      int end = code.indexOf('\n', at);
      at = end < 0 ? code.length() : end;
      return Kind.COMMENT;
    }
    if (startsString()) {
      at = new PythonString(code).end(at);
      return Kind.STRING;
    }
    if (number.region(at, code.length()).lookingAt()) {
      at = number.end();
      return Kind.NUMBER;
    }
    int symbol = code.codePointAt(at);
    if (symbol == '_' || Character.isUnicodeIdentifierStart(symbol)) {
      return word();
    }
    at += Character.charCount(symbol);
    defines &= Character.isWhitespace(symbol);
    return Kind.PLAIN;
  }

  private boolean startsString() {
    return stringStart.region(at, code.length()).lookingAt();
  }

  private Kind word() {
    int start = at;
    while (at < code.length() && Character.isUnicodeIdentifierPart(code.codePointAt(at))) {
      at += Character.charCount(code.codePointAt(at));
    }
    String word = code.substring(start, at);
    boolean defined = defines;
    defines = word.equals("def") || word.equals("class");
    if (PythonWords.KEYWORDS.contains(word)) {
      return Kind.KEYWORD;
    }
    boolean called = before != '.' && at < code.length() && code.charAt(at) == '(';
    return defined || (called && PythonWords.BUILTINS.contains(word)) ? Kind.FUNCTION : Kind.PLAIN;
  }
}
