package interleave.quiz;

import java.util.List;

/**
 * A graded quiz.
 *
 * @param questions one for each question of the quiz, in its order
 */
public record Result(List<Graded> questions) {
  public Result {
    questions = List.copyOf(questions);
  }

  /** How many questions were answered right, from 0 to {@link #total}. */
  public int correct() {
    return (int) questions.stream().filter(Graded::correct).count();
  }

  /** How many questions there are. */
  public int total() {
    return questions.size();
  }
}
