package interleave.learner;

import java.time.OffsetDateTime;

/** One time that a learner answered the quiz of a lesson, with the score given then. */
public record Attempt(long id, String lesson, OffsetDateTime takenAt, int correct, int total) {
  public Score score() {
    return new Score(correct, total);
  }
}
