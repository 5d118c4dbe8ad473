package interleave.content;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinksTest {
  private static final String DEMO = "\n\n[Lost](demos/lost.py)\n";

  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_link_to_a_lesson_file_leads_to_its_page() {
    assertLink("../2-choosing/1-waiting.md", "/learn/choosing/waiting");
    assertLink("../2-choosing/1-waiting.md#which-one", "/learn/choosing/waiting#which-one");
    assertLink("../2-choosing/1-waiting.md#quiz", "/learn/choosing/waiting#quiz");
    assertLink("1-one-memory.md", "/learn/sharing/one-memory");
  }

  @Test
  void a_link_within_the_page_stays_within_it() {
    assertLink("#here", "#here");
    assertLink("1-one-memory.md#here", "#here");
    assertLink("#quiz", "#quiz");
  }

  @Test
  void a_link_out_of_the_course_stays_as_it_is() {
    assertLink("https://docs.python.org/3/", "https://docs.python.org/3/");
    assertLink("http://example.org/a.py", "http://example.org/a.py");
    assertLink("mailto:a@example.org", "mailto:a@example.org");
  }

  @Test
  void a_heading_with_letters_of_its_own_can_be_linked_either_way() {
    String body = "[a](#größe) [b](#gr%C3%B6%C3%9Fe)\n\n## Größe" + DEMO;
    assertTrue(html(body).contains("id=\"größe\""), html(body));
  }

  @Test
  void a_link_of_a_reference_is_checked_too() {
    small.lesson("Text.\n\n[gone][]\n\n[gone]: 9-gone.md\n" + DEMO);
    assertProblem(8, "the link \"9-gone.md\" leads to no lesson");
  }

  @Test
  void a_link_that_leads_nowhere_is_a_problem_at_its_line() {
    for (String address :
        List.of("gone.md", "../1-sharing", "/learn/sharing/one-memory", "//example.org/x", "")) {
      small.lesson("Text\nover lines\nwith [a link](" + address + ").\n" + DEMO);
      assertProblem(8, "the link \"" + address + "\" leads to no lesson: ");
    }
  }

  @Test
  void a_heading_that_is_not_there_is_a_problem() {
    for (String address : List.of("#gone", "../2-choosing/1-waiting.md#gone", "#", "#%zz")) {
      small.lesson("[x](" + address + ")\n" + DEMO);
      assertProblem(6, "the link \"" + address + "\" leads to no heading of that lesson");
    }
  }

  @Test
  void a_link_that_would_run_something_is_a_problem() {
    for (String address :
        List.of("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x")) {
      small.lesson("[x](" + address + ")\n" + DEMO);
      assertProblem(6, "a link out of the course begins with https: or http:");
    }
  }

  @Test
  void a_link_to_a_program_among_words_is_a_problem() {
    for (String body : List.of("See [it](demos/lost.py) run.", "* [it](demos/lost.py)")) {
      small.lesson(body + DEMO);
      assertProblem(6, "a link to a program is to stand in a paragraph of its own");
    }
  }

  private void assertLink(String written, String shown) {
    String html = html("[x](" + written + ")\n\n## Here" + DEMO);
    assertTrue(html.contains("<a href=\"" + shown + "\">x</a>"), html);
  }

  private String html(String body) {
    return switch (small.lesson(body).first().blocks().getFirst()) {
      case Block.Prose prose -> prose.html().value();
      case Block.Demos _ -> "";
    };
  }

  private void assertProblem(int line, String what) {
    String problem = small.problem();
    String start = "content/1-sharing/1-one-memory.md:" + line + ": " + what;
    assertTrue(problem.startsWith(start), problem);
  }
}
