package interleave.front;

import static interleave.front.Explorations.ONE;
import static interleave.front.Explorations.TWO;
import static interleave.front.Explorations.counted;
import static interleave.front.Explorations.end;
import static interleave.front.ScriptedLab.LOST_UPDATE;
import static interleave.front.ScriptedLab.TWO_LOCKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** How every order is tried, and what is said of what comes of it. */
final class LabExplorationTest extends ScriptedLabTest {
  private static final String DEADLOCK =
      """
      {"kind": "deadlock", "output": "", "schedule": "1-2", "cycle": ["ann", "bob"], "waiting":\
       [["main", "waits for ann to end"], ["ann", "waits for right, which bob holds"],\
       ["bob", "waits for left, which ann holds"]], "count": 2}""";

  @Test
  void how_far_it_is_is_said_and_each_outcome_comes_as_it_is_found() throws Exception {
    start(LOST_UPDATE);
    site.events =
        List.of(
            "outcome " + TWO.formatted(""),
            "progress {\"schedules\": 1200, \"perSecond\": 6100}",
            "outcome " + ONE.formatted(""));
    site.laterEvents = List.of(end(true, false, counted(TWO, 343), counted(ONE, 3089)));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.outcomes().size() == 2);
    assertEquals("1,200 orders tried, 6,100 per second", lab.progress());
    assertEquals(List.of("Prints 2 | found", "Prints 1 | found"), lab.outcomes());

    site.more.countDown();
    browser.until(lab::progress, () -> lab.progress().startsWith("What comes of it"));
    assertEquals(
        "What comes of it depends on the order. Every outcome is listed. All 3,432 orders were tried. No order ends in an error or a"
            + " deadlock, or goes on for ever.",
        lab.progress());
    assertEquals("PROVED, line by line: these 2 outcomes, no other", lab.text(".lab-verdict"));
    assertEquals("none", mark());
    assertEquals(
        List.of("Prints 2 | 10% of 3,432 orders", "Prints 1 | 90% of 3,432 orders"),
        lab.outcomes());
    assertTrue(lab.text(".honest").startsWith("These are orders that the language allows; Python"));
    assertEquals(
        "Line 8 reads counter and line 9 changes it, with nothing between them that puts one"
            + " first.",
        lab.text(".races li"));
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void orders_that_were_left_out_are_not_part_of_a_share() throws Exception {
    start(LOST_UPDATE);
    site.events = List.of(end(true, true, counted(ONE, 4), counted(TWO, 2)));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.outcomes().size() == 2);

    assertEquals("Prints 1 | 4 of 6 orders that differ in what they touch", outcome(0));
  }

  @Test
  void what_was_not_tried_to_its_end_says_why_and_counts_what_was_tried() throws Exception {
    start(LOST_UPDATE);
    site.events = List.of(end(false, false, counted(ONE, 15_000), counted(TWO, 9_000)));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.outcomes().size() == 2);

    assertEquals("Prints 1 | 15,000 of 24,000 orders tried", outcome(0));
    assertEquals(
        "Not every order was tried: there was no more time. So far 24,000 orders, 12 of them drawn"
            + " at random. There may be outcomes that are not listed.",
        lab.progress());
    assertEquals("NOT ALL TRIED", lab.text(".lab-verdict"));
    assertEquals("none", mark());
  }

  @Test
  void how_many_orders_are_stood_for_and_what_was_held_fixed_is_said() throws Exception {
    start(LOST_UPDATE);
    var more =
        "\"orders\": 3432, \"ordersCounted\": true, \"assumptions\": [\"random\", \"lines\"],";
    site.events =
        List.of(
            end(true, true, counted(ONE, 6), counted(TWO, 2))
                .replace("\"longest\"", more + "\"longest\""));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.progress().startsWith("What comes of it"));

    assertTrue(lab.progress().contains(" 8 orders stand for all 3,432: "), lab.progress());
    assertEquals(
        "Held fixed or not modelled: random numbers (always the same), lines (one step each).",
        lab.text(".assumed"));
  }

  @Test
  void one_order_of_several_threads_is_not_called_a_proof() throws Exception {
    start(LOST_UPDATE);
    site.events =
        List.of(
            end(true, true, counted(ONE, 1))
                .replace("\"longest\"", "\"threads\": 2, \"apart\": true, \"longest\""));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.progress().startsWith("These threads touch nothing"));

    assertEquals("NOTHING IN COMMON", lab.text(".lab-verdict"));
    assertEquals("none", mark());
  }

  @Test
  void options_go_with_the_request_and_a_limit_counts_every_order() throws Exception {
    start(LOST_UPDATE);
    site.events = List.of(end(true, false, counted(ONE, 3), counted(TWO, 1)));
    browser.click(lab.element(".explorer summary"));
    var limit = lab.element("[name=preemptions]");
    browser.click(limit);
    limit.sendKeys("at most 1", Keys.ENTER);
    assertFalse(lab.element("[name=reduction]").isEnabled());

    lab.press("explore");
    var request = site.explored.poll(10, TimeUnit.SECONDS);
    assertEquals(1, request.path("preemptions").asInt());
    assertFalse(request.path("reduction").asBoolean());
    assertEquals("line", request.path("granularity").asString());
    browser.until(lab::progress, () -> lab.outcomes().size() == 2);
    assertEquals("Prints 1 | 75% of 4 orders with at most 1 forced switch", outcome(0));
  }

  @Test
  void a_deadlock_says_who_waits_for_whom_and_can_be_gone_through() throws Exception {
    start(TWO_LOCKS);
    site.events = List.of(end(true, true, TWO.formatted(", \"count\": 4"), DEADLOCK));

    lab.press("explore");
    browser.waitFor(".outcome.deadlock .cycle");
    assertEquals("VIOLATION", lab.text(".lab-verdict"));
    assertEquals(
        "They wait in a ring: T1 waits for T2, T2 waits for T1.", lab.text(".deadlock .ring p"));
    assertEquals(
        List.of(
            "main waits for T1 to end",
            "T1 waits for right, which T2 holds",
            "T2 waits for left, which T1 holds"),
        browser.texts(".deadlock .waiting li"));

    browser.click(lab.element(".deadlock .show"));
    lab.waitForPosition("Step 0 of 4");
    assertEquals(List.of("T1 8", "T2 8", "9", "T1 9"), browser.texts(".cell"));
    browser.press(Keys.END);
    lab.waitForWords("Deadlock: nobody can go on");
  }

  @Test
  void it_can_be_stopped_and_keeps_what_it_found() throws Exception {
    start(LOST_UPDATE);
    site.events = List.of("outcome " + ONE.formatted(""));
    site.laterEvents =
        List.of(
            "end {\"schedules\": 9, \"perSecond\": 9, \"complete\": false, \"why\":"
                + " \"it was stopped\", \"outcomes\": ["
                + ONE.formatted("")
                + "], \"races\": []}");

    lab.press("explore");
    browser.until(lab::progress, () -> lab.outcomes().size() == 1);
    browser.press(Keys.ENTER);

    assertTrue(site.stopped.await(10, TimeUnit.SECONDS));
    browser.until(lab::progress, () -> lab.progress().contains("it was stopped"));
    assertEquals("Prints 1 | found", outcome(0));
    assertEquals("explore", browser.focused().getAttribute("data-do"));
  }

  @Test
  void a_program_that_does_not_compile_is_not_explored() throws Exception {
    start(LOST_UPDATE);
    site.events =
        List.of("refused {\"field\": \"code\", \"line\": 3, \"detail\": \"SyntaxError: no\"}");

    lab.press("explore");

    browser.waitFor(".fault");
    assertEquals("Line 3: SyntaxError: no", lab.text(".fault"));
  }

  @Test
  void a_busy_server_is_asked_again() throws Exception {
    start(LOST_UPDATE);
    site.refusals.add(new ScriptedSite.Refusal(429, "All are busy."));
    site.events = List.of(end(true, true, counted(ONE, 1)));

    lab.press("explore");

    browser.until(lab::progress, () -> lab.progress().equals("All are busy. Trying again in 1 s."));
    browser.until(lab::progress, () -> lab.outcomes().size() == 1);
  }

  @Test
  void what_was_found_is_forgotten_when_the_program_is_another_one() throws Exception {
    start(LOST_UPDATE);
    site.events = List.of(end(true, true, counted(ONE, 1)));
    lab.press("explore");
    browser.until(lab::progress, () -> lab.outcomes().size() == 1);

    lab.press("edit");
    browser.waitFor(".cm-focused");
    browser.press("# ", Keys.ESCAPE);

    browser.until(lab::progress, () -> lab.outcomes().isEmpty());
    assertTrue(lab.progress().startsWith("What was found no longer counts."));
  }

  private String mark() {
    return String.valueOf(
        browser.script(
            """
            const verdict = document.querySelector(".lab-verdict");
            return getComputedStyle(verdict, "::before").content;"""));
  }

  private String outcome(int index) {
    return lab.outcomes().get(index);
  }
}
