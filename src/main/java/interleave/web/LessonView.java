package interleave.web;

import interleave.course.Chapter;
import interleave.course.Demo;
import interleave.course.Lesson;
import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A lesson as a page shows it.
 *
 * @param readAt when the visitor first finished it, if they did
 * @param predictions by demo id: only of demos that ask something
 * @param challenges by demo id: only of demos that are one
 * @param runtimes what its demos can run on, and {@code steppable} what they can be stepped on
 */
public record LessonView(
    Lesson lesson,
    Chapter chapter,
    Optional<Lesson> previous,
    Optional<Lesson> next,
    Optional<OffsetDateTime> readAt,
    QuizView quiz,
    Map<String, PredictionView> predictions,
    Map<String, ChallengeView> challenges,
    List<PythonRuntime> runtimes,
    List<PythonRuntime> steppable,
    Runner.Status status,
    Limits limits) {

  /** The challenge of a demo that has one. */
  public ChallengeView challenge(Demo demo) {
    return Objects.requireNonNull(challenges.get(demo.id()));
  }

  /** How these demos can be compared, or if it is one, its Pythons. */
  public ComparisonView comparison(List<Demo> demos) {
    return ComparisonView.of(demos, runtimes, status);
  }
}
