package interleave.content;

import static interleave.content.SmallCourse.QUIZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Question.Choice;
import interleave.course.Question.MultipleChoice;
import interleave.course.Recording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that ask what can come of a program, and what can be wrong with them. */
final class OutcomesQuestionTest {
  private static final String PROGRAM = "1-sharing/demos/asked.py";
  private static final String KEPT = "1-sharing/demos/asked.outcomes.json";
  private static final String CODE = "print('a < b')\n";
  private static final String HEAD =
      """
      [[questions]]
      id = "q"
      type = "Outcomes"
      prompt.prompt = "Which *can* appear?"
      program = "demos/asked.py"
      """;
  private static final String A = choice("text = \"\"\"\na\n  b\n\"\"\"");
  private static final String B = choice("text = \"b\"");
  private static final String DEADLOCK = choice("kind = \"deadlock\"\ntext = \"It *waits*.\"");
  private static final String RECORD = "run src/main/scripts/record sharing/one-memory/asked";

  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
    small.with(PROGRAM, "# /// demo\n# title = \"Asked\"\n# ///\n" + CODE);
    keep(finished("a\\n  b\\n"));
  }

  @Test
  void an_option_is_right_when_the_engine_found_its_outcome() {
    keep(finished("a\\n  b\\n") + ", {\"kind\": \"deadlock\", \"output\": \"a\\n\"}");
    var question = question(HEAD + A + B + DEADLOCK);
    assertEquals(List.of(true, false, true), rights(question));
    assertEquals(
        List.of(
            "<code class=\"screen\">a<br>  b</code>",
            "<code class=\"screen\">b</code>",
            "It <em>waits</em>."),
        question.choices().stream().map(choice -> choice.text().value()).toList());
    assertEquals("So <em>it</em> is.", question.choices().getFirst().why().value());
  }

  @Test
  void several_may_be_ticked_though_one_alone_is_right() {
    assertTrue(question(HEAD + A + B).several());
  }

  @Test
  void the_question_shows_its_program_without_the_header() {
    assertEquals(
        "<p>Which <em>can</em> appear?</p>\n<pre class=\"code\" tabindex=\"0\"><code>"
            + Highlighter.marked(CODE)
            + "</code></pre>",
        question(HEAD + A + B).prompt().value());
  }

  @Test
  void an_error_is_told_by_its_words_and_an_exit_by_its_code() {
    keep(
        "{\"kind\": \"error\", \"output\": \"a\", \"error\": \"ann: KeyError: 1\"},"
            + " {\"kind\": \"error\", \"output\": \"\", \"exit\": 3}");
    var question =
        question(
            HEAD
                + choice("kind = \"error\"\ntext = \"ann: KeyError: 1\"")
                + choice("kind = \"error\"\ntext = \"exit code 3\"")
                + choice("text = \"a\""));
    assertEquals(List.of(true, true, false), rights(question));
  }

  @Test
  void a_program_may_be_stepped_by_instructions() {
    keep(finished("b\\n"), "bytecode");
    var question = question(HEAD + "granularity = \"bytecode\"\n" + A + B);
    assertEquals(List.of(false, true), rights(question));
  }

  @Test
  void a_program_that_a_lesson_shows_too_can_be_asked_about() {
    small.lesson("Text.\n\n[Lost](demos/lost.py)\n\n[Asked](demos/asked.py)\n");
    assertEquals(List.of(true, false), rights(question(HEAD + A + B)));
  }

  @Test
  void what_is_right_cannot_be_written_down() {
    wrong(HEAD + A + choice("text = \"b\"\ncorrect = true"), 14, "which outcomes can come is");
  }

  @Test
  void an_outcome_without_an_option_is_a_problem() {
    keep(finished("a\\n  b\\n") + ", " + finished("c\\nd\\n"));
    wrong(HEAD + A + B, 1, "no option stands for what can come: finished, \"c\\nd\"");
    wrong(HEAD, 1, "no option stands for what can come: finished, \"a\\n b\"");
    keep("{\"kind\": \"stuck\", \"output\": \"a\\n\"}");
    wrong(HEAD + A + B, 1, "no option stands for what can come: stuck");
  }

  @Test
  void a_question_without_a_wrong_option_is_a_problem() {
    wrong(HEAD + A, 1, "all of this can come: add an option that cannot");
  }

  @Test
  void two_options_for_one_outcome_are_a_problem() {
    wrong(HEAD + A + B + choice("text = \"b\\n\""), 16, "another option stands for this outcome");
    wrong(
        HEAD + A + DEADLOCK + choice("kind = \"deadlock\"\ntext = \"Other words.\""),
        18,
        "another option stands for this outcome");
    wrong(HEAD + A + B + choice("kind = \"error\"\ntext = \"b\""), 17, "this option stands twice");
  }

  @Test
  void what_is_not_known_or_missing_is_a_problem() {
    wrong(HEAD + "several = true\n" + A + B, 6, "the key `several` is not known here");
    wrong(HEAD + A + choice("text = \"b\"\nright = true"), 14, "the key `right` is not known");
    wrong(
        HEAD + A + choice("kind = \"hang\"\ntext = \"b\""), 13, "`kind` is to be finished, error");
    wrong(HEAD + "granularity = \"word\"\n" + A + B, 6, "`granularity` is to be line or bytecode");
    wrong(HEAD + A + "[[questions.choices]]\ntext = \"b\"\n", 12, "`why` is missing");
    wrong(HEAD.replaceFirst("prompt.*\n", "") + A + B, 1, "`prompt.prompt` is missing");
    wrong(HEAD.replace("program = \"demos/asked.py\"\n", "") + A + B, 1, "`program` is missing");
    wrong(HEAD.replace("asked", "gone") + A + B, 5, "there is no program demos/gone.py");
    wrong(HEAD.replace("asked.py", "asked.outcomes.json") + A + B, 5, "there is no program");
  }

  @Test
  void outcomes_that_are_not_kept_are_a_problem_that_names_the_command() {
    small.without(KEPT);
    wrong(HEAD + A + B, 5, "what can come of this program is not known yet: " + RECORD);
  }

  @Test
  void outcomes_that_are_of_no_use_are_a_problem_that_names_the_command() {
    wrongKept("\"code\": \"", "\"code\": \"0", 2, "this is of another program than asked.py: ");
    wrongKept("line", "bytecode", 3, "the question is about steps of another size: ");
    wrongKept("true", "false", 4, "not every order was tried: ");
    wrongKept("  \"complete\": true,\n", "", 1, "not every order was tried: ");
    wrongKept("finished", "ended", 5, "an outcome is of no kind that there is: ");
    wrongKept(finished("a\\n  b\\n"), "", 5, "there is no outcome: ");
  }

  @Test
  void outcomes_that_are_not_json_are_a_problem() {
    small.with(QUIZ, HEAD + A + B).with(KEPT, "{\n\"code\" 1}\n");
    assertProblem("content/" + KEPT + ":2: this is not JSON: ");
  }

  @Test
  void the_header_of_the_program_is_checked_though_no_lesson_shows_it() {
    small.with(PROGRAM, "# /// demo\n# titel = \"Asked\"\n# ///\n" + CODE).with(QUIZ, HEAD + A + B);
    assertProblem("content/" + PROGRAM + ":2: the key `titel` is not known here");
  }

  @Test
  void outcomes_that_no_quiz_asks_for_are_a_problem() {
    assertProblem("content/" + KEPT + ":1: no quiz asks for these outcomes: delete it");
  }

  @Test
  void the_programs_asked_about_are_found_before_their_outcomes_are_known() {
    small.without(KEPT).with(QUIZ, HEAD + A + B);
    small.with("2-choosing/1-waiting.quiz.toml", HEAD.replace("demos", "../1-sharing/demos") + A);
    assertEquals(
        List.of(
            new AskedProgram("sharing/one-memory/asked", Path.of(PROGRAM), CODE, List.of(), false)),
        AskedProgram.all(folder.resolve("content")));
  }

  @Test
  void a_program_is_stepped_in_one_way_by_all_questions() {
    small.with(QUIZ, HEAD + A + B + HEAD + "granularity = \"bytecode\"\n" + A + B);
    var problem =
        assertThrows(ContentProblem.class, () -> AskedProgram.all(folder.resolve("content")));
    assertEquals(
        "content/" + QUIZ + ":20: another question steps this program otherwise",
        problem.getMessage());
  }

  private static String choice(String text) {
    return "[[questions.choices]]\n" + text + "\nwhy = \"So *it* is.\"\n";
  }

  private static String finished(String output) {
    return "{\"kind\": \"finished\", \"output\": \"" + output + "\"}";
  }

  private void keep(String outcomes) {
    keep(outcomes, "line");
  }

  private void keep(String outcomes, String granularity) {
    small.with(
        KEPT,
        "{\n  \"code\": \"%s\",\n  \"granularity\": \"%s\",\n  \"complete\": true,\n"
                .formatted(Recording.fingerprint(CODE), granularity)
            + "  \"outcomes\": ["
            + outcomes
            + "]\n}\n");
  }

  private MultipleChoice question(String quiz) {
    return small.with(QUIZ, quiz).question();
  }

  private static List<Boolean> rights(MultipleChoice question) {
    return question.choices().stream().map(Choice::correct).toList();
  }

  private void wrong(String quiz, int line, String what) {
    small.with(QUIZ, quiz);
    assertProblem("content/" + QUIZ + ":" + line + ": " + what);
  }

  private void wrongKept(String right, String wrong, int line, String what) {
    keep(finished("a\\n  b\\n"));
    small.replace(KEPT, right, wrong).with(QUIZ, HEAD + A + B);
    assertProblem("content/" + KEPT + ":" + line + ": " + what + RECORD);
  }

  private void assertProblem(String start) {
    var problem = small.problem();
    assertTrue(problem.startsWith(start), problem);
  }
}
