package interleave.course;

import java.util.List;
import java.util.Optional;

/**
 * The quiz of a lesson.
 *
 * @param lesson the lesson's id
 * @param questions in the order of the file, never empty, their ids unique in the whole course
 */
public record Quiz(String lesson, List<Question> questions) {
  public Quiz {
    questions = List.copyOf(questions);
  }

  /** The question with this id, or empty. */
  public Optional<Question> question(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }
}
