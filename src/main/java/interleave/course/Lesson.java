package interleave.course;

import java.util.List;

/**
 * A lesson.
 *
 * @param chapter the slug of its chapter
 * @param number counted from 1 within the chapter
 * @param slug its part of the address: the file's name without its number
 * @param minutes how long it takes to read, at least 1
 * @param blocks its text and demos, in reading order
 * @param headings the headings of the second level, for "on this page"
 * @param quiz the questions that end it
 */
public record Lesson(
    String chapter,
    int number,
    String slug,
    String title,
    String summary,
    int minutes,
    List<Block> blocks,
    List<Heading> headings,
    Quiz quiz) {
  public Lesson {
    blocks = List.copyOf(blocks);
    headings = List.copyOf(headings);
  }

  /** {@code chapter/lesson}: what addresses and progress call it. */
  public String id() {
    return chapter + "/" + slug;
  }

  /** Its address on the site. */
  public String path() {
    return "/learn/" + id();
  }

  /** Its demos in the order in which they first stand on the page, each once. */
  public List<Demo> demos() {
    return blocks.stream()
        .flatMap(block -> block instanceof Block.Demos shown ? shown.demos().stream() : null)
        .distinct()
        .toList();
  }
}
