package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.selenium.AxeBuilder;
import interleave.browser.DemoOnPage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** axe finds nothing, in light and dark, on a wide and on a narrow window. */
final class AccessibilityTest extends SiteTest {
  private static final String LESSON = "sharing/one-memory";

  @BeforeEach
  void sitAtADesk() {
    Look.DESKTOP.on(browser);
  }

  @Test
  void the_course_is_accessible_before_and_after_answers() {
    open("/");
    check();
    answer(1);
    open("/");
    check();
  }

  @Test
  void every_lesson_is_accessible() {
    for (var lesson : QuizOnPage.COURSE.lessons().toList()) {
      open(lesson.path());
      check();
    }
  }

  @Test
  void a_finished_demo_is_accessible() {
    open("/learn/" + LESSON);
    var demo = new DemoOnPage(browser, 1);
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    browser.click(demo.element(".lane-table summary"));
    check();
  }

  @Test
  void a_comparison_with_its_result_is_accessible() {
    open(ComparisonTest.LESSON);
    ComparisonTest.compareOnce(browser, ".demos");
    browser.waitFor(".strip:nth-child(3) .names b");
    check();
  }

  @Test
  void a_prediction_with_what_came_is_accessible() {
    open("/learn/" + LESSON);
    // A draft of another test: edited programs are not asked about.
    browser.script("localStorage.clear()");
    open("/learn/" + LESSON);
    browser.click(browser.element(".prediction input[value='To 16']"));
    browser.click(browser.named("Run and see"));
    browser.waitFor(".prediction .why");
    check();
    open("/progress");
    check();
  }

  @Test
  void an_open_editor_and_the_traceback_of_its_program_are_accessible() {
    open("/learn/" + LESSON);
    var demo = new DemoOnPage(browser, 1);
    demo.edit();
    demo.type("1 / 0  # too much");
    demo.runFromTheKeyboard();
    demo.waitForState("Failed, exit code 1");
    check();
  }

  @Test
  void a_quiz_is_accessible_with_answers_missing_or_wrong_or_opened_again_or_all_right() {
    open("/learn/" + LESSON);
    new QuizOnPage(browser, LESSON).send();
    check();
    answer(1, 2);
    check();
    browser.follow(browser.named("Retry the 2 wrong ones"));
    check();
    new QuizOnPage(browser, LESSON).answer();
    check();
  }

  @Test
  void the_progress_is_accessible_empty_and_filled() {
    open("/progress");
    check();
    answer(1);
    open("/progress");
    check();
  }

  @Test
  void a_page_that_is_not_there_is_accessible() {
    open("/nowhere");
    check();
  }

  private void answer(Integer... wrong) {
    open("/learn/" + LESSON);
    new QuizOnPage(browser, LESSON).answer(wrong);
  }

  private void check() {
    assertEquals(List.of(), Look.ALL.stream().flatMap(this::violations).toList());
    Look.DESKTOP.on(browser);
  }

  // The legacy way opens no other window and takes half the time. It differs only with frames.
  @SuppressWarnings("deprecation")
  private Stream<String> violations(Look look) {
    look.on(browser);
    var results = new AxeBuilder().setLegacyMode(true).analyze(browser.driver());
    return results.getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(node -> look + " " + rule.getId() + ": " + node.getHtml()));
  }
}
