package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.output;
import static interleave.front.ScriptedSite.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a demo asks for a run, follows it and stops it, whatever comes between. */
final class DemoRunnerTest extends ScriptedDemoTest {
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
}
