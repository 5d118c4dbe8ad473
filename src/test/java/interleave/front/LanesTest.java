package interleave.front;

import static interleave.front.ScriptedSite.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lanes of a demo: whose they are, what they say, and what is drawn on them. */
final class LanesTest extends ScriptedDemoTest {
  @Test
  void threads_have_their_lanes_within_their_process() {
    site.events =
        List.of(
            Scenes.started(2),
            Scenes.process(0, "2.2", "MainThread", null),
            Scenes.process(1, "7.7", "child", "2.2"),
            Scenes.thread(2, "2.3", "ann", "2.2"),
            Scenes.thread(3, "7.8", "bob", "7.7"),
            end("exited", 0));
    run();

    assertEquals(List.of("main", "child"), demo.texts(".process > .name b"));
    assertEquals(List.of("ann"), demo.texts(".process:nth-child(1) li b"));
    assertEquals(List.of("bob"), demo.texts(".process:nth-child(2) li b"));
    assertEquals(List.of("process 2", "thread", "process 7", "thread"), demo.texts(".name small"));
  }

  @Test
  void the_table_says_the_same() {
    site.events = Scenes.annAndBob();
    run();
    browser.click(demo.element(".lane-table summary"));

    assertEquals(
        List.of(
            row(
                "main",
                "process 2",
                "–",
                "0.0 ms",
                "320.0 ms",
                "0.0 ms",
                "0%",
                "waits for bob to end",
                "–",
                "0"),
            row("ann", "thread", "main", "5.0 ms", "300.0 ms", "5.0 ms", "2%", "asleep", "–", "2"),
            row(
                "bob",
                "thread",
                "main",
                "6.0 ms",
                "310.0 ms",
                "10.0 ms",
                "3%",
                "waiting",
                "main",
                "2")),
        browser.drawn(
            """
            [...document.querySelectorAll(".lane-table tbody tr")]
              .map(tr => [...tr.cells].map(cell => cell.innerText))
            """));
  }

  @Test
  void four_busy_threads_fill_one_core_and_four_processes_two() {
    site.events = Scenes.busy(4, false, 0.25, 2);
    run();
    assertEquals(1.0, drawnCores(2), 0.06);
    assertEquals(0.25, drawnShare(1), 0.06);
    assertEquals(List.of("1 core", "2 cores"), demo.texts(".busy .core"));

    open();
    site.events = Scenes.busy(4, true, 0.5, 2);
    run();
    assertEquals(2.0, drawnCores(2), 0.06);
    assertEquals(0.5, drawnShare(1), 0.06);
  }

  @Test
  void another_run_has_lanes_of_its_own() {
    site.events = Scenes.annAndBob();
    run();
    site.events = Scenes.busy(1, false, 0.9, 2);
    run();

    browser.until(
        () -> "new lanes", () -> demo.texts(".name b").equals(List.of("main", "worker 1")));
    assertEquals(List.of("main", "worker 1"), demo.texts(".lane-table tbody th"));
  }

  @Test
  void a_run_that_was_refused_has_none() {
    site.events = Scenes.annAndBob();
    run();
    site.refusals.add(new ScriptedSite.Refusal(503, "No sandbox."));
    demo.press("run");

    demo.waitForState("No sandbox.");
    assertFalse(demo.element(".lanes").isDisplayed());
  }

  @Test
  void a_lost_run_keeps_the_lanes_it_had() {
    site.events = Scenes.annAndBob().subList(0, 9);
    site.breaksAfter = Optional.of(9);
    demo.press("run");
    browser.waitFor(".names b");
    site.close();

    demo.waitForState("The run was lost; please run it again");
    assertTrue(demo.button("run").isEnabled());
    assertEquals(List.of("main", "ann", "bob"), demo.texts(".name b"));
    assertTrue(demo.element(".play").isEnabled());
  }

  private static List<String> row(String... facts) {
    return List.of(facts);
  }

  /** How many cores the drawing shows as busy in the middle of the run. */
  private double drawnCores(int cores) {
    var height = demo.element("canvas.cores").getSize().height;
    // The line of the total is the uppermost that has the colour of text.
    var top =
        ((Number)
                browser.script(
                    """
                    const canvas = document.querySelector("canvas.cores");
                    const pen = canvas.getContext("2d");
                    const { data } = pen.getImageData(canvas.width / 2, 0, 1, canvas.height);
                    for (let y = 0; y < canvas.height; y++) {
                      const [red, green, blue, there] = data.slice(4 * y, 4 * y + 4);
                      if (there > 200 && red < 60 && green < 60 && blue < 60) return y;
                    }
                    return canvas.height;
                    """))
            .doubleValue();
    return cores * (height - top - 1) / (height - 1 - 8);
  }

  /** Which part of a lane is drawn solid in the middle of the run. */
  private double drawnShare(int lane) {
    var solid =
        ((Number)
                browser.script(
                    """
                    const canvas = document.querySelector("canvas.tasks");
                    const at = arguments[0];
                    const { data } = canvas.getContext("2d").getImageData(canvas.width / 3, at, 1, 24);
                    const last = [...data.slice(4 * 21, 4 * 21 + 3)].join();
                    let y = 21;
                    while (y > 0 && [...data.slice(4 * y, 4 * y + 3)].join() === last) y--;
                    return 23 - y;
                    """,
                    laneTop(lane)))
            .doubleValue();
    return solid / 24;
  }

  private int laneTop(int lane) {
    return ((Number)
            browser.script(
                """
                const names = document.querySelectorAll(".name");
                const box = names[arguments[0]].getBoundingClientRect();
                const canvas = document.querySelector("canvas.tasks").getBoundingClientRect();
                return Math.round(box.top - canvas.top) + 12;
                """,
                lane))
        .intValue();
  }
}
