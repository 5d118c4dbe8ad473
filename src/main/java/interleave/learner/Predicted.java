package interleave.learner;

import interleave.quiz.Expected;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a learner expected of a demo.
 *
 * @param demo its id
 * @param expected as a page says it
 * @param came what came, or empty while no run has shown it
 * @param correct whether it came as expected; empty with {@code came}
 */
public record Predicted(
    String demo,
    String expected,
    Optional<String> came,
    Optional<Boolean> correct,
    OffsetDateTime madeAt) {

  static Predicted of(String demo, Expected expected, OffsetDateTime madeAt) {
    return new Predicted(demo, expected.text(), expected.came(), expected.correct(), madeAt);
  }
}
