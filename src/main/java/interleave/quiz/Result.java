package interleave.quiz;

import java.util.List;

/**
 * A graded quiz.
 *
 * @param questions in the order of the quiz
 */
public record Result(List<Graded> questions) {
  public Result {
    questions = List.copyOf(questions);
  }

  /** How many questions are right. */
  public int correct() {
    return Math.toIntExact(questions.stream().filter(Graded::correct).count());
  }

  /** How many questions there are. */
  public int total() {
    return questions.size();
  }
}
