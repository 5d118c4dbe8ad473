package interleave.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Block;
import interleave.course.Chapter;
import interleave.course.Course;
import interleave.course.Lesson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CourseReaderTest {
  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_course_has_its_chapters_in_the_order_of_the_list() {
    Course course = small.read();
    assertEquals("Threads", course.title());
    assertEquals("What they share.", course.summary());
    assertEquals("en", course.language());
    assertEquals(
        List.of("sharing", "choosing"), course.chapters().stream().map(Chapter::slug).toList());
    assertEquals(List.of(1, 2), course.chapters().stream().map(Chapter::number).toList());
  }

  @Test
  void a_lesson_has_what_its_front_matter_says() {
    Lesson lesson = small.first();
    assertEquals("One memory", lesson.title());
    assertEquals("About it.", lesson.summary());
    assertEquals(5, lesson.minutes());
    assertEquals("/learn/sharing/one-memory", lesson.path());
    assertEquals("sharing/one-memory", lesson.quiz().lesson());
  }

  @Test
  void lessons_are_ordered_by_number_and_not_by_letter() {
    small.with("1-sharing/10-last.md", SmallCourse.head("Last"));
    small.with("1-sharing/10-last.quiz.toml", SmallCourse.quiz("last"));
    small.with("1-sharing/2-middle.md", SmallCourse.head("Middle"));
    small.with("1-sharing/2-middle.quiz.toml", SmallCourse.quiz("middle"));
    List<Lesson> lessons = small.read().chapters().getFirst().lessons();
    assertEquals(
        List.of("one-memory", "middle", "last"), lessons.stream().map(Lesson::slug).toList());
    assertEquals(List.of(1, 2, 3), lessons.stream().map(Lesson::number).toList());
  }

  @Test
  void a_paragraph_that_is_one_link_to_a_program_is_a_demo() {
    List<Block> blocks =
        small.lesson("Before.\n\n[Lost](demos/lost.py)\n\nAfter.\n").first().blocks();
    assertEquals(3, blocks.size());
    Block.Demos demos = (Block.Demos) blocks.get(1);
    assertEquals("sharing/one-memory/lost", demos.demos().getFirst().id());
    assertEquals("<p>After.</p>\n", ((Block.Prose) blocks.get(2)).html().value());
  }

  @Test
  void a_paragraph_of_several_links_is_a_comparison() {
    small.with("1-sharing/demos/kept.py", "# /// demo\n# title = \"Kept\"\n# ///\nprint(2)\n");
    for (String between : List.of(" ", "\n", ", ", " and ", " vs ", " vs. ", ",\nand ")) {
      small.lesson("[Lost](demos/lost.py)" + between + "[Kept](demos/kept.py)\n");
      Block.Demos demos = (Block.Demos) small.first().blocks().getFirst();
      assertEquals(List.of("lost", "kept"), demos.demos().stream().map(d -> d.name()).toList());
    }
  }

  @Test
  void a_demo_that_is_shown_twice_is_one_demo() {
    small.lesson("[Lost](demos/lost.py)\n\nAgain:\n\n[Lost](demos/lost.py)\n");
    assertEquals(1, small.first().demos().size());
    assertEquals(3, small.first().blocks().size());
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_change_nothing() {
    Lesson plain = small.first();
    for (String file : List.of(SmallCourse.LESSON, SmallCourse.QUIZ, SmallCourse.DEMO)) {
      String text = new ContentFolder(folder.resolve("content")).read(Path.of(file)).text();
      small.with(file, "\uFEFF" + text.replace("\n", "\r\n"));
    }
    assertEquals(plain.blocks(), small.first().blocks());
    assertEquals(plain.quiz(), small.first().quiz());
  }

  @Test
  void hidden_files_and_files_of_other_kinds_are_let_be() {
    small.with("1-sharing/.draft.md", "nothing yet");
    small.with("1-sharing/demos/__pycache__/lost.pyc", "binary");
    small.with("notes.txt", "a note");
    assertTrue(small.read().lessons().count() == 2);
  }
}
