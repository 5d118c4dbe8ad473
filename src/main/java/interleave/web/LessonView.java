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
 * @param runtimes what its demos can run on
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
    Runner.Status status,
    Limits limits) {

  /** The challenge of a demo that has one. */
  public ChallengeView challenge(Demo demo) {
    return Objects.requireNonNull(challenges.get(demo.id()));
  }

  /** What every one of these demos can be run on. */
  public List<PythonRuntime> runtimes(List<Demo> demos) {
    return runtimes.stream()
        .filter(runtime -> demos.stream().allMatch(demo -> isAbout(demo, runtime)))
        .toList();
  }

  /** Whether each of these demos can be run here now. */
  public boolean runnable(List<Demo> demos) {
    return status instanceof Runner.Status.Ready
        && demos.stream()
            .allMatch(demo -> runtimes.stream().anyMatch(runtime -> isAbout(demo, runtime)));
  }

  private static boolean isAbout(Demo demo, PythonRuntime runtime) {
    return demo.runtimes().isEmpty() || demo.runtimes().contains(runtime.name());
  }
}
