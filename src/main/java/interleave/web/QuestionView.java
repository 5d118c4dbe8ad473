package interleave.web;

import interleave.course.Html;
import interleave.course.Question;
import interleave.quiz.Graded;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question as a page shows it: open to be answered, or graded.
 *
 * @param number counted from 1
 * @param lead the first paragraph of the prompt, without its tags
 * @param rest what follows it, often nothing
 * @param missing whether an answer was sent without this one
 * @param reworded whether an option that was chosen earlier has gone
 */
public record QuestionView(
    int number,
    String id,
    Html lead,
    Optional<Html> rest,
    boolean several,
    boolean open,
    boolean missing,
    boolean reworded,
    List<OptionView> options) {

  private static final String BEGIN = "<p>";
  private static final String END = "</p>";

  /** The id of its element on the page; no heading's anchor has a colon. */
  public String anchor() {
    return "question:" + number;
  }

  /** Whether to say that several options may be right: the prompt does not say it itself. */
  public boolean hint() {
    return several && !lead.value().contains("all that apply");
  }

  /** Whether it is shown with a wrong answer. */
  boolean wrong() {
    return !open && options.stream().anyMatch(option -> option.ticked() != option.right());
  }

  /** Shows it to be answered; the page gets neither key nor reasons. */
  static QuestionView open(
      int number, Graded graded, Set<String> ticked, boolean missing, boolean reworded) {
    return of(
        number,
        graded.question(),
        true,
        missing,
        reworded,
        graded.question().choices().stream()
            .map(
                choice ->
                    new OptionView(
                        choice.key(),
                        choice.text(),
                        ticked.contains(choice.key()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList());
  }

  /** Shows it with its answer, every option and every reason. */
  static QuestionView graded(int number, Graded graded) {
    var question = graded.question();
    return of(
        number,
        question,
        false,
        false,
        false,
        question.choices().stream()
            .map(choice -> graded(choice, question, graded.chosen().contains(choice.key())))
            .toList());
  }

  private static OptionView graded(
      Question.Choice choice, Question.MultipleChoice question, boolean mine) {
    return new OptionView(
        choice.key(),
        choice.text(),
        mine,
        choice.correct() ? Optional.of("right") : Optional.of("wrong").filter(_ -> mine),
        mark(choice, question, mine),
        Optional.of(choice.why()));
  }

  private static Optional<String> mark(
      Question.Choice choice, Question.MultipleChoice question, boolean mine) {
    if (choice.correct()) {
      var unticked = question.several() ? "✓ right, not ticked" : "✓ right";
      return Optional.of(mine ? "✓ your answer, right" : unticked);
    }
    return mine ? Optional.of("✕ your answer") : Optional.empty();
  }

  private static QuestionView of(
      int number,
      Question.MultipleChoice question,
      boolean open,
      boolean missing,
      boolean reworded,
      List<OptionView> options) {
    var prompt = question.prompt().value().strip();
    int end = prompt.startsWith(BEGIN) ? prompt.indexOf(END) : -1;
    var lead = end < 0 ? prompt : prompt.substring(BEGIN.length(), end);
    var rest = end < 0 ? "" : prompt.substring(end + END.length()).strip();
    return new QuestionView(
        number,
        question.id(),
        new Html(lead),
        Optional.of(rest).filter(text -> !text.isEmpty()).map(Html::new),
        question.several(),
        open,
        missing,
        reworded,
        options);
  }
}
