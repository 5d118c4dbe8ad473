package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Comparisons of recorded runs: when they are offered, and that they never pass for runs of now.
 */
final class RecordedComparisonTest extends ScriptedComparisonTest {
  private static final String SHOW = "[data-compare=recorded]";
  private static final String MARK = "Recorded · Python 3.11.2 · 20 Nov 2026";
  private static final String BUSY = "Meanwhile you can look at a comparison that was recorded.";

  @Test
  void where_nothing_can_be_run_recorded_runs_are_compared() throws IOException {
    show(ScriptedPage.withoutRunner(List.of("3.11")).comparison());
    tookWhenRecorded("one", "3.11", 1000);
    tookWhenRecorded("two", "3.11", 500);
    assertTrue(browser.elements(RUN).isEmpty());
    assertTrue(primary());
    click(SHOW);
    waitFor("recorded");

    assertEquals(List.of("One", "1.00 s", "0.50 s", "0.50", "9 MiB", "2"), row(1));
    assertEquals(List.of("Two", "0.50 s", "0.25 s", "0.50", "9 MiB", "2"), row(2));
    assertEquals("Recorded once each, so no spread is known.", text("caption"));
    var verdict = "In one recorded run each, “Two” was 2.00 times as fast as “One”.";
    assertEquals(List.of(MARK, verdict), said());
    assertEquals(MARK + ". " + verdict, plain(text(".versus .say")));
    untilStrips("b", List.of("One", "Two"));
    untilStrips(".mark", List.of(MARK, MARK));
    assertTrue(site.asked.isEmpty());
    assertFalse(element(".demo .out").isDisplayed(), "a demo changed too");
  }

  @Test
  void their_lanes_have_one_time_axis() throws IOException {
    show(ScriptedPage.withoutRunner(List.of("3.11")).comparison());
    tookWhenRecorded("one", "3.11", 1000);
    tookWhenRecorded("two", "3.11", 400);
    click(SHOW);
    browser.waitFor(".strip:nth-child(2) .names b");

    assertEquals(1.0, reaches().getFirst(), 0.02);
    assertEquals(0.4, reaches().getLast(), 0.02);
  }

  @Test
  void beside_a_runner_they_are_offered_quietly_and_take_the_place_of_what_was_measured() {
    assertFalse(primary());
    assertEquals("Python 3.11.2 · 20 Nov 2026", plain(text(".versus .recorded small")));
    tookWhenRecorded("one", "3.11", 1000);
    tookWhenRecorded("two", "3.11", 500);
    takes("one", 300, 300, 300);
    takes("two", 300, 300, 300);
    click(RUN);
    waitFor("done");
    assertFalse(element(".versus > .mark").isDisplayed());

    click(SHOW);
    waitFor("recorded");
    assertEquals(List.of("1.00 s", "0.50 s"), List.of(row(1).get(1), row(2).get(1)));
    assertEquals(MARK, said().getFirst());

    choose(".times", "1");
    takes("one", 600);
    takes("two", 900);
    click(RUN);
    waitFor("done");
    assertEquals(List.of("0.60 s", "0.90 s"), List.of(row(1).get(1), row(2).get(1)));
    assertEquals(List.of("", "In one run each, “Two” took 1.50 times as long as “One”."), said());
    untilStrips(".mark", List.of());
  }

  @Test
  void nobody_is_led_to_them_while_programs_run() {
    site.goesOn = true;
    site.events = List.of(started());
    click(RUN);
    browser.until(() -> text(".going"), () -> text(".going").endsWith("Running"));
    assertFalse(element(".versus .recorded").isDisplayed());
    click(STOP);
    waitFor("broken");
    assertTrue(element(".versus .recorded").isDisplayed());
    assertFalse(primary());
  }

  @Test
  void whoever_waits_for_a_busy_runner_may_look_at_them_instead() {
    tookWhenRecorded("one", "3.11", 1000);
    tookWhenRecorded("two", "3.11", 500);
    site.refusals.add(new ScriptedSite.Refusal(429, "Busy."));
    click(RUN);
    browser.until(() -> BUSY, () -> words().equals(BUSY));
    assertTrue(primary());
    assertFalse(element(".demo .recorded").isDisplayed(), "the demo offers its own too");
    click(SHOW);
    waitFor("recorded");

    assertEquals("1.00 s", row(1).get(1));
    assertEquals(MARK, said().getFirst());
    assertEquals(1, site.asked.size());
    assertFalse(element(STOP).isDisplayed(), "it still waits");
    assertEquals("", text(".going"));
  }

  @Test
  void a_busy_runner_that_gets_free_is_used_and_the_offer_is_gone() {
    choose(".times", "1");
    site.refusals.add(new ScriptedSite.Refusal(429, "Busy."));
    click(RUN);
    browser.until(() -> BUSY, () -> words().equals(BUSY));
    waitFor("done");

    assertEquals("", words());
    assertFalse(primary());
  }

  @Test
  void a_comparison_that_ends_for_want_of_a_runner_offers_them() {
    site.refusals.add(new ScriptedSite.Refusal(503, "No sandbox."));
    click(RUN);
    waitFor("broken");

    assertEquals("Ended early. Run 1 of 3: One. No sandbox.", text(".going"));
    assertEquals(BUSY, words());
    assertTrue(primary());
  }

  @Test
  void a_refusal_of_a_program_itself_offers_nothing() {
    site.refusals.add(new ScriptedSite.Refusal(413, "The program is too large."));
    click(RUN);
    waitFor("broken");

    assertEquals("", words());
    assertFalse(primary());
  }

  @Test
  void a_python_that_is_not_installed_is_compared_as_recorded_with_all_the_others()
      throws IOException {
    show(ScriptedPage.ready(List.of("3.11"), List.of("3.11", "3.13t")).pythons());
    tookWhenRecorded("one", "3.11", 1000);
    tookWhenRecorded("one", "3.13t", 800);
    assertTrue(browser.elements(RUN).isEmpty(), "a single Python is compared");
    assertEquals("Python 3.13t is not installed here.", words());
    click(SHOW);
    waitFor("recorded");

    assertEquals("Python 3.11|with the GIL", row(1).getFirst());
    assertEquals("Python 3.13t|without the GIL", row(2).getFirst());
    assertEquals(
        List.of(
            "Recorded · Python 3.11.2 and 3.13.2 · 20 Nov 2026 and 24 Nov 2026",
            "In one recorded run each, Python 3.13t (without the GIL) was 1.25 times as fast as"
                + " Python 3.11 (with the GIL)."),
        said());
    untilStrips("b", List.of("Python 3.11", "Python 3.13t"));
    untilStrips(".mark", List.of(MARK, "Recorded · Python 3.13.2 · 24 Nov 2026"));
  }

  @Test
  void what_is_installed_is_run_without_a_row_of_what_is_not() throws IOException {
    show(ScriptedPage.ready(List.of("3.11", "3.14"), List.of("3.11", "3.13t", "3.14")).pythons());
    choose(".times", "1");
    takes("3.11", 1000);
    takes("3.14", 500);
    click(RUN);
    waitFor("done");

    assertEquals(
        List.of("Python 3.11\nwith the GIL", "Python 3.14\nwith the GIL"),
        browser.texts(".compared tbody th"));
    assertEquals("Python 3.13t is not installed here.", words());
    assertFalse(primary());
  }

  @Test
  void programs_side_by_side_offer_the_python_that_is_chosen() throws IOException {
    show(ScriptedPage.ready(List.of("3.11"), List.of("3.11", "3.13t")).comparison());
    for (var python : List.of("3.11", "3.13t")) {
      tookWhenRecorded("one", python, 1000);
      tookWhenRecorded("two", python, python.endsWith("t") ? 500 : 1000);
    }
    choose(".on", "3.13t");
    assertFalse(element(RUN).isEnabled());
    assertTrue(primary());
    assertEquals("Python 3.13t is not installed here.", words());
    click(SHOW);
    waitFor("recorded");
    assertEquals("Recorded · Python 3.13.2 · 24 Nov 2026", said().getFirst());
    assertEquals("0.50 s", row(2).get(1));

    choose(".on", "all");
    assertTrue(element(RUN).isEnabled());
    click(SHOW);
    untilStrips("b", List.of("One", "Two", "One", "Two"));
    assertEquals("One|Python 3.11, with the GIL", row(1).getFirst());
    assertEquals("Two|Python 3.13t, without the GIL", row(4).getFirst());
  }

  @Test
  void edited_programs_are_told_apart_from_the_originals_that_were_recorded() throws IOException {
    tookWhenRecorded("one", "3.11", 1000);
    tookWhenRecorded("two", "3.11", 500);
    click("demo-runner:nth-of-type(2) [data-do=edit]");
    browser.waitFor("demo-runner:nth-of-type(2) .cm-focused");
    browser.press("#");
    assertEquals("Show the recorded comparison of the original", text(SHOW));
    click(SHOW);
    waitFor("recorded");

    assertEquals(MARK + " · the original program", said().getFirst());
    untilStrips(".mark", List.of(MARK, MARK + " · the original program"));
    browser.script("localStorage.clear()");
  }

  @Test
  void those_that_cannot_be_had_are_named_as_such_and_what_was_there_stays() {
    takes("one", 300, 300, 300);
    takes("two", 300, 300, 300);
    click(RUN);
    waitFor("done");
    tookWhenRecorded("one", "3.11", 1000);
    click(SHOW);

    var sorry = "The recorded runs cannot be had right now; please try again.";
    browser.until(() -> sorry, () -> words().equals(sorry));
    assertEquals("0.30 s", row(1).get(1));
    assertEquals("", said().getFirst());
    browser.problems();
  }

  @Test
  void a_recorded_run_that_did_not_end_well_is_shown_but_not_compared() {
    tookWhenRecorded("one", "3.11", 1000);
    site.recorded.put("a/b/two/3.11", ScriptedSite.recording(List.of(started(), end("failed", 3))));
    click(SHOW);
    waitFor("recorded");

    assertEquals("Two: Failed, exit code 3.", text(".going"));
    assertEquals(List.of(MARK, ""), said());
    untilStrips("b", List.of("One", "Two"));
  }

  @Test
  void without_recorded_runs_nothing_is_offered() throws IOException {
    show(ScriptedPage.ready(List.of("3.11"), List.of()).comparison());

    assertTrue(browser.elements(SHOW).isEmpty());
    assertTrue(element(RUN).isEnabled());
  }

  /** Whether the button stands out as the thing to press. */
  private boolean primary() {
    return browser.elements(SHOW + ".plain").isEmpty();
  }

  private String words() {
    return text(".versus .recorded .words");
  }
}
