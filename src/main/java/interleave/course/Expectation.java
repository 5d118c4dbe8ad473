package interleave.course;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a lesson claims of a demo, written in the demo's header under {@code [expect]} and held by a
 * test on every installed runtime.
 *
 * @param reason how the run ends, such as {@code exited} or {@code time}
 * @param exit the exit code, or empty when a signal or a limit ends it
 * @param contains texts that standard output must have
 * @param lacks texts that neither stream may have
 * @param matches patterns that must be found in standard output
 * @param outputs if not empty, standard output is exactly one of these
 * @param faster if present, the claim that it needs less time than another demo
 * @param gil whether all this is claimed only of Pythons with a global interpreter lock; of others
 *     then only how the run ends
 */
public record Expectation(
    String reason,
    Optional<Integer> exit,
    List<String> contains,
    List<String> lacks,
    List<Pattern> matches,
    List<String> outputs,
    Optional<Faster> faster,
    boolean gil) {
  public Expectation {
    contains = List.copyOf(contains);
    lacks = List.copyOf(lacks);
    matches = List.copyOf(matches);
    outputs = List.copyOf(outputs);
  }

  /** What holds for a demo of which nothing is claimed: it ends with exit code 0. */
  public static Expectation none() {
    return new Expectation(
        "exited",
        Optional.of(0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        false);
  }

  /**
   * The other demo's wall time is at least {@code factor} times ours.
   *
   * @param demo the name of a demo in the same folder
   * @param factor above 0
   */
  public record Faster(String demo, double factor) {}
}
