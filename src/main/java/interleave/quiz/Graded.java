package interleave.quiz;

import interleave.course.Question;
import java.util.Set;

/**
 * One question with its answer.
 *
 * @param chosen the keys of the options that were chosen
 * @param answered whether any was
 * @param correct whether exactly the right ones were
 */
public record Graded(
    Question.MultipleChoice question, Set<String> chosen, boolean answered, boolean correct) {
  public Graded {
    chosen = Set.copyOf(chosen);
  }
}
