package interleave.front;

import static interleave.front.ScriptedSite.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The lanes of a demo: what they say, and what they mark. */
final class LanesTest extends ScriptedDemoTest {
  private static final String DONE = "Finished, exit code 0";

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
  void a_row_that_is_pointed_at_is_marked_on_its_lane_and_in_the_program() {
    site.events = Scenes.annAndBob();
    run();
    var before = picture();

    new Actions(browser.driver()).moveToElement(demo.element(".row:nth-child(3)")).perform();

    pointed("ann at 110.0 ms wrote “ann 3”, line 3");
    assertEquals(List.of("print(1)\n"), demo.texts(".code .hit"));
    assertFalse(before.equals(picture()), "the lanes look as before");

    new Actions(browser.driver()).moveToElement(demo.element(".bar")).perform();
    pointed("");
    assertEquals(List.of(), demo.texts(".code .hit"));
    assertEquals(before, picture());
  }

  @Test
  void a_mark_that_is_pointed_at_is_marked_in_the_output_and_in_the_program() {
    site.events = Scenes.annAndBob();
    run();

    pointAt(2, 120);

    pointed("bob at 120.0 ms wrote “bob 4”, line 4");
    assertEquals(List.of("bob 4"), demo.texts(".row.hit .said"));
    assertEquals(List.of("print(\"<two>\")\n"), demo.texts(".code .hit"));
  }

  @Test
  void pointing_at_a_lane_says_what_its_task_did() {
    site.events = Scenes.annAndBob();
    run();

    pointAt(1, 180);

    pointed("ann at (179|180)\\.\\d ms: asleep");
    assertEquals(List.of("waits for bob to end", "asleep", "waiting"), demo.texts(".name small"));
  }

  @Test
  void arrow_keys_go_from_output_to_output_and_say_which() {
    site.events = Scenes.annAndBob();
    run();
    browser.script("arguments[0].focus()", demo.element(".lane-scroll"));

    browser.press(Keys.ARROW_RIGHT);
    says("ann at 10.0 ms wrote “ann 1”, line 3");
    browser.press(Keys.ARROW_RIGHT);
    says("bob at 20.0 ms wrote “bob 2”, line 4");
    browser.press(Keys.END);
    says("bob at 120.0 ms wrote “bob 4”, line 4");
    browser.press(Keys.ARROW_UP);
    says("ann at 110.0 ms wrote “ann 3”, line 3");
    assertEquals(List.of("ann 3"), demo.texts(".row.hit .said"));

    browser.press(Keys.ENTER);
    assertEquals(
        "ann 3",
        browser.script("return document.activeElement.querySelector('.said').textContent"));
    browser.press(Keys.ARROW_DOWN);
    pointed("bob at 120.0 ms wrote “bob 4”, line 4");
  }

  @Test
  void the_line_is_marked_in_the_editor_until_the_program_is_another() {
    site.events = Scenes.annAndBob();
    run();
    demo.edit();
    new Actions(browser.driver()).moveToElement(demo.element(".row:nth-child(1)")).perform();
    browser.waitFor(".cm-line.hit");
    assertEquals(List.of("print(1)"), demo.texts(".cm-line.hit"));

    browser.click(demo.element(".cm-content"));
    browser.press("#");
    new Actions(browser.driver()).moveToElement(demo.element(".row:nth-child(1)")).perform();
    pointed("ann at 10.0 ms wrote “ann 1”, line 3");
    assertEquals(List.of(), demo.texts(".cm-line.hit"));
  }

  @Test
  void a_run_that_is_too_short_for_samples_shows_who_was_there() {
    site.events =
        List.of(
            Scenes.started(2),
            Scenes.write(1, "2.2", "x\\n", 3),
            "end {\"reason\": \"exited\", \"exit\": 0, \"wallMs\": 2, \"cpuMs\": 1}");
    run();

    assertEquals(List.of("main"), demo.texts(".name b"));
    pointAt(0, 307);
    pointed("main at 1\\.5 ms: is there");
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

  private void run() {
    demo.press("run");
    demo.waitForState(DONE);
    browser.waitFor(".play:enabled");
  }

  /** Waits until the words under the lanes match a pattern. */
  private void pointed(String words) {
    browser.until(
        () -> words + ", not " + demo.texts(".pointed"),
        () -> demo.texts(".pointed").getFirst().matches(words));
  }

  private void says(String words) {
    browser.until(
        () -> words + ", not " + demo.texts(".board [role=status]"),
        () -> demo.texts(".board [role=status]").equals(List.of(words)));
  }

  /** Moves the pointer to a moment on a lane, counted from 0; the run lasted 410 ms. */
  private void pointAt(int lane, int ms) {
    var canvas = demo.element("canvas.tasks");
    browser.script("arguments[0].scrollIntoView({block: 'center'})", canvas);
    int wide = canvas.getSize().width;
    int x = 8 + ms * (wide - 16) / 410;
    new Actions(browser.driver())
        .moveToElement(canvas, x - wide / 2, 4 + 44 * lane + 16 - canvas.getSize().height / 2)
        .perform();
  }

  /** Everything that is drawn on the lanes. */
  private String picture() {
    return (String) browser.drawn("document.querySelector('canvas.tasks').toDataURL()");
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
