package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import interleave.browser.Chromium;
import interleave.browser.DemoOnPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run is shared from its demo and opened by somebody else. */
final class ShareOnPageTest extends SiteTest {
  private static final String LESSON = "/learn/sharing/one-memory";
  private static final String MARK = "Recorded · Python 3";

  @Test
  void a_shared_run_is_seen_by_somebody_else_and_run_again() {
    var mine = runOnLesson("print('<b>mine</b>')");
    var link = share(mine);
    assertTrue(link.matches("http://localhost:\\d+/r/[0-9A-Za-z]{10}"), link);
    assertTrue(
        mine.element(".keep p")
            .getText()
            .endsWith("Whoever has the link can see this program and this run."));

    try (var other = Chromium.start()) {
      other.open(link);
      var demo = new DemoOnPage(other, 1);
      demo.waitForState("Finished, exit code 0");
      assertEquals(List.of("<b>mine</b>"), demo.said());
      assertEquals("print('<b>mine</b>')", demo.element(".code").getText().strip());
      assertTrue(demo.element(".mark").getText().startsWith(MARK));
      assertTrue(other.elements(".written").isEmpty());
      assertFalse(demo.element("[data-keep=share]").isDisplayed());
      assertEquals(List.of(), other.problems());
      checkLooks(other);
      // axe reads the style sheets in a way that the page forbids.
      other.problems();

      demo.press("run");
      other.until(() -> "the mark to go", () -> !demo.element(".mark").isDisplayed());
      demo.waitForState("Finished, exit code 0");
      assertEquals(List.of("<b>mine</b>"), demo.said());
      assertTrue(demo.element("[data-keep=share]").isDisplayed());
      assertEquals(List.of(), other.problems());
    }

    try (var plain = Chromium.withoutJavaScript()) {
      plain.open(link);
      assertEquals(List.of("<b>mine</b>"), plain.texts(".written .said"));
      assertTrue(plain.element(".written .marked").getText().startsWith(MARK));
      assertEquals("print('<b>mine</b>')", plain.element(".code").getText().strip());
    }
  }

  @Test
  void a_demo_of_the_course_keeps_its_title_and_is_shared_with_the_keyboard_alone() {
    open(LESSON);
    var demo = new DemoOnPage(browser, 1);
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    demo.element("[data-keep=share]").sendKeys(" ");
    browser.until(() -> "the link to be selected", () -> !selected().isEmpty());
    browser.open(selected());
    assertEquals("Numbers and letters, two threads", browser.element("h1").getText());
  }

  @Test
  void a_run_that_the_server_lost_is_said_to_be_gone_and_nothing_is_offered_any_more() {
    try (var restarted = RealSite.start()) {
      browser.open(restarted.at(LESSON).toString());
      var demo = new DemoOnPage(browser, 1);
      demo.press("run");
      demo.waitForState("Finished, exit code 0");
      // As a server that was started anew on the same port, which knows no run of before.
      browser.script(
          """
          const known = fetch;
          window.fetch = (address, options) =>
            known(String(address).replace(/runs\\/[^?]+/, "runs/gone"),
              options && { ...options, body: '{"run": "gone"}' });
          """);
      browser.click(demo.element("[data-keep=trace]"));
      browser.until(
          () -> "the reason",
          () -> demo.element(".keep p").getText().startsWith("There is no such run"));
      assertFalse(demo.element("[data-keep=share]").isDisplayed());
      assertFalse(demo.element("[data-keep=trace]").isDisplayed());
      browser.leave();
    }
  }

  private DemoOnPage runOnLesson(String program) {
    open(LESSON);
    var demo = new DemoOnPage(browser, 1);
    demo.edit();
    demo.type(program);
    demo.runFromTheKeyboard();
    demo.waitForState("Finished, exit code 0");
    return demo;
  }

  private String share(DemoOnPage demo) {
    browser.click(demo.element("[data-keep=share]"));
    browser.waitFor(".share-link input");
    browser.until(() -> "what it holds", () -> !demo.element(".keep p").getText().isEmpty());
    checkLooks(browser);
    return String.valueOf(browser.element(".share-link input").getDomProperty("value"));
  }

  private String selected() {
    return String.valueOf(
        browser.script(
            """
            const field = document.activeElement;
            return field.matches(".share-link input")
              ? field.value.slice(field.selectionStart, field.selectionEnd) : "";
            """));
  }

  /** On all screens nothing is wider than they are, and axe finds nothing. */
  @SuppressWarnings("deprecation")
  private static void checkLooks(Chromium on) {
    for (var look : Look.ALL) {
      look.on(on);
      assertEquals(0, PageFacts.of(on).sideways(), look::toString);
      var results = new AxeBuilder().setLegacyMode(true).analyze(on.driver());
      assertEquals(List.of(), results.getViolations(), look::toString);
    }
    Look.DESKTOP.on(on);
  }
}
