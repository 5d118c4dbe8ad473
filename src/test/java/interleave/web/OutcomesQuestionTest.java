package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.content.CourseReader;
import interleave.course.Question;
import interleave.course.Quiz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question of the course about what can come of a program, on its page. No program runs here. */
class OutcomesQuestionTest {
  private static final String LESSON = "sharing/one-memory";
  private static final String PAGE = "/learn/" + LESSON;
  private static final String ID = "one-memory-what-can-be-printed";

  private TestSite site;
  private Quiz quiz;

  @BeforeEach
  void start() throws IOException {
    var course = CourseReader.read(Path.of("content"));
    quiz = course.lesson(LESSON).orElseThrow().quiz();
    site = TestSite.start();
    site.restart(course);
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void it_shows_its_program_and_its_options_and_nothing_of_the_key() {
    var shown = shown();
    assertTrue(shown.contains("<span class=\"k\">def</span> <span class=\"f\">bob</span>():"));
    assertTrue(shown.contains("<code class=\"screen\">ann 1<br>bob<br>ann 2<br>all done</code>"));
    assertEquals(5, shown.split("type=\"checkbox\"", -1).length - 1);
    for (var told : List.of("<small>", "right", "wrong", "<em>", "checked")) {
      assertFalse(shown.contains(told), told);
    }
  }

  @Test
  void all_that_can_come_and_nothing_else_is_the_right_answer() {
    assertEquals(303, answer("/quiz", Question.Choice::correct));
    var shown = shown();
    assertEquals(3, shown.split("✓ your answer, right", -1).length - 1);
    for (var choice : question().choices()) {
      assertTrue(shown.contains("<small>" + choice.why().value() + "</small>"));
    }
    var record = site.get(PAGE).body();
    assertTrue(record.contains("%1$d of %1$d right.".formatted(quiz.questions().size())));
  }

  @Test
  void a_part_of_what_can_come_is_a_wrong_answer_that_can_be_tried_again() {
    var first = question().choices().getFirst();
    assertEquals(303, answer("/quiz", choice -> choice.correct() && !choice.equals(first)));
    assertTrue(shown().contains("✓ right, not ticked"));
    assertTrue(site.get(PAGE).body().contains("Retry the wrong one"));
    assertFalse(fieldset(site.get(PAGE + "?quiz=retry").body()).contains("<small>"));

    assertEquals(303, answer("/quiz?keep=right", Question.Choice::correct));
    assertFalse(site.get(PAGE).body().contains("Retry the"));
  }

  @Test
  void what_the_engine_found_is_served_nowhere() {
    for (var path :
        List.of(
            PAGE + "/demos/two_and_one.outcomes.json",
            PAGE + "/two_and_one.outcomes",
            "/content/1-sharing/demos/two_and_one.outcomes.json",
            "/static/two_and_one.outcomes.json")) {
      assertEquals(404, site.get(path).statusCode(), path);
    }
  }

  /** Sends the right answers to all questions, and to this one those that are wanted. */
  private int answer(String action, Predicate<Question.Choice> wanted) {
    var fields = new ArrayList<String>();
    for (var question : quiz.questions()) {
      var ours = question.id().equals(ID);
      multipleChoice(question).choices().stream()
          .filter(ours ? wanted : Question.Choice::correct)
          .forEach(choice -> fields.addAll(List.of(question.id(), choice.key())));
    }
    return site.form(PAGE + action, fields.toArray(String[]::new)).statusCode();
  }

  private Question.MultipleChoice question() {
    return multipleChoice(quiz.question(ID).orElseThrow());
  }

  private static Question.MultipleChoice multipleChoice(Question question) {
    return switch (question) {
      case Question.MultipleChoice choice -> choice;
    };
  }

  private String shown() {
    return fieldset(site.get(PAGE).body());
  }

  /** What the page has of this question. */
  private static String fieldset(String page) {
    var from = page.lastIndexOf("<fieldset", page.indexOf("name=\"" + ID + "\""));
    return page.substring(from, page.indexOf("</fieldset>", from));
  }
}
