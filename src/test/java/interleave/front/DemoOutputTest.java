package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.output;
import static interleave.front.ScriptedSite.started;
import static interleave.front.ScriptedSite.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a demo shows of what its program wrote. */
final class DemoOutputTest extends ScriptedDemoTest {
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

  private List<?> classes(String selector) {
    return (List<?>)
        browser.script(
            "return [...document.querySelectorAll('" + selector + "')].map(e => e.className)");
  }
}
