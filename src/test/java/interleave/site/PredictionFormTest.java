package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import org.junit.jupiter.api.Test;

/** A prediction is a plain form: this browser runs no script. */
final class PredictionFormTest extends SiteTest {
  PredictionFormTest() {
    super(Chromium::withoutJavaScript);
  }

  @Test
  void a_prediction_is_kept_and_answered_without_javascript() {
    open("/learn/sharing/one-memory");
    browser.click(browser.element(".prediction input[value='To 16']"));
    browser.follow(browser.named("Keep my answer"));

    assertEquals("/learn/sharing/one-memory#prediction:numbers_and_letters", browser.path());
    assertTrue(
        browser.element(".prediction .outcome").getText().startsWith("✓ It came as you expected."));
    assertTrue(browser.elements(".versus:not([hidden])").isEmpty());
  }

  @Test
  void what_a_run_would_measure_is_kept_until_there_is_one() {
    open("/learn/sharing/own-memory");
    browser.element(".prediction input[type=number]").sendKeys("0.8");
    browser.follow(browser.named("Keep my answer"));

    assertEquals(
        "You expect 0.8 s. Run the program to see what comes.",
        browser.element(".prediction .outcome").getText());
  }
}
