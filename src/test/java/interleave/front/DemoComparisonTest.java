package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** How programs are run in turn and compared, with runs that take as long as the test says. */
final class DemoComparisonTest extends ScriptedComparisonTest {
  @Test
  void programs_take_turns_and_never_run_at_once() {
    click(RUN);
    waitFor("done");

    assertEquals(
        IntStream.rangeClosed(1, 6)
            .boxed()
            .flatMap(n -> Stream.of("ask r" + n, "end r" + n))
            .toList(),
        site.log);
    assertEquals(
        List.of("one", "two", "one", "two", "one", "two"),
        site.asked.stream().map(body -> body.replaceFirst(".*a/b/(\\w+).*", "$1")).toList());
  }

  @Test
  void the_table_has_medians_and_spreads_as_numbers_and_bars() {
    takes("one", 1000, 1100, 1050);
    takes("two", 500, 800, 600);
    click(RUN);
    waitFor("done");

    assertEquals(
        List.of("One", "1.05 s|1.00 s to 1.10 s", "0.53 s|0.50 s to 0.55 s", "0.50", "9 MiB", "2"),
        row(1));
    assertEquals("0.60 s|0.50 s to 0.80 s", row(2).get(1));
    assertEquals("95.5%", style(1, "length", "inlineSize"));
    assertEquals("54.5%", style(2, "length", "inlineSize"));
    assertEquals("45.5%", style(2, "reach", "insetInlineStart"));
    assertEquals("27.3%", style(2, "reach", "inlineSize"));
    assertEquals("“Two” was 1.75 times as fast as “One”.", text(".verdict"));
    assertEquals("3 runs each: the median, and from least to most.", text("caption"));
  }

  @Test
  void times_that_overlap_are_no_clear_difference() {
    takes("one", 1000, 1100, 1050);
    takes("two", 1090, 1300, 1200);
    click(RUN);
    waitFor("done");

    assertEquals("There is no clear difference between “One” and “Two”.", text(".verdict"));
  }

  @Test
  void how_often_each_runs_can_be_chosen() {
    takes("one", 1000);
    takes("two", 2000);
    choose(".times", "1");
    click(RUN);
    waitFor("done");

    assertEquals(2, site.asked.size());
    assertEquals("In one run each, “Two” took 2.00 times as long as “One”.", text(".verdict"));
    assertEquals("1.00 s", row(1).get(1));
  }

  @Test
  void progress_is_shown_in_words_and_only_begin_and_end_are_announced() {
    browser.script(
        """
        window.said = { going: [], say: [] };
        for (const name of ["going", "say"]) {
          const node = document.querySelector(`.versus .${name}`);
          new MutationObserver(() => said[name].push(node.textContent))
            .observe(node, { childList: true });
        }
        """);
    click(RUN);
    waitFor("done");

    var going = (List<?>) browser.script("return said.going");
    assertTrue(going.contains("Run 1 of 3: One"), going::toString);
    assertTrue(going.contains("Run 2 of 3: Two · Running"), going::toString);
    assertEquals(
        List.of("Comparing, 6 runs", "There is no clear difference between “One” and “Two”."),
        browser.script("return said.say"));
  }

  @Test
  void stop_stops_the_run_and_all_that_were_to_follow() {
    site.goesOn = true;
    site.events = List.of(started());
    click(RUN);
    browser.until(() -> text(".going"), () -> text(".going").equals("Run 1 of 3: One · Running"));
    click(STOP);
    waitFor("broken");

    assertEquals("Ended early. Stopped by you.", text(".going"));
    assertEquals(List.of("ask r1"), site.log);
    assertEquals(element(RUN), browser.focused());
    assertFalse(element(STOP).isDisplayed());
    assertEquals("Stopped by you", text("demo-runner:nth-of-type(1) .state"));
  }

  @Test
  void the_stop_of_a_demo_ends_the_comparison_too() {
    site.goesOn = true;
    site.events = List.of(started());
    click(RUN);
    browser.until(() -> text(".going"), () -> text(".going").endsWith("Running"));
    click(".tools [data-do=stop]");
    waitFor("broken");

    assertEquals("Ended early. Run 1 of 3: One. Stopped by you.", text(".going"));
  }

  @Test
  void a_run_that_fails_ends_the_comparison_and_what_was_measured_stays() {
    takes("one", 1000, 1100);
    takes("two", 500);
    next("two", started(), end("failed", 3));
    click(RUN);
    waitFor("broken");

    assertEquals("Ended early. Run 2 of 3: Two. Failed, exit code 3.", text(".going"));
    assertEquals("1.05 s|1.00 s to 1.10 s", row(1).get(1));
    assertEquals("0.50 s", row(2).get(1));
    assertEquals("After so few runs, “Two” was 2.10 times as fast as “One”.", text(".verdict"));
  }

  @Test
  void a_run_that_is_refused_ends_the_comparison() {
    site.refusals.add(new ScriptedSite.Refusal(413, "The program is too large."));
    click(RUN);
    waitFor("broken");

    assertEquals("Ended early. Run 1 of 3: One. The program is too large.", text(".going"));
    assertFalse(element(".verdict").isDisplayed());
  }

  @Test
  void a_busy_runner_is_waited_for() {
    choose(".times", "1");
    site.refusals.add(new ScriptedSite.Refusal(429, "Sixty runs in a minute are enough."));
    click(RUN);
    browser.until(
        () -> text(".going"),
        () ->
            text(".going")
                .equals(
                    "Run 1 of 1: One · Sixty runs in a minute are enough. Trying again in 1 s."));
    waitFor("done");

    assertEquals(3, site.asked.size());
  }

  @Test
  void nobody_changes_or_runs_a_program_meanwhile() {
    site.goesOn = true;
    site.events = List.of(started());
    click(RUN);
    browser.until(() -> text(".going"), () -> text(".going").endsWith("Running"));

    browser.script("document.querySelector('demo-runner:nth-of-type(2)').start()");
    browser.script("document.querySelector('[data-compare=run]').click()");
    assertEquals(1, site.asked.size());
    assertEquals(2, browser.elements(".program[inert]").size());
    assertFalse(element(".times").isEnabled());
    click(STOP);
    waitFor("broken");
    assertEquals(0, browser.elements("[inert]").size());
  }

  @Test
  void an_edited_program_is_compared_as_edited_and_that_is_said() {
    choose(".times", "1");
    click("demo-runner:nth-of-type(2) [data-do=edit]");
    browser.waitFor("demo-runner:nth-of-type(2) .cm-focused");
    browser.pressWithControl("a");
    browser.press("pass");
    click(RUN);
    waitFor("done");

    assertEquals("{\"demo\":\"a/b/one\",\"runtime\":\"3.11\"}", site.asked.poll());
    assertEquals("{\"code\":\"pass\",\"runtime\":\"3.11\"}", site.asked.poll());
    assertEquals("One run each. As you edited “Two”.", text("caption"));
    browser.script("localStorage.clear()");
  }

  @Test
  void the_keyboard_is_enough() {
    site.goesOn = true;
    site.events = List.of(started());
    browser.script("document.querySelector('.versus .times').focus()");
    browser.press(Keys.TAB);
    assertEquals(element(RUN), browser.focused());
    browser.press(Keys.ENTER);
    browser.until(() -> text(".going"), () -> text(".going").endsWith("Running"));
    assertEquals(element(RUN), browser.focused());
    browser.pressWithShift(Keys.TAB);
    assertEquals(element(STOP), browser.focused());
    browser.press(Keys.SPACE);
    waitFor("broken");

    assertEquals(element(RUN), browser.focused());
  }

  @Test
  void one_program_is_compared_on_several_pythons() throws IOException {
    show(ScriptedPage.ready(List.of("3.11", "3.13t"), List.of()).pythons());
    takes("3.11", 1000, 1000, 1000);
    takes("3.13t", 500, 500, 500);
    click(RUN);
    waitFor("done");

    assertEquals("Python 3.11|with the GIL", row(1).getFirst());
    assertEquals("Python 3.13t|without the GIL", row(2).getFirst());
    assertEquals(
        "Python 3.13t (without the GIL) was 2.00 times as fast as Python 3.11 (with the GIL).",
        text(".verdict"));
    assertEquals("{\"demo\":\"a/b/one\",\"runtime\":\"3.11\"}", site.asked.poll());
    assertEquals("{\"demo\":\"a/b/one\",\"runtime\":\"3.13t\"}", site.asked.poll());
    assertEquals("3.11", browser.script("return document.querySelector('select.runtime').value"));
  }

  @Test
  void medians_and_spreads_are_right_at_their_edges() {
    assertEquals(
        List.of(
            "null",
            "{\"least\":7,\"median\":7,\"most\":7}",
            "{\"least\":1,\"median\":2.5,\"most\":10}"),
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                import("/static/js/spread.js").then(({ spread }) =>
                  done([[], [7], [10, 2, 1, 3]].map((n) => JSON.stringify(spread(n)))));
                """));
  }
}
