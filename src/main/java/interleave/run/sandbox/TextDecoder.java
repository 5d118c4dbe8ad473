package interleave.run.sandbox;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Turns the bytes of one writer into text that is safe to show: UTF-8 that may be split anywhere,
 * wrong bytes replaced by U+FFFD, control characters by their pictures (U+2400 and following). Tab,
 * line feed and carriage return stay; of terminal escapes (ECMA-48) colours stay, all others go.
 */
final class TextDecoder {
  private static final char ESCAPE = 0x1b;
  private static final char DELETE = 0x7f;
  private static final char PICTURES = 0x2400;
  private static final char DELETE_PICTURE = 0x2421;
  private static final int LONGEST_ESCAPE = 64;
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*m");

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  private ByteBuffer rest = ByteBuffer.allocate(0);
  private final StringBuilder escape = new StringBuilder();

  /** The text of the next bytes; an unfinished character or escape waits for its rest. */
  String decode(ByteBuffer bytes) {
    var in = ByteBuffer.allocate(rest.remaining() + bytes.remaining()).put(rest).put(bytes).flip();
    var out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, false);
    rest = in;
    return clean(out.flip());
  }

  /** The text of what waited, when nothing more comes. */
  String finish() {
    var out = CharBuffer.allocate(rest.remaining() + 1);
    decoder.decode(rest, out, true);
    decoder.flush(out);
    decoder.reset();
    escape.setLength(0);
    rest = ByteBuffer.allocate(0);
    return clean(out.flip());
  }

  private String clean(CharSequence text) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!escape.isEmpty()) {
        inEscape(c, clean);
      } else if (c == ESCAPE) {
        escape.append(c);
      } else {
        clean.append(visible(c));
      }
    }
    return clean.toString();
  }

  private void inEscape(char c, StringBuilder clean) {
    escape.append(c);
    if (ended(c)) {
      if (COLOUR.matcher(escape).matches()) {
        clean.append(escape);
      }
      escape.setLength(0);
    } else if (escape.length() > LONGEST_ESCAPE) {
      escape.setLength(0);
    }
  }

  private boolean ended(char c) {
    if (escape.length() == 2) {
      return c != '[' && c != ']' && c != 'P' && c != '(' && c != ')';
    }
    return switch (escape.charAt(1)) {
      case '[' -> c >= 0x40 && c <= 0x7e;
      case ']', 'P' -> c == 0x07 || (c == '\\' && escape.charAt(escape.length() - 2) == ESCAPE);
      default -> true;
    };
  }

  private static char visible(char c) {
    if (c == '\n' || c == '\t' || c == '\r') {
      return c;
    } else if (c < ' ') {
      return (char) (PICTURES + c);
    } else if (c == DELETE) {
      return DELETE_PICTURE;
    }
    return c >= 0x80 && c < 0xa0 ? '\ufffd' : c;
  }
}
