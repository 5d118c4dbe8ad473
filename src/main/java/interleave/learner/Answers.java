package interleave.learner;

import interleave.course.Question;
import interleave.course.Quiz;
import interleave.quiz.Graded;
import interleave.quiz.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was chosen in a quiz.
 *
 * @param chosen the keys of the chosen options by question id
 */
public record Answers(Map<String, Set<String>> chosen) {
  /** Which of the earlier answers stand when only some questions are answered anew. */
  public enum Keep {
    NOTHING,
    /** The right ones: the wrong ones are being tried again. */
    RIGHT,
    /** All: questions were added to the quiz, and only these are being answered. */
    ALL;

    /** Whether an earlier answer stands. */
    public boolean stands(Graded earlier) {
      return switch (this) {
        case NOTHING -> false;
        case RIGHT -> earlier.correct();
        case ALL -> earlier.answered();
      };
    }
  }

  public Answers {
    chosen = Map.copyOf(chosen);
  }

  /** No answer at all. */
  public static Answers none() {
    return new Answers(Map.of());
  }

  /** These answers, and for questions without one the earlier answers that are to stand. */
  public Answers over(Result earlier, Keep keep) {
    var all = new LinkedHashMap<String, Set<String>>();
    earlier.questions().stream()
        .filter(keep::stands)
        .forEach(graded -> all.put(graded.question().id(), graded.chosen()));
    all.putAll(chosen);
    return new Answers(all);
  }

  /** The questions that have no answer here, in the order of the quiz. */
  public List<Question> missing(Quiz quiz) {
    return quiz.questions().stream().filter(question -> of(question.id()).isEmpty()).toList();
  }

  /** The keys chosen for a question; empty when there is no answer to it. */
  public Set<String> of(String question) {
    return chosen.getOrDefault(question, Set.of());
  }

  /**
   * These answers without those to questions of which a chosen option has gone since: its words
   * were changed, so nobody can say any more whether the answer was right.
   */
  public Answers stillReadable(Quiz quiz) {
    var readable = new LinkedHashMap<>(chosen);
    readable.keySet().removeAll(reworded(quiz));
    return new Answers(readable);
  }

  /** The ids of the questions of which a chosen option has gone since. */
  public Set<String> reworded(Quiz quiz) {
    return quiz.questions().stream()
        .filter(question -> !keys(question).containsAll(of(question.id())))
        .map(Question::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> keys(Question question) {
    return switch (question) {
      case Question.MultipleChoice choice ->
          choice.choices().stream()
              .map(Question.Choice::key)
              .collect(Collectors.toUnmodifiableSet());
    };
  }
}
