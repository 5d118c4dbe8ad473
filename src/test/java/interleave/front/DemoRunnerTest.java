package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.output;
import static interleave.front.ScriptedSite.started;
import static interleave.front.ScriptedSite.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import interleave.browser.DemoOnPage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

final class DemoRunnerTest {
  private static Chromium browser;
  private ScriptedSite site;
  private DemoOnPage demo;

  @BeforeAll
  static void start() {
    browser = Chromium.start();
  }

  @AfterAll
  static void quit() {
    browser.close();
  }

  @BeforeEach
  void open() throws IOException {
    site = new ScriptedSite();
    browser.problems();
    demo = open(site);
  }

  @AfterEach
  void close() {
    browser.leave();
    site.close();
  }

  @Test
  void output_stands_in_its_order_under_the_name_of_its_task() {
    site.events =
        List.of(
            started(),
            thread("2.3", "ann"),
            output("2.3", "a\\n"),
            output("2.2", "m\\n"),
            end("exited", 0));

    demo.press("run");

    demo.waitForState("Finished, exit code 0");
    assertEquals(List.of("ann", "main"), demo.speakers());
    assertEquals(List.of("a", "m"), demo.texts(".term .said"));
    assertEquals(List.of("0.41 s", "0.20 s", "0.50", "9 MiB", "2"), demo.texts(".sum dd"));
  }

  @Test
  void a_line_cut_by_another_task_is_marked_where_it_was_cut_and_where_it_goes_on() {
    site.events =
        List.of(
            started(),
            output("2.2", "one "),
            output("2.2", "two"),
            output("2.3", "x\\n"),
            output("2.2", " three\\n"),
            end("exited", 0));

    demo.press("run");

    demo.waitForState("Finished, exit code 0");
    assertEquals(List.of("one two", "x", " three"), demo.said());
    assertEquals(List.of("row torn", "row", "row rest"), classes(".row"));
  }

  @Test
  void tasks_of_the_same_name_stay_apart() {
    site.events =
        List.of(
            started(),
            output("2.2", "m\\n"),
            thread("2.3", "w"),
            thread("2.4", "w"),
            output("2.3", "a\\n"),
            output("2.4", "b\\n"),
            end("exited", 0));

    demo.press("run");

    demo.waitForState("Finished, exit code 0");
    assertEquals(List.of("main", "w", "w (4)"), demo.speakers());
  }

  @Test
  void markup_in_output_stays_text() {
    site.events =
        List.of(started(), output("2.2", "<img src=x>\\u001b[31mred\\n"), end("exited", 0));

    demo.press("run");

    demo.waitForState("Finished, exit code 0");
    assertEquals(List.of("<img src=x>red"), demo.said());
  }

  @Test
  void more_than_5000_rows_leave_the_last_5000_on_the_page() {
    site.events = List.of(started(), output("2.2", "y\\n".repeat(6000)), end("output", null));

    demo.press("run");

    demo.waitForState("Too much output: limit 256 KiB");
    assertEquals(5000L, browser.script("return document.querySelectorAll('.row').length"));
    assertTrue(demo.element(".gap").getText().startsWith("1000 earlier lines"));
  }

  @Test
  void a_run_that_waits_says_its_place() {
    site.events = List.of("queued {\"position\": 2}");
    site.goesOn = true;

    demo.press("run");

    demo.waitForState("Queued, 2nd in line");
  }

  @Test
  void a_busy_runner_is_asked_again_by_itself() {
    site.refusals.add(new ScriptedSite.Refusal(429, "Two programs of yours run."));
    site.events = List.of(started(), end("exited", 0));

    demo.press("run");

    demo.waitForState("Two programs of yours run. Trying again in 1 s.");
    demo.waitForState("Finished, exit code 0");
  }

  @Test
  void stop_ends_the_waiting_for_a_busy_runner() {
    site.refusals.add(new ScriptedSite.Refusal(429, "Busy."));

    demo.press("run");
    demo.waitForState("Busy. Trying again in 1 s.");
    demo.press("stop");

    demo.waitForState("Stopped by you before it began");
  }

  @Test
  void a_refusal_shows_its_reason() {
    site.refusals.add(new ScriptedSite.Refusal(413, "The program is too large."));

    demo.press("run");

    demo.waitForState("The program is too large.");
  }

  @Test
  void stop_stops_the_run_and_gives_the_focus_back_to_run() {
    site.events = List.of(started(), output("2.2", "tick\\n"));
    site.goesOn = true;

    demo.press("run");
    demo.waitForState("Running");
    demo.press("stop");

    demo.waitForState("Stopped by you");
    assertEquals(demo.button("run"), browser.focused());
  }

  @Test
  void leaving_the_page_stops_the_run() throws InterruptedException {
    site.events = List.of(started());
    site.goesOn = true;

    demo.press("run");
    demo.waitForState("Running");
    browser.leave();

    assertTrue(site.stopped.await(10, TimeUnit.SECONDS));
  }

  @Test
  void a_broken_connection_goes_on_where_it_broke() throws InterruptedException {
    site.events =
        List.of(started(), output("2.2", "before\\n"), output("2.2", "after\\n"), end("exited", 0));
    site.breaksAfter = Optional.of(2);

    demo.press("run");

    demo.waitForState("Finished, exit code 0");
    assertEquals("2", site.resumed.poll(10, TimeUnit.SECONDS));
    assertEquals(List.of("before", "after"), demo.said());
  }

  @Test
  void a_run_that_the_server_does_not_know_is_lost() {
    site.forgets = true;

    demo.press("run");

    demo.waitForState("The run was lost; please run it again");
  }

  @Test
  void an_edited_program_is_kept_run_reset_and_brought_back() throws InterruptedException {
    site.events = List.of(started(), end("exited", 0));
    edit("x = 1 ");

    demo.runFromTheKeyboard();
    demo.waitForState("Finished, exit code 0");
    var asked = site.asked.poll(10, TimeUnit.SECONDS);
    assertTrue(asked != null && asked.startsWith("{\"code\":\"x = 1 import time\\n\\n"), asked);

    demo = open(site);
    browser.waitFor(".cm-content");
    assertTrue(demo.element(".cm-content").getText().startsWith("x = 1 import time"));
    demo.press("reset");
    assertTrue(demo.element("pre.code").isDisplayed());
    assertFalse(demo.element(".edited").isDisplayed());
    demo.press("reset");
    browser.waitFor(".cm-content");
    assertTrue(demo.element(".cm-content").getText().startsWith("x = 1 import time"));

    demo.press("reset");
    demo.press("run");
    asked = site.asked.poll(10, TimeUnit.SECONDS);
    assertEquals("{\"demo\":\"a/b/c\",\"runtime\":\"3.11\"}", asked);
  }

  @Test
  void tab_leaves_the_editor() {
    edit("y");

    browser.press(Keys.TAB);

    assertEquals(
        false, browser.script("return Boolean(document.activeElement.closest('.program'))"));
  }

  @Test
  void the_editor_obeys_the_content_security_policy() {
    edit("z");

    assertEquals(List.of(), browser.problems());
  }

  private static DemoOnPage open(ScriptedSite site) {
    browser.open(site.address());
    return new DemoOnPage(browser, 1);
  }

  private void edit(String text) {
    demo.edit();
    browser.press(text);
  }

  private List<?> classes(String selector) {
    return (List<?>)
        browser.script(
            "return [...document.querySelectorAll('" + selector + "')].map(e => e.className)");
  }
}
