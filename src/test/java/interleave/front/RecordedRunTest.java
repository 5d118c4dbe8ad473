package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.output;
import static interleave.front.ScriptedSite.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** When a demo offers its recorded run, and what it shows of it. */
final class RecordedRunTest extends ScriptedDemoTest {
  private static final String MARK = "Recorded · Python 3.11.2 · 20 Nov 2026";

  @Test
  void an_idle_demo_shows_its_recorded_run_when_asked_and_marks_it() {
    showRecorded();
    assertEquals("Finished, exit code 0", demo.state());
    assertEquals(List.of("kept"), demo.said());
    assertEquals(List.of("main"), demo.speakers());
    assertEquals(MARK, mark());
    assertEquals(List.of(MARK + ". Finished, exit code 0"), plain(demo.texts(".say")));
    assertTrue(demo.button("run").isEnabled());
    assertTrue(site.asked.isEmpty());
  }

  @Test
  void the_mark_is_gone_with_the_next_real_run() {
    site.events = List.of(started(), output("2.2", "real\\n"), end("exited", 0));
    showRecorded();
    demo.press("run");
    browser.until(demo::state, () -> demo.said().equals(List.of("real")));
    assertFalse(demo.element(".mark").isDisplayed());
    assertFalse(demo.element(".recorded").isDisplayed(), "offered beside a real run");
  }

  @Test
  void a_refusal_for_want_of_a_runner_offers_it_in_words() {
    site.refusals.add(new ScriptedSite.Refusal(503, "No sandbox."));
    demo.press("run");
    demo.waitForState("No sandbox.");
    var offer = "Meanwhile you can look at a run that was recorded.";
    browser.until(() -> offer, () -> demo.element(".recorded .words").getText().equals(offer));
    assertEquals(List.of("No sandbox. " + offer), demo.texts(".say"));
    showRecorded();
    assertEquals(List.of("kept"), demo.said());
  }

  @Test
  void a_refusal_of_the_program_itself_offers_nothing() {
    site.refusals.add(new ScriptedSite.Refusal(413, "Too long."));
    demo.press("run");
    demo.waitForState("Too long.");
    assertFalse(demo.element(".recorded .words").isDisplayed());
  }

  @Test
  void whoever_waits_for_a_busy_runner_may_look_at_it_instead() {
    site.refusals.add(new ScriptedSite.Refusal(429, "Busy."));
    site.events = List.of(started(), output("2.2", "real\\n"), end("exited", 0));
    demo.press("run");
    demo.waitForState("Busy. Trying again in 1 s.");
    showRecorded();
    assertEquals(List.of("kept"), demo.said());
    assertEquals(1, site.asked.size());
    assertFalse(demo.element("[data-do=stop]").isDisplayed(), "it still waits");
  }

  @Test
  void an_edited_program_is_told_apart_from_the_original_that_was_recorded() {
    browser.script("localStorage.setItem('interleave:draft:a/b/c', 'x = 1')");
    open();
    assertEquals("Show a recorded run of the original", button().getText());
    showRecorded();
    assertEquals(MARK + " · the original program", mark());
    browser.script("localStorage.clear()");
  }

  @Test
  void one_that_cannot_be_had_says_so() {
    site.recorded.clear();
    browser.click(button());
    var words = "The recorded run cannot be had right now; please try again.";
    browser.until(() -> words, () -> demo.element(".recorded .words").getText().equals(words));
    assertTrue(demo.texts(".mark").getFirst().isEmpty());
    assertFalse(demo.element(".out").isDisplayed());
    browser.problems();
  }

  @Test
  void where_storage_is_refused_it_is_shown_all_the_same() {
    var refusing =
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })";
    var script =
        browser
            .driver()
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", refusing));
    try {
      open();
      showRecorded();
      assertEquals(List.of("kept"), demo.said());
    } finally {
      browser.command("Page.removeScriptToEvaluateOnNewDocument", script);
    }
  }

  private void showRecorded() {
    browser.click(button());
    browser.until(() -> "a mark", () -> demo.element(".mark").isDisplayed());
  }

  private WebElement button() {
    return demo.element(".recorded button");
  }

  private String mark() {
    return plain(List.of(demo.element(".mark").getText())).getFirst();
  }

  private static List<String> plain(List<String> texts) {
    return texts.stream().map(text -> text.replace('\u00a0', ' ')).toList();
  }
}
