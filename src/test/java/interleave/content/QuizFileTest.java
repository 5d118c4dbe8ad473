package interleave.content;

import static interleave.content.SmallCourse.QUIZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Html;
import interleave.course.Question.Choice;
import interleave.course.Question.MultipleChoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuizFileTest {
  private static final String HEAD =
      "[[questions]]\nid = \"q\"\ntype = \"MultipleChoice\"\nprompt.prompt = \"Which?\"\n";

  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_question_has_its_choices_in_the_order_of_the_file() {
    MultipleChoice question = question(HEAD + choice("B", true) + choice("`a < b`", false));
    assertEquals("q", question.id());
    assertEquals("Which?", question.prompt().value());
    assertFalse(question.several());
    assertEquals(
        List.of(
            // The first 8 hex digits of `printf B | sha256sum`.
            new Choice("df7e70e5", new Html("B"), true, new Html("Why <em>B</em>.")),
            new Choice(
                "dfd79cf8",
                new Html("<code>a &lt; b</code>"),
                false,
                new Html("Why <em><code>a &lt; b</code></em>."))),
        question.choices());
  }

  @Test
  void more_than_one_correct_choice_makes_it_several() {
    assertTrue(question(HEAD + choice("A", true) + choice("B", true)).several());
  }

  @Test
  void a_question_may_say_that_it_is_several_though_one_is_correct() {
    String several = HEAD + "several = true\n" + choice("A", true) + choice("B", false);
    assertTrue(question(several).several());
  }

  @Test
  void the_context_is_the_reason_of_a_choice_that_has_none_of_its_own() {
    MultipleChoice question =
        question(
            HEAD
                + "context = \"In *general*.\"\n"
                + choice("A", true)
                + "[[questions.choices]]\ntext = \"B\"\n");
    assertEquals("Why <em>A</em>.", question.choices().get(0).why().value());
    assertEquals("In <em>general</em>.", question.choices().get(1).why().value());
  }

  @Test
  void the_plain_form_is_read_as_it_is() {
    MultipleChoice question =
        question(
            HEAD
                + "prompt.distractors = [\"B\", \"C\"]\nanswer.answer = \"A\"\ncontext = \"So.\"\n");
    assertFalse(question.several());
    assertEquals(
        List.of("A"),
        question.choices().stream().filter(Choice::correct).map(c -> c.text().value()).toList());
    assertEquals(3, question.choices().size());
    assertTrue(question.choices().stream().allMatch(c -> c.why().value().equals("So.")));
  }

  @Test
  void the_order_of_the_plain_form_stays_and_does_not_tell_the_answer() {
    String one = "prompt.distractors = [\"B\", \"C\"]\nanswer.answer = \"A\"\ncontext = \"So.\"\n";
    String two = "prompt.distractors = [\"C\", \"A\"]\nanswer.answer = \"B\"\ncontext = \"So.\"\n";
    assertEquals(keys(question(HEAD + one)), keys(question(HEAD + two)));
  }

  @Test
  void several_answers_of_the_plain_form_make_it_several() {
    assertTrue(
        question(
                HEAD
                    + "prompt.distractors = []\nanswer.answer = [\"A\", \"B\"]\ncontext = \"So.\"\n")
            .several());
  }

  @Test
  void a_prompt_may_hold_a_program() {
    String prompt = "prompt.prompt = '''\nWhat?\n\n```python\nprint(1)\n```\n'''";
    String html =
        question(
                (HEAD + choice("A", true) + choice("B", false))
                    .replace("prompt.prompt = \"Which?\"", prompt))
            .prompt()
            .value();
    assertTrue(html.startsWith("<p>What?</p>\n<pre class=\"code\" tabindex=\"0\">"), html);
  }

  @Test
  void links_of_a_quiz_lead_to_pages() {
    String link = "[there](../2-choosing/1-waiting.md#which-one)";
    assertEquals(
        "<a href=\"/learn/choosing/waiting#which-one\">there</a>",
        question(HEAD + choice("A", true) + choice(link, false)).choices().get(1).text().value());
  }

  @Test
  void an_option_without_a_reason_is_a_problem() {
    assertProblem(
        HEAD + choice("A", true) + "[[questions.choices]]\ntext = \"B\"\n", 10, "`why` is");
    assertProblem(
        HEAD + "prompt.distractors = [\"B\"]\nanswer.answer = \"A\"\n", 1, "`context` is missing");
  }

  @Test
  void an_id_that_was_used_before_is_a_problem() {
    String question = HEAD + choice("A", true) + choice("B", false);
    assertProblem(question + question, 16, "the id q is used already at content/" + QUIZ + ":2");
    small.with(QUIZ, SmallCourse.quiz("second"));
    assertEquals(
        "content/2-choosing/1-waiting.quiz.toml:2: the id second is used already at content/"
            + QUIZ
            + ":2",
        small.problem());
  }

  @Test
  void the_number_of_options_and_of_right_ones_is_checked() {
    assertProblem(HEAD, 1, "a question has at least two options");
    assertProblem(HEAD + choice("A", true), 1, "a question has at least two options");
    assertProblem(HEAD + choice("A", false) + choice("B", false), 1, "no option is correct");
    assertProblem(
        HEAD + "several = false\n" + choice("A", true) + choice("B", true),
        5,
        "more than one option is correct");
    assertProblem(
        HEAD + "prompt.distractors = [\"B\"]\nanswer.answer = []\ncontext = \"So.\"\n",
        1,
        "a question has at least two options");
  }

  @Test
  void an_option_that_stands_twice_is_a_problem() {
    assertProblem(
        HEAD + choice("A", true) + choice("B", false) + choice("A", false),
        16,
        "this option stands");
    assertProblem(
        HEAD + "prompt.distractors = [\"B\", \"A\"]\nanswer.answer = \"A\"\ncontext = \"So.\"\n",
        5,
        "this option stands twice");
  }

  @Test
  void both_forms_at_once_are_a_problem() {
    assertProblem(HEAD + "answer.answer = \"A\"\n" + choice("A", true), 1, "give either");
  }

  @Test
  void what_is_not_known_is_a_problem() {
    assertProblem("", 1, "a quiz has at least one [[questions]]");
    assertProblem("multipart = 1\n", 1, "the key `multipart` is not known here");
    assertProblem(HEAD + "hint = \"x\"\n", 5, "the key `hint` is not known here");
    assertProblem(HEAD + "prompt.x = 1\n", 5, "the key `x` is not known here");
    assertProblem(HEAD + "[[questions.choices]]\ntxt = \"A\"\n", 6, "the key `txt` is not known");
    assertProblem(
        HEAD.replace("MultipleChoice", "Tracing"), 3, "this type is not supported; MultipleChoice");
    assertProblem(HEAD.replace("\"q\"", "\"a b\""), 2, "an id is 1 to 64 letters");
    assertProblem("[[questions]]\n", 1, "`id` is missing");
    assertProblem("\n[[questions]]\nid = \"q\"\n", 2, "`type` is missing");
  }

  @Test
  void an_error_of_toml_names_its_line() {
    assertProblem(HEAD + "several = yes\n", 5, "this is not TOML: ");
    assertProblem(HEAD + "id = \"again\"\n", 5, "this is not TOML: Duplicate key");
    assertProblem(HEAD + "id = \"again\" # why\n\n\nx = 1\n", 5, "this is not TOML: Duplicate key");
    assertProblem("x = " + "[".repeat(10_000), 1, "this is not TOML: ");
  }

  @Test
  void links_images_and_headings_of_a_quiz_are_checked_at_their_line() {
    String right = HEAD + choice("A", true);
    assertProblem(right + choice("[x](gone.md)", false), 11, "the link \"gone.md\" leads to no");
    assertProblem(right + choice("![x](a.png)", false), 11, "images are not supported yet");
    assertProblem(right + choice("## x", false), 11, "there are no headings here");
    assertProblem(
        right + choice("[x](#gone)", false), 11, "the link \"#gone\" leads to no heading");
  }

  @Test
  void html_of_a_quiz_is_shown_as_text() {
    MultipleChoice question =
        question(
            HEAD.replace("Which?", "A <script>")
                + choice("A <img src=x>", true)
                + choice("B", false));
    assertEquals("A &lt;script&gt;", question.prompt().value());
    assertEquals("A &lt;img src=x&gt;", question.choices().getFirst().text().value());
  }

  private static String choice(String text, boolean correct) {
    return "[[questions.choices]]\ntext = '%s'\ncorrect = %s\nwhy = 'Why *%s*.'\n\n"
        .formatted(text, correct, text.startsWith("#") ? "x" : text);
  }

  private static List<String> keys(MultipleChoice question) {
    return question.choices().stream().map(Choice::key).toList();
  }

  private MultipleChoice question(String quiz) {
    return small.with(QUIZ, quiz).question();
  }

  private void assertProblem(String quiz, int line, String what) {
    String problem = small.with(QUIZ, quiz).problem();
    assertTrue(problem.startsWith("content/" + QUIZ + ":" + line + ": " + what), problem);
  }
}
