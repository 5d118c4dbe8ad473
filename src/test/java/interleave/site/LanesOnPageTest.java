package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.DemoOnPage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lanes of programs that really ran. */
final class LanesOnPageTest extends SiteTest {
  @AfterEach
  void sitAtADesk() {
    Look.DESKTOP.on(browser);
  }

  @Test
  void two_threads_have_lanes_within_their_process() {
    var demo = run("sharing/one-memory");

    assertEquals(List.of("main"), demo.texts(".process > .name b"));
    assertEquals(List.of("numbers", "letters"), demo.texts(".process li b"));
    assertEquals(List.of("1", "8", "8"), demo.texts(".lane-table td:last-child"));
    assertEquals(List.of("–", "main", "main"), demo.texts(".lane-table td:nth-child(3)"));
  }

  @Test
  void two_processes_have_a_frame_each() {
    var demo = run("sharing/own-memory");

    // Which of the two comes first is theirs to decide.
    assertEquals(
        Set.of("main", "numbers", "letters"), Set.copyOf(demo.texts(".process > .name b")));
    assertEquals(List.of(), demo.texts(".process li b"));
  }

  @Test
  void on_a_phone_lanes_fit_and_can_be_read() {
    Look.PHONE.on(browser);
    var demo = run("sharing/one-memory");
    browser.click(demo.element(".lane-table summary"));

    var facts = PageFacts.of(browser);
    assertEquals(0, facts.sideways());
    assertEquals(List.of(), facts.smallTexts());
    int wide = demo.element("canvas.tasks").getSize().width;
    assertTrue(wide > 220, () -> "the lanes are " + wide + " pixels wide");
  }

  private DemoOnPage run(String lesson) {
    open("/learn/" + lesson);
    var demo = new DemoOnPage(browser, 1);
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    browser.waitFor(".play:enabled");
    return demo;
  }
}
