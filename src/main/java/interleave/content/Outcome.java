package interleave.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can come of a program, as far as an option of a question tells it apart.
 *
 * @param says what it printed, for one that finished; the error, for one that ends with one; empty
 *     for the others, which are told apart by their kind alone
 */
record Outcome(Kind kind, String says) {
  /** How it ends, in the words of the lab. */
  enum Kind {
    FINISHED,
    ERROR,
    DEADLOCK,
    STUCK;

    /** Whether what it says tells it from others of its kind, and is shown as it is. */
    boolean isExact() {
      return this == FINISHED || this == ERROR;
    }

    static Optional<Kind> of(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }
  }

  /** The end of the last line does not count: whoever writes an option may leave it out. */
  static Outcome of(Kind kind, String says) {
    String text = says.endsWith("\n") ? says.substring(0, says.length() - 1) : says;
    return new Outcome(kind, kind.isExact() ? text : "");
  }

  /** In one line, for those who write the course. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind.isExact() ? name + ", \"" + says.replace("\n", "\\n") + "\"" : name;
  }
}
