package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The lanes of a comparison: one picture for each Python, looked at together. */
final class AlignedLanesTest extends ScriptedComparisonTest {
  private static final String LOADED =
      """
      return performance.getEntriesByType("resource").some(({ name }) => name.endsWith("lanes.js"))
      """;

  @BeforeEach
  void compareTwoPythons() throws IOException {
    show(ScriptedPage.ready(List.of("3.11", "3.13t"), List.of()).pythons());
  }

  @Test
  void each_python_has_its_own_lanes_on_one_time_axis() {
    takes("3.11", 1000, 900, 800);
    takes("3.13t", 500, 450, 350);
    compare();

    assertEquals(
        List.of(
            "Python 3.11\nwith the GIL, the median of 3 runs",
            "Python 3.13t\nwithout the GIL, the median of 3 runs"),
        browser.texts(".strip .head"));
    assertEquals(1.0, reaches().getFirst(), 0.02);
    assertEquals(0.5, reaches().getLast(), 0.02);
    assertEquals("900.0 ms of 900.0 ms", clock());
  }

  @Test
  void they_have_one_replay_and_one_key() {
    compareOnce();
    assertEquals(1, browser.elements(".aligned .replay").size());
    assertEquals(1, displayed(".aligned .key"));

    browser.script("document.querySelector('.aligned .replay input').focus()");
    browser.press(Keys.HOME);
    for (int i = 0; i < 3; i++) {
      browser.press(Keys.PAGE_UP);
    }
    assertEquals("270.0 ms of 900.0 ms", clock());
    told("waiting", "waiting", "waiting", "waiting");

    for (int i = 0; i < 3; i++) {
      browser.press(Keys.PAGE_UP);
    }
    assertEquals("540.0 ms of 900.0 ms", clock());
    told("waiting", "waiting", "not there", "not there");
  }

  @Test
  void a_moment_that_is_pointed_at_is_told_of_all() {
    compareOnce();
    pointAt(1, 720);
    told("waiting", "waiting", "not there", "not there");
    var words = text(".strip:first-child .pointed");
    assertTrue(words.matches("main at (719|720)\\.\\d ms: waiting"), words);
    assertEquals("", text(".strip:nth-child(2) .pointed"));

    new Actions(browser.driver()).moveToElement(element(".versus .title")).perform();
    told("process 2", "thread", "process 2", "thread");
  }

  @Test
  void who_looks_closer_does_so_in_all() {
    choose(".times", "1");
    takes("3.11", 900);
    takes("3.13t", 540);
    compare();
    assertEquals(0.6, reaches().getLast(), 0.02);

    click(".aligned .closer");
    // Halves the time that is seen around its middle: from 225 to 675 ms.
    assertEquals(0.7, reaches().getLast(), 0.02);
    assertTrue(element(".aligned .whole").isEnabled());

    browser.script("document.querySelector('.strip:nth-child(1) .lane-scroll').focus()");
    browser.press("-");
    assertEquals(0.6, reaches().getLast(), 0.02);
    browser.until(() -> "no more to see", () -> !element(".aligned .whole").isEnabled());
  }

  @Test
  void another_comparison_has_others() {
    compareOnce();
    takes("3.11", 300);
    takes("3.13t", 600);
    compare();

    browser.until(this::clock, () -> clock().equals("600.0 ms of 600.0 ms"));
    assertEquals(List.of(0.5, 1.0), reaches().stream().map(AlignedLanesTest::rounded).toList());
    assertEquals(2, browser.elements(".strip").size());
  }

  @Test
  void an_early_end_leaves_the_lanes_of_what_ran() {
    choose(".times", "1");
    takes("3.11", 900);
    next("3.13t", ScriptedSite.started(), ScriptedSite.end("failed", 3));
    click(RUN);
    waitFor("broken");

    browser.waitFor(".strip .names b");
    assertEquals(List.of("Python 3.11\nwith the GIL"), browser.texts(".strip .head"));
  }

  @Test
  void programs_side_by_side_have_theirs_under_the_result_too() throws IOException {
    show(ScriptedPage.ON_ONE.comparison());
    takes("one", 1000, 1000, 1000);
    takes("two", 500, 500, 500);
    compare();

    assertEquals(List.of("One", "Two"), browser.texts(".strip .head b"));
    assertEquals(List.of(1.0, 0.5), reaches().stream().map(AlignedLanesTest::rounded).toList());
  }

  @Test
  void who_only_reads_does_not_load_them() {
    assertEquals(false, browser.script(LOADED));
    compareOnce();
    assertEquals(true, browser.script(LOADED));
  }

  @Test
  void what_was_predicted_may_stand_between_a_demo_and_its_pythons() throws IOException {
    show(
        ScriptedPage.ready(List.of("3.11", "3.13t"), List.of())
            .pythons("<demo-prediction class=\"prediction came\">It came.</demo-prediction>"));
    compareOnce();

    assertEquals(2, browser.elements(".strip").size());
  }

  private void compareOnce() {
    choose(".times", "1");
    takes("3.11", 900);
    takes("3.13t", 450);
    compare();
  }

  private void compare() {
    click(RUN);
    waitFor("done");
    browser.waitFor(".aligned .play:enabled");
  }

  /** Moves the pointer to a moment on the first lane of a strip; the axis has 900 ms. */
  private void pointAt(int strip, int ms) {
    var canvas = element(".strip:nth-child(" + strip + ") canvas.tasks");
    browser.script("arguments[0].scrollIntoView({block: 'center'})", canvas);
    int wide = canvas.getSize().width;
    int x = 8 + ms * (wide - 16) / 900;
    new Actions(browser.driver())
        .moveToElement(canvas, x - wide / 2, 4 + 16 - canvas.getSize().height / 2)
        .perform();
  }

  /** Waits until the notes beside the names of all lanes are these. */
  private void told(String... notes) {
    browser.until(
        () -> List.of(notes) + ", not " + browser.texts(".strip .name small"),
        () -> browser.texts(".strip .name small").equals(List.of(notes)));
  }

  private long displayed(String selector) {
    return browser.elements(selector).stream().filter(each -> each.isDisplayed()).count();
  }

  private String clock() {
    return (String) browser.drawn("document.querySelector('.aligned .clock').innerText");
  }

  private static double rounded(double reach) {
    return Math.round(reach * 20) / 20.0;
  }
}
