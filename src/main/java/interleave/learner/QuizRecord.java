package interleave.learner;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * What a learner has reached in one quiz.
 *
 * @param attempts at least 1
 * @param takenAt when the latest attempt was made
 */
public record QuizRecord(
    Score first, Score best, Score latest, int attempts, OffsetDateTime takenAt) {

  /** Sums up attempts, oldest first; there is at least one. */
  static QuizRecord of(List<Attempt> attempts) {
    var latest = attempts.getLast();
    return new QuizRecord(
        attempts.getFirst().score(),
        attempts.stream()
            .map(Attempt::score)
            .max(Comparator.comparingDouble(Score::share))
            .orElseThrow(),
        latest.score(),
        attempts.size(),
        latest.takenAt());
  }
}
