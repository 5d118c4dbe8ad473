package interleave.front;

import static interleave.front.ScriptedLab.LOST_UPDATE;
import static interleave.front.ScriptedLab.TWO_DICE;
import static interleave.front.ScriptedLab.TWO_LOCKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** How every order is tried, what is said of what comes of it, and how an order is shared. */
final class LabExplorationTest extends ScriptedLabTest {
  private static final String ONE =
      "{\"kind\": \"finished\", \"output\": \"1\\n\", \"schedule\": \"1-2\"%s}";
  private static final String TWO =
      "{\"kind\": \"finished\", \"output\": \"2\\n\", \"schedule\": \"\"%s}";
  private static final String DEADLOCK =
      """
      {"kind": "deadlock", "output": "", "schedule": "1-2", "cycle": ["ann", "bob"], "waiting":\
       [["main", "waits for ann to end"], ["ann", "waits for right, which bob holds"],\
       ["bob", "waits for left, which ann holds"]], "count": 2}""";
  private static final String RACE =
      """
      {"name": "counter", "kind": "variable", "accesses":\
       [{"line": 8, "writes": false}, {"line": 9, "writes": true}]}""";

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
  void what_was_drawn_in_each_way_is_told_from_what_was_held_fixed() throws Exception {
    start(TWO_DICE);
    site.events =
        List.of(
            end(true, true, counted(ONE, 1))
                .replace(
                    "\"longest\"",
                    "\"assumptions\": [\"draws\", \"random\", \"lines\"], \"longest\""));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.progress().startsWith("Every outcome is listed."));

    assertEquals(
        "Random choices among few values were tried, too: an order counts once for each way they"
            + " can go. Held fixed or not modelled: other random numbers (always the same), lines"
            + " (one step each).",
        lab.text(".assumed"));
  }

  @Test
  void an_outcome_that_was_drawn_is_shown_and_others_can_be_drawn() throws Exception {
    start(TWO_DICE);
    site.events =
        List.of(
            end(
                true,
                true,
                "{\"kind\": \"finished\", \"output\": \"Now\\n[6, 2]\\n\", \"schedule\":"
                    + " \"r1-2-r5-1-r1\", \"count\": 1}"));
    lab.press("explore");
    browser.waitFor(".outcome");

    browser.click(lab.element(".outcome .show"));
    browser.until(lab::draws, () -> lab.draws().equals("choice() drew 'Go' ['Now']"));
    browser.press(Keys.ARROW_RIGHT);
    lab.waitForWords("T2 ran line 9: randint() drew 6; thrown is now [6]; T2 ended.");
    assertEquals("randint() drew 1 2 3 4 5 [6]", lab.draws());

    browser.click(lab.element("[data-draw='0.2']"));
    lab.waitForWords("T2 ran line 9: randint() drew 3; thrown is now [3]; T2 ended.");
    assertEquals("randint() drew 1 2 [3] 4 5 6", lab.draws());
    assertEquals("0.2", browser.focused().getAttribute("data-draw"));
    assertEquals("Step 1 of 3", lab.position());

    browser.press("1");
    lab.waitForWords("T1 ran line 9: randint() drew 1; thrown is now [3, 1]; T1 ended.");
    browser.press(Keys.HOME);
    lab.waitForPosition("Step 0 of 3");
    browser.click(lab.element("[data-draw='0.0']"));
    browser.until(lab::draws, () -> lab.draws().equals("choice() drew ['Go'] 'Now'"));
    browser.press(Keys.END);
    lab.waitForWords("it wrote [1, 1]");
    assertEquals("", lab.draws());
    assertEquals(List.of(), browser.problems());
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

  @Test
  void a_link_brings_back_program_order_and_what_a_step_is() throws Exception {
    start(LOST_UPDATE.replace("ann", "eva"));
    lab.enter();
    browser.press("1", "2");
    lab.waitForPosition("Step 2 of 5");
    lab.press("share");
    browser.waitFor(".share-link input");
    var address =
        String.valueOf(browser.script("return document.querySelector('.share-link input').value"));
    assertTrue(address.contains("/lab#"), address);
    site.close();

    start(TWO_LOCKS);
    browser.open(site.address() + "lab" + address.substring(address.indexOf('#')));
    browser.waitFor(".thread");
    lab.waitForPosition("Step 0 of 5");
    assertTrue(lab.text(".code").contains("eva.start()"), lab.text(".code"));
    assertEquals(List.of("T1 8", "T2 8", "9", "T1 9", "main 18"), browser.texts(".cell"));
  }

  @Test
  void a_broken_link_says_so_and_leaves_the_example() throws Exception {
    start(LOST_UPDATE);

    browser.open(site.address() + "lab#q1YqSy0qzszPU7JSMlTSUUpJ");

    browser.waitFor(".note");
    assertTrue(lab.text(".note").startsWith("This link is broken"), lab.text(".note"));
    browser.waitFor(".thread");
    assertEquals("8 T1 T2", lab.cursors().getFirst());
  }

  @Test
  void an_order_that_does_not_fit_is_shown_as_far_as_it_fits() throws Exception {
    start(TWO_LOCKS);
    browser.script(
        """
        return (async () => {
        const { linkOf } = await import("/static/js/lab-link.js");
        const code = document.querySelector("schedule-lab").program.code;
        location.hash = new URL(await linkOf({ code, granularity: "line", schedule: "1-2-7" })).hash;
        })();
        """);

    browser.waitFor(".note");
    assertTrue(lab.text(".note").startsWith("This order fits the program only for its first 2"));
    assertEquals(List.of("T1 8", "T2 8"), browser.texts(".cell").subList(0, 2));
  }

  @Test
  void what_cannot_be_drawn_is_where_an_order_no_longer_fits() throws Exception {
    start(TWO_DICE);
    browser.script("document.querySelector('schedule-lab').show('r1-2-r7-1')");

    browser.waitFor(".note");
    assertTrue(lab.text(".note").startsWith("This order fits the program only for its first 2"));
    assertEquals("choice() drew 'Go' ['Now']", lab.draws());
    assertEquals(List.of("T2 9", "T1 9"), browser.texts(".cell").subList(0, 2));
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

  private static String counted(String outcome, int count) {
    return outcome.formatted(", \"count\": " + count);
  }

  private static String end(boolean complete, boolean reduced, String... outcomes) {
    var counts =
        List.of(outcomes).stream()
            .map(outcome -> outcome.replaceAll("(?s).*\"count\": (\\d+).*", "$1"))
            .mapToInt(Integer::parseInt)
            .sum();
    return "end {\"schedules\": %d, \"granularity\": \"line\", \"complete\": %s, \"reduced\": %s,"
            .formatted(counts, complete, reduced)
        + " \"samples\": %d, \"longest\": 5,%s \"outcomes\": [%s], \"races\": [%s]}"
            .formatted(
                complete ? 0 : 12,
                complete ? "" : " \"why\": \"there was no more time\",",
                String.join(", ", outcomes),
                RACE);
  }
}
