package interleave.web;

import interleave.course.Lesson;
import interleave.learner.Answers;
import interleave.learner.QuizRecord;
import interleave.learner.Score;
import interleave.quiz.Grader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A quiz as a page shows it.
 *
 * @param path the address of the lesson
 * @param action where the answers go
 * @param shown the score of the answers shown; empty when none is
 * @param record what was reached so far; empty before the first attempt
 * @param wrong how many answers shown or opened again are wrong
 */
public record QuizView(
    String path,
    String action,
    List<QuestionView> questions,
    Optional<Score> shown,
    Optional<QuizRecord> record,
    int wrong) {

  /** Whether there is anything to answer. */
  public boolean open() {
    return questions.stream().anyMatch(QuestionView::open);
  }

  /** Whether to offer another try at the wrong ones: some are shown, none is open already. */
  public boolean retry() {
    return questions.stream().anyMatch(QuestionView::wrong);
  }

  /** The questions that an answer was sent without. */
  public List<QuestionView> missing() {
    return questions.stream().filter(QuestionView::missing).toList();
  }

  /**
   * A quiz to be read or answered.
   *
   * @param latest the answers of the latest attempt
   * @param keep which of them stand; the other questions are open
   * @param posted answers that were sent, of which some are missing: what was ticked stays
   */
  static QuizView of(
      Lesson lesson,
      Answers latest,
      Answers.Keep keep,
      Optional<QuizRecord> record,
      Optional<Answers> posted) {
    var quiz = lesson.quiz();
    var reworded = latest.reworded(quiz);
    var result = Grader.grade(quiz, latest.stillReadable(quiz).chosen());
    var ticked = posted.orElseGet(Answers::none);
    var questions =
        IntStream.range(0, result.total())
            .mapToObj(
                index -> {
                  var graded = result.questions().get(index);
                  var id = graded.question().id();
                  return keep.stands(graded)
                      ? QuestionView.graded(index + 1, graded)
                      : QuestionView.open(
                          index + 1,
                          graded,
                          ticked.of(id),
                          posted.isPresent() && ticked.of(id).isEmpty(),
                          reworded.contains(id));
                })
            .toList();
    boolean any = questions.stream().anyMatch(question -> !question.open());
    return new QuizView(
        lesson.path(),
        lesson.path() + "/quiz" + (any ? "?keep=" + keep.name().toLowerCase(Locale.ROOT) : ""),
        questions,
        Optional.of(new Score(result.correct(), result.total())).filter(_ -> any),
        record,
        Math.toIntExact(
            result.questions().stream().filter(g -> g.answered() && !g.correct()).count()));
  }
}
