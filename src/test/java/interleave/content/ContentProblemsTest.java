package interleave.content;

import static interleave.content.SmallCourse.DEMO;
import static interleave.content.SmallCourse.LESSON;
import static interleave.content.SmallCourse.QUIZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the files as such: missing ones, forgotten ones, misspelt keys. */
final class ContentProblemsTest {
  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_missing_course_file() {
    assertProblem("content/course.toml:1: this file is missing", small.without("course.toml"));
  }

  @Test
  void a_misspelt_key_of_the_course() {
    small.with("course.toml", "title = \"T\"\nsumary = \"S\"\n");
    assertProblem("content/course.toml:2: the key `sumary` is not known here; known are", small);
  }

  @Test
  void a_missing_key_of_the_course() {
    small.with("course.toml", "summary = \"S\"\n");
    assertProblem("content/course.toml:1: `title` is missing: give it a text", small);
  }

  @Test
  void a_language_that_is_none() {
    small.with("course.toml", "title = \"T\"\nsummary = \"S\"\nlanguage = \"en_US!\"\n");
    assertProblem("content/course.toml:3: `language` is to be a language tag such as en", small);
  }

  @Test
  void a_chapter_that_is_not_there_names_its_line_in_the_list() {
    chapters("[\n  \"1-sharing\", # first\n  \"3-gil\",\n]");
    assertProblem("content/course.toml:6: there is no 3-gil/chapter.toml", small);
  }

  @Test
  void a_chapter_that_is_listed_twice() {
    chapters("[\"1-sharing\", \"1-sharing\"]");
    assertProblem("content/course.toml:4: two chapters have the address sharing", small);
  }

  @Test
  void a_chapter_without_a_number_or_outside_of_the_folder() {
    chapters("[\"sharing\"]");
    assertProblem("content/course.toml:4: the name of a chapter is to be a number", small);
    chapters("[\"../1-sharing\"]");
    assertProblem("content/course.toml:4: the name of a chapter is to be a number", small);
  }

  @Test
  void a_chapter_that_is_not_listed() {
    chapters("[\"1-sharing\"]");
    assertProblem("content/2-choosing/1-waiting.md:1: this is no lesson of any chapter", small);
    small.without("2-choosing/1-waiting.md").without("2-choosing/1-waiting.quiz.toml");
    assertProblem("content/2-choosing/chapter.toml:1: course.toml does not list this", small);
  }

  @Test
  void a_chapter_without_lessons() {
    small.without("2-choosing/1-waiting.md").without("2-choosing/1-waiting.quiz.toml");
    assertProblem("content/2-choosing/chapter.toml:1: this chapter has no lesson", small);
  }

  @Test
  void a_lesson_whose_name_has_no_number() {
    small.with("1-sharing/notes.md", "Text.");
    assertProblem("content/1-sharing/notes.md:1: the name of a lesson is to be a number", small);
  }

  @Test
  void two_lessons_of_one_number() {
    small.with("1-sharing/1-other.md", SmallCourse.head("Other"));
    assertProblem("content/1-sharing/1-other.md:1: another lesson of this chapter has", small);
  }

  @Test
  void a_lesson_without_a_quiz() {
    assertProblem(
        "content/1-sharing/1-one-memory.md:1: a lesson ends with a quiz: write"
            + " 1-one-memory.quiz.toml beside it",
        small.without(QUIZ));
  }

  @Test
  void a_quiz_without_a_lesson() {
    small.with("1-sharing/2-gone.quiz.toml", SmallCourse.quiz("gone"));
    assertProblem("content/1-sharing/2-gone.quiz.toml:1: this quiz has no lesson", small);
  }

  @Test
  void a_program_that_no_lesson_shows() {
    small.with("1-sharing/demos/kept.py", "print(1)\n");
    assertProblem("content/1-sharing/demos/kept.py:1: no lesson shows this program", small);
  }

  @Test
  void a_markdown_file_outside_of_the_chapters() {
    small.with("README.md", "# Read me\n");
    assertProblem("content/README.md:1: this is no lesson of any chapter", small);
  }

  @Test
  void a_lesson_without_front_matter() {
    small.with(LESSON, "# One memory\n");
    assertProblem("content/1-sharing/1-one-memory.md:1: a lesson begins with a line +++", small);
  }

  @Test
  void front_matter_without_an_end() {
    small.with(LESSON, "+++\ntitle = \"T\"\n");
    assertProblem("content/1-sharing/1-one-memory.md:1: the front matter has no end", small);
  }

  @Test
  void an_error_in_front_matter_names_the_line_of_the_file() {
    small.with(LESSON, "+++\ntitle = \"T\"\nsummary = \n+++\n");
    assertProblem("content/1-sharing/1-one-memory.md:3: this is not TOML: ", small);
  }

  @Test
  void a_misspelt_key_of_front_matter() {
    small.with(LESSON, "+++\ntitle = \"T\"\nminuts = 3\n+++\n");
    assertProblem("content/1-sharing/1-one-memory.md:3: the key `minuts` is not known", small);
  }

  @Test
  void minutes_that_are_no_time() {
    small.with(LESSON, "+++\ntitle = \"T\"\nsummary = \"S\"\nminutes = 0\n+++\n");
    assertProblem("content/1-sharing/1-one-memory.md:4: `minutes` is to be at least 1", small);
    small.with(LESSON, "+++\ntitle = \"T\"\nsummary = \"S\"\nminutes = 1.5\n+++\n");
    assertProblem("content/1-sharing/1-one-memory.md:4: `minutes` is to be a whole", small);
  }

  @Test
  void a_title_that_says_nothing() {
    small.with(LESSON, "+++\nsummary = \"S\"\nminutes = 1\ntitle = \" \"\n+++\n");
    assertProblem("content/1-sharing/1-one-memory.md:4: `title` is to be a text that", small);
  }

  @Test
  void a_nul_byte() {
    small.with(LESSON, SmallCourse.head("T") + "Text.\n\0\n");
    assertProblem("content/1-sharing/1-one-memory.md:7: a NUL byte stands here", small);
  }

  @Test
  void text_that_is_not_utf_8() {
    small.with(DEMO, new byte[] {'#', '\n', '\n', (byte) 0xe9, '\n'});
    assertProblem("content/1-sharing/demos/lost.py:3: this is not UTF-8 text", small);
    small.with(DEMO, new byte[] {'#', '\n', (byte) 0xc3});
    assertProblem("content/1-sharing/demos/lost.py:2: this is not UTF-8 text", small);
  }

  private void chapters(String list) {
    small.with(
        "course.toml",
        "title = \"T\"\nsummary = \"S\"\nlanguage = \"en\"\nchapters = " + list + "\n");
  }

  private static void assertProblem(String start, SmallCourse course) {
    String problem = course.problem();
    assertTrue(problem.startsWith(start), problem);
    assertEquals(1, problem.lines().count());
  }
}
