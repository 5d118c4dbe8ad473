package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import java.time.Duration;
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

  @Test
  void two_threads_never_use_more_than_one_core_and_processes_tell_what_they_use() {
    open(LESSON);
    compareOnce();
    // Other programs of the machine may have a core meanwhile, so that there is no least.
    double threads = cores("Two threads");
    assertTrue(threads < 1.2, "threads used " + threads);
    double processes = cores("Two processes");
    assertTrue(processes > 0 && processes < 2.4, "processes used " + processes);
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
