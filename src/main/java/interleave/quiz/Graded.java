package interleave.quiz;

import interleave.course.Question;
import java.util.Set;

/**
 * A question and what a learner answered.
 *
 * @param chosen the keys of the options chosen, only such as the question has
 * @param answered whether any was chosen
 * @param correct whether the options chosen are exactly the correct ones
 */
public record Graded(
    Question.MultipleChoice question, Set<String> chosen, boolean answered, boolean correct) {
  public Graded {
    chosen = Set.copyOf(chosen);
  }
}
