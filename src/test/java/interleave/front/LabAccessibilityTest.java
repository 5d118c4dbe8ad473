package interleave.front;

import static interleave.front.ScriptedLab.LOST_UPDATE;
import static interleave.front.ScriptedLab.TWO_LOCKS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** axe finds nothing in a lab, in light and dark, on a wide and on a narrow window. */
final class LabAccessibilityTest extends ScriptedLabTest {
  @Test
  void a_fresh_lab_is_accessible() throws Exception {
    start(LOST_UPDATE);
    check();
  }

  @Test
  void a_lab_with_a_deadlock_and_all_that_can_be_open_is_accessible() throws Exception {
    start(TWO_LOCKS);
    site.events =
        List.of(
            """
            end {"schedules": 6, "perSecond": 6000, "complete": true, "reduced": true,\
             "samples": 0, "longest": 5, "outcomes": [{"kind": "finished", "output": "",\
             "schedule": "", "count": 4}, {"kind": "deadlock", "output": "a\\nb\\n",\
             "schedule": "1-2", "count": 2, "cycle": ["ann", "bob"], "waiting":\
             [["ann", "waits for right, which bob holds"],\
             ["bob", "waits for left, which ann holds"]]}, {"kind": "error", "output": "",\
             "error": "ann: ValueError: no", "exit": 1, "schedule": "2", "count": 1}],\
             "races": [{"name": "x", "kind": "variable", "accesses":\
             [{"line": 8, "writes": true}, {"line": 9, "writes": true}]}]}""");
    lab.press("explore");
    browser.waitFor(".outcome.deadlock .cycle");
    lab.press("share");
    browser.waitFor(".share-link input");
    browser.click(lab.element(".explorer summary"));
    check();

    browser.click(lab.element(".deadlock .show"));
    lab.waitForPosition("Step 0 of 4");
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "2");
    lab.waitForWords("T2 cannot go on");
    check();
  }

  @Test
  void a_program_that_does_not_compile_is_accessible() throws Exception {
    open("x = (\n");
    browser.waitFor(".fault");
    check();
  }

  // The legacy way opens no other window and takes half the time. It differs only with frames.
  @SuppressWarnings("deprecation")
  private void check() {
    var violations = new ArrayList<String>();
    for (int width : new int[] {1280, 390}) {
      for (var scheme : List.of("light", "dark")) {
        look(width, scheme);
        for (var rule :
            new AxeBuilder().setLegacyMode(true).analyze(browser.driver()).getViolations()) {
          for (var node : rule.getNodes()) {
            violations.add(width + " " + scheme + " " + rule.getId() + ": " + node.getHtml());
          }
        }
        var wide = browser.script("return document.documentElement.scrollWidth > innerWidth");
        assertEquals(false, wide, width + " px are too few");
      }
    }
    look(1280, "light");
    assertEquals(List.of(), violations);
  }

  private void look(int width, String scheme) {
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    var colours = List.of(Map.of("name", "prefers-color-scheme", "value", scheme));
    browser.command("Emulation.setEmulatedMedia", Map.of("features", colours));
  }
}
