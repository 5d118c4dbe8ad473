package interleave.learner;

/**
 * The questions answered right, of all.
 *
 * @param correct from 0 to {@code total}
 */
public record Score(int correct, int total) {
  /** Whether every question was answered right. */
  public boolean full() {
    return correct == total;
  }

  /** {@code 3 of 4}. */
  @Override
  public String toString() {
    return correct + " of " + total;
  }

  /** From 0 to 1; scores of quizzes that have since grown can still be compared. */
  double share() {
    return total == 0 ? 0 : (double) correct / total;
  }
}
