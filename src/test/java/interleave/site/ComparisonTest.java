package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.browser.Chromium;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison of the course, with real runs. */
final class ComparisonTest extends SiteTest {
  static final String LESSON = "/learn/choosing/waiting-or-calculating";

  private static final String BEFORE_THE_LAST_CELL =
      """
      const last = document.querySelector(".demos .compared td:last-child");
      return getComputedStyle(last, "::before").content.replaceAll('"', "");
      """;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String UNTIL_DONE =
      """
      const [place, tell] = arguments;
      const comparison = document.querySelector(place);
      const look = () => comparison.dataset.state === "done" && tell();
      new MutationObserver(look).observe(comparison, { attributes: true });
      look();
      """;

  /** Other programs of the machine may have a core meanwhile: the best of some tries counts. */
  private static final int TRIES = 8;

  @Test
  void two_processes_keep_two_cores_busy_and_two_threads_only_one() {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two processes want two cores");
    open(LESSON);
    var threads = new ArrayList<Double>();
    var processes = new ArrayList<Double>();
    for (int i = 0; i < TRIES && processes.stream().noneMatch(cores -> cores > 1.6); i++) {
      compareOnce();
      threads.add(cores("Two threads"));
      processes.add(cores("Two processes"));
    }
    var all = "threads " + threads + ", processes " + processes;
    System.getLogger("interleave.test").log(System.Logger.Level.INFO, "Cores used: " + all);
    assertTrue(threads.stream().allMatch(cores -> cores < 1.2), all);
    assertTrue(processes.stream().anyMatch(cores -> cores > 1.6), all);
  }

  @Test
  void each_has_its_own_output_and_the_table_fits_a_phone_and_is_printed() {
    open(LESSON);
    compareOnce();

    assertEquals(
        List.of("In turn", "Two threads", "Two processes"),
        browser.texts(".demos .compared tbody th"));
    assertEquals(6, browser.elements(".demos .said").size());
    assertTrue(browser.element(".demos .verdict").getText().startsWith("In one run each, "));
    Look.PHONE.on(browser);
    var facts = PageFacts.of(browser);
    assertEquals(0, facts.sideways());
    assertEquals(List.of(), facts.smallTexts());
    assertEquals("Tasks", browser.script(BEFORE_THE_LAST_CELL));
    Look.DESKTOP.on(browser);
    browser.onPaper(() -> assertTrue(browser.element(".demos .compared").isDisplayed()));
  }

  private void compareOnce() {
    compareOnce(browser, ".demos");
  }

  /** Runs each of the programs, or each of the Pythons, once and waits for the result. */
  static void compareOnce(Chromium browser, String place) {
    browser.waitFor(place + " > .versus");
    browser.script("document.querySelector(arguments[0]).value = 1", place + " .times");
    browser.click(browser.element(place + " [data-compare=run]"));
    // To ask again and again would take time of the cores that the programs are to have.
    browser.driver().manage().timeouts().scriptTimeout(PATIENCE);
    browser.driver().executeAsyncScript(UNTIL_DONE, place);
  }

  private double cores(String program) {
    return Double.parseDouble(
        (String)
            browser.script(
                """
                const row = [...document.querySelectorAll(".demos .compared tbody tr")]
                  .find((tr) => tr.cells[0].textContent === arguments[0]);
                return row.querySelector("[data-label='Cores used'] b").textContent;
                """,
                program));
  }
}
