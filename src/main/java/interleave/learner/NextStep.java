package interleave.learner;

import interleave.course.Course;
import interleave.course.Lesson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Something that a learner can well do next. */
public sealed interface NextStep {
  Lesson lesson();

  /** Read a lesson that is not read yet. */
  record ReadLesson(Lesson lesson) implements NextStep {}

  /** Answer the quiz of a lesson that is read. */
  record AnswerQuiz(Lesson lesson) implements NextStep {}

  /** Answer a quiz again whose best attempt is not all right. */
  record ImproveQuiz(Lesson lesson, Score best) implements NextStep {}

  /** The first lesson of each kind, in this order; empty when everything is done. */
  static List<NextStep> of(Course course, Progress progress) {
    return Stream.<Function<Lesson, Optional<NextStep>>>of(
            lesson ->
                progress.state(lesson) instanceof LessonState.NotStarted
                    ? Optional.of(new ReadLesson(lesson))
                    : Optional.empty(),
            lesson ->
                progress.state(lesson) instanceof LessonState.Read
                    ? Optional.of(new AnswerQuiz(lesson))
                    : Optional.empty(),
            lesson ->
                progress.state(lesson) instanceof LessonState.Answered(Score best)
                    ? Optional.of(new ImproveQuiz(lesson, best))
                    : Optional.empty())
        .flatMap(kind -> course.lessons().map(kind).flatMap(Optional::stream).limit(1))
        .toList();
  }
}
