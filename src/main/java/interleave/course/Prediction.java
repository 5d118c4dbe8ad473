package interleave.course;

import java.util.List;

/**
 * What a demo asks before its first run: what do you expect?
 *
 * @param why what to know of the answer, whatever was expected
 */
public record Prediction(Html question, Answer answer, Html why) {
  /** What is right. */
  public sealed interface Answer {}

  /**
   * One of several texts.
   *
   * @param choices in the order in which they are shown; at least two, all different
   * @param right one of them
   */
  public record Choice(List<String> choices, String right) implements Answer {
    public Choice {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A number that is the same for every run.
   *
   * @param unit what it counts, such as {@code s}; may be empty
   * @param tolerance how far beside it is still right, 0 or more
   */
  public record Amount(String unit, double right, double tolerance) implements Answer {}

  /**
   * What the learner's own run measures.
   *
   * @param tolerance how far beside it is still right, 0 or more
   */
  public record Measured(Measure measure, double tolerance) implements Answer {}

  /** What can be measured of a run, and in which unit. */
  public enum Measure {
    /** From its start to its end. */
    WALL("s"),
    /** Time on processors, all tasks together. */
    CPU("s"),
    /** CPU time divided by wall time. */
    CORES("cores"),
    MEMORY("MiB");

    private final String unit;

    Measure(String unit) {
      this.unit = unit;
    }

    public String unit() {
      return unit;
    }
  }
}
