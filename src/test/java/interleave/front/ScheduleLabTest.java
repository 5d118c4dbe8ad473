package interleave.front;

import static interleave.front.ScriptedLab.LOST_UPDATE;
import static interleave.front.ScriptedLab.TWO_LOCKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** How a learner goes through a program step by step. */
final class ScheduleLabTest extends ScriptedLabTest {
  @Test
  void an_update_is_lost_by_keys_alone() throws Exception {
    start(LOST_UPDATE);
    assertEquals(List.of("8 T1 T2", "16 main"), lab.cursors());

    lab.enter();
    browser.press("1", "2", "2", "1", "0");

    lab.waitForWords("The program has ended: it printed 1.");
    assertEquals("1 | T1, step 4", lab.variable("counter"));
    assertEquals("Step 5 of 5", lab.position());
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void a_thread_of_a_pool_begins_before_it_is_in_a_line_of_the_program() throws Exception {
    start(
        """
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(1) as pool:
            pool.submit(print, "a")
        """);
    assertEquals("ready, has not begun", lab.threads().get(1));

    lab.enter();
    browser.press("1");

    lab.waitForWords("T1 began: it wrote a; now it waits for work from pool.");
    browser.press("0");
    lab.waitForPosition("Step 2 of 4");
    browser.press("1");
    lab.waitForWords("T1 went on: T1 ended.");
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void stepping_as_usual_asks_nothing_and_another_thread_asks_once() throws Exception {
    start(LOST_UPDATE);
    assertEquals("", site.schedules.poll(10, TimeUnit.SECONDS));

    lab.enter();
    browser.press(Keys.ARROW_RIGHT, "2");
    lab.waitForPosition("Step 2 of 5");
    assertEquals("1-2", site.schedules.poll(10, TimeUnit.SECONDS));

    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, "1", "1");
    lab.waitForWords("counter is now 1; T1 ended.");
    browser.press(Keys.END);
    lab.waitForPosition("Step 5 of 5");
    assertEquals(0, site.schedules.size());
  }

  @Test
  void a_step_says_what_it_changed_and_undo_takes_it_back() throws Exception {
    start(LOST_UPDATE);
    assertEquals("0 | not changed yet", lab.variable("counter"));

    lab.enter();
    browser.press("1", "1");
    lab.waitForWords("T1 ran line 9: counter is now 1; T1 ended.");
    assertEquals("1 | T1, just now", lab.variable("counter"));

    browser.press(Keys.BACK_SPACE);
    lab.waitForWords("T1 ran line 8.");
    assertEquals("0 | not changed yet", lab.variable("counter"));
    assertEquals("ready, next is line 9", lab.threads().get(1));
    browser.press(Keys.HOME);
    lab.waitForWords("Nobody has taken a step yet.");
  }

  @Test
  void a_run_to_the_next_switch_ends_where_another_thread_takes_over() throws Exception {
    start(LOST_UPDATE);

    lab.enter();
    browser.press("s");
    lab.waitForPosition("Step 2 of 5");
    browser.press(Keys.ENTER);
    lab.waitForPosition("Step 4 of 5");
  }

  @Test
  void a_blocked_thread_says_why_and_takes_no_step() throws Exception {
    start(TWO_LOCKS);
    lab.enter();
    browser.press("1", "2", "2");
    lab.waitForPosition("Step 3 of 4");
    assertEquals("blocked: waits for left, which T1 holds", lab.threads().get(2));
    assertEquals("true", lab.element("[data-task='2']").getAttribute("aria-disabled"));

    lab.step(2);
    lab.waitForWords("T2 cannot go on: it waits for left, which T1 holds.");
    assertEquals("Step 3 of 4", lab.position());

    browser.press("1");
    lab.waitForWords("Deadlock: nobody can go on, because they wait for each other in a ring.");
    browser.press("5");
    lab.waitForWords("There is no T5 here.");
  }

  @Test
  void keys_that_come_while_the_server_is_asked_are_not_lost() throws Exception {
    start(LOST_UPDATE);
    site.gate = new CountDownLatch(1);

    lab.enter();
    browser.press("2", "1", "2");
    browser.waitFor("schedule-lab[data-working]");
    assertEquals("Step 0 of 5", lab.position());
    site.gate.countDown();

    lab.waitForPosition("Step 3 of 5");
    lab.waitForWords("T2 ran line 9: counter is now 1");
    assertEquals(List.of("", "2", "2-1", "2-1-2"), List.copyOf(site.schedules));
  }

  @Test
  void the_order_can_be_gone_through_by_clicks_in_the_strip() throws Exception {
    start(LOST_UPDATE);
    assertEquals("T1 8", browser.texts(".cell").getFirst());

    browser.click(browser.elements(".cell").get(3));
    lab.waitForPosition("Step 4 of 5");
    assertEquals("Step 4 of 5: T2, line 9", lab.element(".strip").getAttribute("aria-valuetext"));
  }

  @Test
  void by_bytecode_the_next_instruction_is_said_in_words() throws Exception {
    start(LOST_UPDATE);

    browser.script(
        """
        const choice = document.querySelector(".granularity");
        choice.value = "bytecode";
        choice.dispatchEvent(new Event("change", { bubbles: true }));
        """);
    browser.until(
        lab::position, () -> !lab.position().endsWith(" of 5") && lab.threads().size() > 2);
    lab.enter();
    browser.press("1");
    lab.waitForWords("T1 begins in line 6.");
    assertEquals("ready, next reads counter LOAD_GLOBAL counter in line 8", lab.threads().get(1));
  }

  @Test
  void what_does_not_compile_is_marked_and_said() throws Exception {
    open("import threading\nx = (\n");

    browser.waitFor(".fault");
    assertEquals("Line 2: SyntaxError: '(' was never closed", lab.text(".fault"));
    assertEquals(List.of("x = ("), browser.texts(".code .wrong"));
  }

  @Test
  void a_program_that_was_changed_begins_anew_and_is_kept() throws Exception {
    start(LOST_UPDATE);
    lab.enter();
    browser.press("1");

    lab.press("edit");
    browser.waitFor(".cm-focused");
    browser.pressWithControl(Keys.HOME);
    browser.press("# 1s\n", Keys.ESCAPE);
    lab.waitForPosition("Step 0 of 5");
    assertEquals(List.of("9 T1 T2", "17 main"), lab.cursors());
    assertEquals("import", browser.element(".code .k").getText());

    browser.open(site.address());
    browser.waitFor(".thread");
    assertTrue(lab.text(".code").startsWith("# 1s"), lab.text(".code"));
    lab.press("reset");
    browser.until(() -> "the original: " + lab.cursors(), () -> lab.cursors().contains("8 T1 T2"));
  }

  @Test
  void a_busy_server_is_asked_again_by_itself() throws Exception {
    start(LOST_UPDATE);
    site.refusals.add(new ScriptedSite.Refusal(429, "Two programs of yours run."));

    lab.step(2);
    lab.waitForWords("Two programs of yours run. Trying again in 1 s.");
    lab.waitForWords("T2 ran line 8.");
  }

  @Test
  void where_nothing_can_be_stepped_it_is_said_and_can_be_tried_again() throws Exception {
    start(LOST_UPDATE);
    site.refusals.add(new ScriptedSite.Refusal(503, "Programs cannot be run here right now."));

    lab.step(2);
    browser.waitFor(".fault");
    assertTrue(lab.text(".fault").startsWith("Programs cannot be run here right now."));
    assertEquals("Step 0 of 5", lab.position());
    lab.press("again");
    lab.waitForWords("T2 ran line 8.");
  }
}
