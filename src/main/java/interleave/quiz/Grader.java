package interleave.quiz;

import interleave.course.Question;
import interleave.course.Quiz;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Grades answers. */
public final class Grader {
  private Grader() {}

  /**
   * Grades the answers to a quiz. What the quiz does not know is left out: {@link #unknown} tells
   * of it.
   *
   * @param answers the keys of the chosen options by the id of the question; a question that is not
   *     there was not answered
   */
  public static Result grade(Quiz quiz, Map<String, Set<String>> answers) {
    return new Result(
        quiz.questions().stream()
            .map(question -> grade(question, answers.getOrDefault(question.id(), Set.of())))
            .toList());
  }

  /**
   * The names in the answers that the quiz does not know, in the order of the alphabet: the id of a
   * question, or {@code id/key} for an option. Empty for answers that a page of this quiz sent.
   */
  public static List<String> unknown(Quiz quiz, Map<String, Set<String>> answers) {
    var unknown = new TreeSet<String>();
    answers.forEach(
        (id, chosen) ->
            quiz.question(id)
                .map(Grader::keys)
                .ifPresentOrElse(
                    known ->
                        chosen.stream()
                            .filter(key -> !known.contains(key))
                            .forEach(key -> unknown.add(id + "/" + key)),
                    () -> unknown.add(id)));
    return List.copyOf(unknown);
  }

  private static Graded grade(Question question, Set<String> answer) {
    return switch (question) {
      case Question.MultipleChoice choice -> {
        Set<String> chosen =
            answer.stream().filter(keys(choice)::contains).collect(Collectors.toUnmodifiableSet());
        Set<String> right =
            choice.choices().stream()
                .filter(Question.Choice::correct)
                .map(Question.Choice::key)
                .collect(Collectors.toUnmodifiableSet());
        yield new Graded(choice, chosen, !chosen.isEmpty(), chosen.equals(right));
      }
    };
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
