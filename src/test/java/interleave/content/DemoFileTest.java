package interleave.content;

import static interleave.content.SmallCourse.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Demo;
import interleave.course.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoFileTest {
  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void the_code_is_the_file_without_its_header_and_the_empty_lines_after_it() {
    assertEquals(
        "import os\n\nprint(1)\n",
        demo("# title = \"T\"", "\n \nimport os\n\nprint(1)\n\n\n").code());
  }

  @Test
  void a_last_line_without_an_end_gets_one() {
    assertEquals("print(1)\n", demo("# title = \"T\"", "print(1)").code());
  }

  @Test
  void a_comment_before_the_header_is_part_of_the_code() {
    small.with(DEMO, "#!/usr/bin/env python3\n# /// demo\n# title = \"T\"\n# ///\nprint(1)\n");
    assertEquals("#!/usr/bin/env python3\nprint(1)\n", demo().code());
  }

  @Test
  void a_demo_without_claims_is_to_end_with_exit_code_0() {
    Expectation expectation = demo("# title = \"T\"", "print(1)").expectation();
    assertEquals("exited", expectation.reason());
    assertEquals(Optional.of(0), expectation.exit());
    assertFalse(expectation.gil());
  }

  @Test
  void a_demo_has_a_network_when_it_asks_for_the_one_there_is() {
    assertFalse(demo("# title = \"T\"", "print(1)").network());
    assertTrue(demo("# title = \"T\"\n# network = \"demo\"", "print(1)").network());
    for (String other : List.of("internet", "none", "Demo")) {
      assertProblem(
          header("# title = \"T\"\n# network = \"" + other + "\""),
          3,
          "`network` is to be demo, or left out");
    }
    assertProblem(header("# title = \"T\"\n# network = true"), 3, "`network` is to be a text");
  }

  @Test
  void a_demo_makes_every_kind_of_claim() {
    small.lesson("[Lost](demos/lost.py) [Slow](demos/slow.py)\n");
    small.with("1-sharing/demos/slow.py", "# /// demo\n# title = \"Slow\"\n# ///\nprint(2)\n");
    Demo demo =
        demo(
            """
            # title = "T"
            # mode = "schedule"
            # runtimes = ["3.11", "3.13t"]
            #
            # [expect]
            # reason = "failed"
            # exit = 3
            # contains = ["a"]
            # lacks = ["b"]
            # matches = ['^lost [1-9]']
            # outputs = ["x\\n", "y\\n"]
            # faster = { demo = "slow", factor = 2 }
            # gil = true""",
            "print(1)");
    assertEquals(Demo.Mode.SCHEDULE, demo.mode());
    assertEquals(List.of("3.11", "3.13t"), demo.runtimes());
    Expectation claims = demo.expectation();
    assertEquals("failed", claims.reason());
    assertEquals(Optional.of(3), claims.exit());
    assertEquals(List.of("a"), claims.contains());
    assertEquals(List.of("b"), claims.lacks());
    assertEquals("^lost [1-9]", claims.matches().getFirst().pattern());
    assertEquals(Pattern.MULTILINE, claims.matches().getFirst().flags());
    assertEquals(List.of("x\n", "y\n"), claims.outputs());
    assertEquals(Optional.of(new Expectation.Faster("slow", 2)), claims.faster());
    assertTrue(claims.gil());
  }

  @Test
  void a_demo_that_passes_a_limit_has_no_exit_code_of_its_own() {
    Demo demo = demo("# title = \"T\"\n# expect.reason = \"time\"", "print(1)");
    assertEquals(Optional.empty(), demo.expectation().exit());
  }

  @Test
  void a_program_without_a_header_is_a_problem() {
    assertProblem("print(1)\n# /// demo\n# ///\n", 1, "a demo begins with a header");
    assertProblem("", 1, "a demo begins with a header");
  }

  @Test
  void a_header_that_is_not_closed_is_a_problem() {
    assertProblem("# /// demo\n# title = \"T\"\nprint(1)\n", 3, "the header of the demo ends here");
    assertProblem("# /// demo\n# title = \"T\"", 2, "the header of the demo ends here");
  }

  @Test
  void a_header_without_a_program_is_a_problem() {
    assertProblem("# /// demo\n# title = \"T\"\n# ///\n\n", 3, "no program follows the header");
  }

  @Test
  void an_error_in_a_header_names_the_line_of_the_file() {
    assertProblem(header("# title = \"T\"\n# mode = "), 3, "this is not TOML: ");
  }

  @Test
  void a_key_that_is_not_known_is_a_problem() {
    assertProblem(header("# title = \"T\"\n# tite = 1"), 3, "the key `tite` is not known here");
    assertProblem(
        header("# title = \"T\"\n# [expect]\n# contain = []"), 4, "the key `contain` is not known");
    assertProblem(
        header("# title = \"T\"\n# [expect]\n# faster = { deno = \"x\" }"),
        4,
        "the key `deno` is not known");
  }

  @Test
  void values_that_cannot_be_are_problems() {
    assertProblem(header("# mode = \"run\""), 1, "`title` is missing: give it a text");
    assertProblem(header("# title = \"T\"\n# mode = \"walk\""), 3, "`mode` is to be run or");
    assertProblem(header("# title = \"T\"\n# runtimes = [\"py3\"]"), 3, "the runtime \"py3\" is");
    assertProblem(header("# title = \"T\"\n# runtimes = \"3.11\""), 3, "`runtimes` is to be a");
    assertProblem(header("# title = \"T\"\n# expect = 1"), 3, "`expect` is to be a table");
    assertProblem(claim("reason = \"tired\""), 4, "`reason` is to be one of exited, failed,");
    assertProblem(claim("exit = \"0\""), 4, "`exit` is to be a whole number");
    assertProblem(claim("contains = [1]"), 4, "`contains` is to be a list of texts");
    assertProblem(claim("matches = [\n#   'a',\n#   '(',\n# ]"), 6, "the pattern ( is wrong: ");
    assertProblem(claim("faster = { factor = 2 }"), 4, "`demo` is missing");
    assertProblem(claim("faster = { demo = \"gone\" }"), 4, "there is no other demo gone.py");
    assertProblem(claim("faster = { demo = \"lost\" }"), 4, "there is no other demo lost.py");
  }

  @Test
  void a_factor_is_above_0() {
    small.lesson("[Lost](demos/lost.py) [Slow](demos/slow.py)\n");
    small.with("1-sharing/demos/slow.py", "# /// demo\n# title = \"Slow\"\n# ///\nprint(2)\n");
    assertProblem(claim("faster = { demo = \"slow\" }"), 4, "`factor` is missing");
    assertProblem(claim("faster = { demo = \"slow\", factor = 0 }"), 4, "`factor` is to be above");
    assertProblem(
        claim("faster = { demo = \"slow\", factor = nan }"), 4, "`factor` is to be above");
  }

  @Test
  void a_link_to_a_program_that_is_not_there_is_a_problem() {
    small.lesson("Text.\n\n[Gone](demos/gone.py)\n");
    assertProblemAt("content/1-sharing/1-one-memory.md:8: there is no program demos/gone.py");
  }

  @Test
  void a_link_to_a_program_outside_of_the_course_is_a_problem() {
    small.with("../secret.py", "# /// demo\n# title = \"T\"\n# ///\nprint(1)\n");
    small.lesson("[Out](../../secret.py)\n");
    assertProblemAt("content/1-sharing/1-one-memory.md:6: there is no program ../../secret.py");
    small.lesson("[Out](" + folder + "/secret.py)\n");
    assertProblemAt("content/1-sharing/1-one-memory.md:6: there is no program /");
  }

  @Test
  void two_programs_of_one_name_in_a_lesson_are_a_problem() {
    small.with("1-sharing/more/lost.py", header("# title = \"T\""));
    small.lesson("[Lost](demos/lost.py)\n\n[Lost](more/lost.py)\n");
    assertProblemAt("content/1-sharing/1-one-memory.md:8: this lesson shows another program");
  }

  private static String header(String toml) {
    return "# /// demo\n" + toml + "\n# ///\nprint(1)\n";
  }

  private static String claim(String claim) {
    return header("# title = \"T\"\n# [expect]\n# " + claim);
  }

  private Demo demo(String header, String code) {
    small.with(DEMO, "# /// demo\n" + header + "\n# ///\n" + code);
    return demo();
  }

  private Demo demo() {
    return small.first().demos().getFirst();
  }

  private void assertProblem(String program, int line, String what) {
    small.with(DEMO, program);
    assertProblemAt("content/1-sharing/demos/lost.py:" + line + ": " + what);
  }

  private void assertProblemAt(String start) {
    String problem = small.problem();
    assertTrue(problem.startsWith(start), problem);
  }
}
