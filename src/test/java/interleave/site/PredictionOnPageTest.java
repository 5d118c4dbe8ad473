package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.DemoOnPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a demo asks before its first run; the run answers. */
final class PredictionOnPageTest extends SiteTest {
  private static final String LESSON = "/learn/sharing/one-memory";
  private static final String GAP =
      """
      const came = document.querySelector(arguments[0]);
      const demo = came.previousElementSibling;
      return Math.round(came.getBoundingClientRect().top - demo.getBoundingClientRect().bottom);
      """;
  private static final String FIRST = "#prediction\\:numbers_and_letters";

  @BeforeEach
  void forgetDrafts() {
    open(LESSON);
    browser.script("localStorage.clear()");
    open(LESSON);
  }

  @Test
  void what_was_expected_stands_below_the_demo_after_its_run_and_at_the_next_visit() {
    var demo = new DemoOnPage(browser, 1);
    choose("To 8, once for each thread");
    assertTrue(browser.elements(FIRST + " .outcome").isEmpty());
    browser.click(browser.named("Run and see"));
    demo.waitForState("Finished, exit code 0");
    browser.waitFor(FIRST + " .why");

    var shown =
        "It came out differently. You expected “To 8, once for each thread”. It was “To 16”.";
    assertEquals(shown, browser.element(FIRST + " .outcome").getText());
    assertFalse(browser.elements("demo-runner:nth-of-type(1) + " + FIRST).isEmpty());
    assertEquals(0L, browser.script(GAP, FIRST), "it is part of the card");
    browser.driver().navigate().refresh();
    assertEquals(
        shown, browser.element("demo-runner:nth-of-type(1) + " + FIRST + " .outcome").getText());
  }

  @Test
  void the_run_button_answers_too_and_the_progress_lists_it() {
    var demo = new DemoOnPage(browser, 1);
    choose("To 16");
    demo.press("run");
    browser.waitFor(FIRST + " .why");
    assertTrue(isKnown());

    open("/progress");
    assertTrue(browser.element("main").getText().contains("Predictions: 1 of 1 right."));
  }

  @Test
  void a_run_without_an_answer_or_with_skip_keeps_nothing() {
    browser.waitFor(FIRST + " [data-skip]");
    browser.click(browser.element(FIRST + " [data-skip]"));
    assertFalse(browser.element(FIRST).isDisplayed());
    var demo = new DemoOnPage(browser, 1);
    assertEquals(demo.button("run"), browser.focused());

    open(LESSON);
    demo = new DemoOnPage(browser, 1);
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    browser.until(() -> "the form to go", () -> !browser.element(FIRST).isDisplayed());
    assertFalse(isKnown());
  }

  @Test
  void an_edited_program_is_not_asked_about() {
    var demo = new DemoOnPage(browser, 1);
    choose("To 16");
    demo.edit();
    demo.type("print('mine')");
    assertFalse(browser.element(FIRST).isDisplayed());
    demo.runFromTheKeyboard();
    demo.waitForState("Finished, exit code 0");
    assertFalse(isKnown());
    demo.press("reset");
    assertTrue(browser.element(FIRST).isDisplayed());
  }

  @Test
  void what_the_run_measures_decides_where_that_is_asked() {
    open("/learn/sharing/own-memory");
    var demo = new DemoOnPage(browser, 1);
    browser.element(".prediction input[type=number]").sendKeys("5");
    demo.press("run");
    browser.waitFor(".prediction .why");

    var outcome = browser.element(".prediction .outcome").getText();
    assertTrue(
        outcome.matches(
            "It came out differently. You expected 5 s, your run measured \\d\\S* s\\."),
        outcome);
  }

  /** Whether the browser holds the cookie of a learner of whom something is kept. */
  private boolean isKnown() {
    return browser.driver().manage().getCookieNamed("interleave") != null;
  }

  private void choose(String text) {
    browser.click(browser.element(FIRST + " input[value='" + text + "']"));
  }
}
