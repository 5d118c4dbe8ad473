package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.DemoOnPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo that downloads pages: as it is, and changed by a learner. */
final class NetworkOnPageTest extends SiteTest {
  @Test
  void five_pages_are_downloaded() {
    var demo = open();

    demo.press("run");

    demo.waitForState("Finished, exit code 0");
    assertTrue(demo.said().contains("news has 4000 bytes"), () -> "" + demo.said());
    assertTrue(demo.speakers().contains("weather"), () -> "" + demo.speakers());
  }

  @Test
  void a_changed_program_has_the_network_too() {
    var demo = open();

    demo.edit();
    demo.type("from urllib.request import urlopen\nprint(urlopen('http://maps.example/').status)");
    demo.runFromTheKeyboard();

    demo.waitForState("Finished, exit code 0");
    assertEquals(List.of("200"), demo.said());
  }

  private DemoOnPage open() {
    open("/learn/choosing/waiting-or-calculating");
    browser.script("localStorage.clear()");
    return new DemoOnPage(browser, 1);
  }
}
