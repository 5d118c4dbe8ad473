package interleave.learner;

import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Lesson;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything a learner has done.
 *
 * @param read when each lesson was first finished, by lesson id
 * @param quizzes what was reached in each quiz, by lesson id
 * @param predictions what was expected of demos, by demo id
 * @param challenges what was tried in the lab, by demo id
 */
public record Progress(
    Map<String, OffsetDateTime> read,
    Map<String, QuizRecord> quizzes,
    Map<String, Predicted> predictions,
    Map<String, Challenged> challenges) {
  public Progress {
    read = Map.copyOf(read);
    quizzes = Map.copyOf(quizzes);
    predictions = Map.copyOf(predictions);
    challenges = Map.copyOf(challenges);
  }

  /** That of somebody who has done nothing yet. */
  public static Progress none() {
    return new Progress(Map.of(), Map.of(), Map.of(), Map.of());
  }

  static Progress of(
      Map<String, OffsetDateTime> read,
      List<Attempt> attempts,
      Map<String, Predicted> predictions,
      Map<String, Challenged> challenges) {
    return new Progress(
        read,
        attempts.stream()
            .collect(
                Collectors.groupingBy(
                    Attempt::lesson,
                    Collectors.collectingAndThen(Collectors.toList(), QuizRecord::of))),
        predictions,
        challenges);
  }

  /** Whether nothing has been done yet. */
  public boolean isEmpty() {
    return read.isEmpty() && quizzes.isEmpty() && predictions.isEmpty() && challenges.isEmpty();
  }

  /** How many predictions came true, of those that a run has decided; empty when there is none. */
  public Optional<Score> predicted() {
    var decided = predictions.values().stream().flatMap(one -> one.correct().stream()).toList();
    int right = Math.toIntExact(decided.stream().filter(correct -> correct).count());
    return Optional.of(new Score(right, decided.size())).filter(score -> score.total() > 0);
  }

  /** How far this challenge has come. */
  public Challenged challenge(Demo demo) {
    return challenges.getOrDefault(demo.id(), Challenged.untried(demo.id()));
  }

  public Optional<OffsetDateTime> readAt(Lesson lesson) {
    return Optional.ofNullable(read.get(lesson.id()));
  }

  public Optional<QuizRecord> quiz(Lesson lesson) {
    return Optional.ofNullable(quizzes.get(lesson.id()));
  }

  /** How many of the course's lessons have been read. */
  public int lessonsRead(Course course) {
    return Math.toIntExact(
        course.lessons().filter(lesson -> read.containsKey(lesson.id())).count());
  }

  /** How far a lesson has come; of a quiz, the best attempt counts. */
  public LessonState state(Lesson lesson) {
    var best = quiz(lesson).map(QuizRecord::best);
    if (best.isPresent()) {
      return best.get().full() ? new LessonState.Done() : new LessonState.Answered(best.get());
    }
    return read.containsKey(lesson.id()) ? new LessonState.Read() : new LessonState.NotStarted();
  }
}
