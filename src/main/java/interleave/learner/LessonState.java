package interleave.learner;

/** How far a learner has come with a lesson. */
public sealed interface LessonState {
  /** Nothing is done. */
  record NotStarted() implements LessonState {}

  /** It is read, its quiz is not answered. */
  record Read() implements LessonState {}

  /** Its quiz is answered, not all of it right. */
  record Answered(Score best) implements LessonState {}

  /** Its quiz has been answered all right. */
  record Done() implements LessonState {}
}
