package interleave.schedule;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes the next step, wherever there is a choice, and which of a few random values is drawn:
 * decisions in runs, such as {@code 1.3-2-r1-1.2} for task 1 three times, task 2 once, the second
 * of the values that it can draw, and task 1 twice. After the last one whoever runs goes on, and
 * first values are drawn.
 */
public record Schedule(String text) {
  /** More characters are not taken. */
  public static final int MOST = 4000;

  private static final Pattern RUN = Pattern.compile("(\\d{1,3}|r\\d)(\\.\\d{1,5})?");

  /** The order that is taken when nothing is decided. */
  public static final Schedule USUAL = new Schedule("");

  /** Reads one; empty when the text is none. */
  public static Optional<Schedule> of(String text) {
    return text.length() <= MOST && isSound(text)
        ? Optional.of(new Schedule(text))
        : Optional.empty();
  }

  /** The decisions in words: {@code T1 3 times, T2, main}. */
  public String words() {
    return text.isEmpty()
        ? "whoever runs goes on"
        : Stream.of(text.split("-")).map(Schedule::words).collect(Collectors.joining(", "));
  }

  private static String words(String run) {
    int dot = run.indexOf('.');
    var task = dot < 0 ? run : run.substring(0, dot);
    var name = task.equals("0") ? "main" : "T" + task;
    return dot < 0 ? name : name + " " + run.substring(dot + 1) + " times";
  }

  /** Whether a text has the form of a schedule, however long it is. */
  static boolean isSound(String text) {
    return text.isEmpty() || Stream.of(text.split("-", -1)).allMatch(RUN.asMatchPredicate());
  }
}
