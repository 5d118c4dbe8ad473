package interleave.quiz;

import interleave.course.Question;
import interleave.course.Quiz;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Grades answers. */
public final class Grader {
  private Grader() {}

  /**
   * Grades every question of a quiz, in its order.
   *
   * @param answers the keys of the chosen options by question id; unknown ids and keys are ignored
   */
  public static Result grade(Quiz quiz, Map<String, Set<String>> answers) {
    return new Result(
        quiz.questions().stream()
            .map(
                question ->
                    switch (question) {
                      case Question.MultipleChoice choice ->
                          grade(choice, answers.getOrDefault(choice.id(), Set.of()));
                    })
            .toList());
  }

  private static Graded grade(Question.MultipleChoice question, Set<String> answer) {
    var chosen =
        question.choices().stream()
            .map(Question.Choice::key)
            .filter(answer::contains)
            .collect(Collectors.toUnmodifiableSet());
    var right =
        question.choices().stream()
            .filter(Question.Choice::correct)
            .map(Question.Choice::key)
            .collect(Collectors.toUnmodifiableSet());
    return new Graded(question, chosen, !chosen.isEmpty(), chosen.equals(right));
  }
}
