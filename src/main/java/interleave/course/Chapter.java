package interleave.course;

import java.util.List;

/**
 * A chapter.
 *
 * @param number counted from 1
 * @param slug its part of the address: the folder's name without its number
 * @param lessons in reading order, never empty
 */
public record Chapter(int number, String slug, String title, List<Lesson> lessons) {
  public Chapter {
    lessons = List.copyOf(lessons);
  }
}
