package interleave.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole course.
 *
 * @param language the BCP 47 tag of its language, such as {@code en}
 * @param chapters in reading order
 */
public record Course(String title, String summary, String language, List<Chapter> chapters) {
  public Course {
    chapters = List.copyOf(chapters);
  }

  /** All lessons in reading order. */
  public Stream<Lesson> lessons() {
    return chapters.stream().flatMap(chapter -> chapter.lessons().stream());
  }

  /** The lesson with this id ({@code chapter/lesson}), or empty. */
  public Optional<Lesson> lesson(String id) {
    return lessons().filter(lesson -> lesson.id().equals(id)).findFirst();
  }

  /** The demo with this id ({@code chapter/lesson/name}), or empty. */
  public Optional<Demo> demo(String id) {
    return lessons()
        .flatMap(lesson -> lesson.demos().stream())
        .filter(demo -> demo.id().equals(id))
        .findFirst();
  }

  /** The demo that has just this program, or empty. */
  public Optional<Demo> demoOf(String code) {
    return lessons()
        .flatMap(lesson -> lesson.demos().stream())
        .filter(demo -> demo.code().equals(code))
        .findFirst();
  }

  /** The lesson before this one in reading order, or empty at the start. */
  public Optional<Lesson> before(Lesson lesson) {
    return at(lessons().toList().indexOf(lesson) - 1);
  }

  /** The lesson after this one in reading order, or empty at the end. */
  public Optional<Lesson> after(Lesson lesson) {
    return at(lessons().toList().indexOf(lesson) + 1);
  }

  private Optional<Lesson> at(int index) {
    return lessons().skip(Math.max(0, index)).findFirst().filter(lesson -> index >= 0);
  }
}
