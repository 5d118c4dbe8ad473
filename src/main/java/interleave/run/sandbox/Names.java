package interleave.run.sandbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What programs say about their tasks, made fit to be shown. */
final class Names {
  private static final int MOST_CHARS = 80;
  private static final int REPLACEMENT = 0xfffd;
  private static final Pattern ID = Pattern.compile("\\d{1,7}\\.\\d{1,7}");

  private Names() {}

  /**
   * A task's name of at most 80 code points: control characters, line breaks and what turns the
   * direction of text around become U+FFFD. Null stays null.
   */
  static @Nullable String clean(@Nullable String name) {
    if (name == null) {
      return null;
    }
    var clean = new StringBuilder();
    name.codePoints()
        .limit(MOST_CHARS)
        .map(c -> shown(c) ? c : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** A task's id, or null when it is none. */
  static @Nullable String id(@Nullable String word) {
    return word != null && ID.matcher(word).matches() ? word : null;
  }

  private static boolean shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
