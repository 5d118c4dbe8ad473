package interleave.content;

import static interleave.content.SmallCourse.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Prediction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a demo asks before its run, and what can be wrong with it. Line 4 is the first of its table.
 */
final class PredictionReaderTest {

  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_choice_among_texts() {
    var asked =
        asked(
            "question = \"How `many`?\"\nchoices = [\"8\", \"16\"]\nanswer = \"16\"\nwhy = \"One"
                + " *list*.\"");
    assertEquals("How <code>many</code>?", asked.question().value());
    assertEquals("One <em>list</em>.", asked.why().value());
    assertEquals(new Prediction.Choice(List.of("8", "16"), "16"), asked.answer());
  }

  @Test
  void a_number_that_is_known() {
    assertEquals(
        new Prediction.Amount("cores", 1, 0.2),
        asked(number("unit = \"cores\"\nanswer = 1\ntolerance = 0.2")).answer());
    assertEquals(
        new Prediction.Amount("", 16, 0), asked(number("answer = 16\ntolerance = 0")).answer());
  }

  @Test
  void a_number_that_the_run_measures() {
    assertEquals(
        new Prediction.Measured(Prediction.Measure.CORES, 0.3),
        asked(number("from = \"cores\"\ntolerance = 0.3")).answer());
  }

  @Test
  void a_demo_need_not_ask() {
    assertTrue(small.first().demos().getFirst().prediction().isEmpty());
  }

  @Test
  void what_is_missing() {
    assertProblem("why = \"W\"", 3, "`question` is missing: give it a text");
    assertProblem(
        "question = \"Q\"\nnumber = true\nanswer = 1\ntolerance = 1", 3, "`why` is missing");
    assertProblem("question = \"Q\"\nwhy = \"W\"", 3, "a prediction has either `choices`, or");
    assertProblem(number("unit = \"s\""), 3, "a number has either an `answer`, or `from`");
    assertProblem(number("answer = 1"), 3, "`tolerance` is missing: give it a number");
    assertProblem(number("from = \"wall\""), 3, "`tolerance` is missing: give it a number");
    assertProblem(choices("[\"a\", \"b\"]", ""), 3, "`answer` is missing: give it a text");
  }

  @Test
  void what_does_not_go_together() {
    assertProblem(
        choices("[\"a\", \"b\"]", "answer = \"a\"\nnumber = true"), 6, "a prediction has either");
    assertProblem(
        choices("[\"a\", \"b\"]", "answer = \"a\"\nunit = \"s\""), 8, "with `choices` there is no");
    assertProblem(
        number("answer = 1\nfrom = \"wall\"\ntolerance = 1"), 7, "a number has either an `answer`");
    assertProblem(
        number("from = \"wall\"\nunit = \"s\"\ntolerance = 1"),
        8,
        "with `from` there is no `unit`");
  }

  @Test
  void values_that_cannot_be() {
    assertProblem(choices("[\"a\"]", "answer = \"a\""), 6, "`choices` is to have at least two");
    assertProblem(
        choices("[\n\"a\",\n\"a\"]", "answer = \"a\""), 8, "this choice stands twice in the");
    assertProblem(choices("[\"a\", \" \"]", "answer = \"a\""), 6, "a choice has 1 to 200");
    assertProblem(
        choices("[\"a\", \"b\"]", "answer = \"c\""), 7, "`answer` is to be one of the choices");
    assertProblem(number("answer = \"1\"\ntolerance = 1"), 7, "`answer` is to be a number");
    assertProblem(number("answer = nan\ntolerance = 1"), 7, "`answer` is to be a finite number");
    assertProblem(number("answer = 1\ntolerance = -1"), 8, "`tolerance` is to be 0 or more");
    assertProblem(
        number("from = \"speed\"\ntolerance = 1"),
        7,
        "`from` is to be one of wall, cpu, cores, memory");
    assertProblem(number("answer = 1\ntolerance = 1\nhint = \"x\""), 9, "the key `hint` is not");
    assertProblem(
        "question = \"# Q\"\nwhy = \"W\"\nnumber = true\nanswer = 1\ntolerance = 1",
        4,
        "there are no headings");
  }

  @Test
  void a_link_in_it_that_leads_nowhere() {
    var problem =
        problem(
            "question = \"[Q](gone.md)\"\nwhy = \"W\"\nnumber = true\nanswer = 1\ntolerance = 1");
    assertTrue(problem.startsWith("content/" + DEMO + ":4: "), problem);
  }

  private static String number(String rest) {
    return "question = \"Q\"\nwhy = \"W\"\nnumber = true\n" + rest;
  }

  private static String choices(String choices, String rest) {
    return "question = \"Q\"\nwhy = \"W\"\nchoices = " + choices + "\n" + rest;
  }

  private Prediction asked(String table) {
    write(table);
    return small.first().demos().getFirst().prediction().orElseThrow();
  }

  private void assertProblem(String table, int line, String what) {
    var problem = problem(table);
    assertTrue(problem.startsWith("content/" + DEMO + ":" + line + ": " + what), problem);
  }

  private String problem(String table) {
    write(table);
    return small.problem();
  }

  private void write(String table) {
    var lines = ("title = \"T\"\n[predict]\n" + table.strip()).replaceAll("(?m)^", "# ");
    small.with(DEMO, "# /// demo\n" + lines + "\n# ///\nprint(1)\n");
  }
}
