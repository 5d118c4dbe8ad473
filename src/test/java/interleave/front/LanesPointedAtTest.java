package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * What is pointed at in the lanes of a demo, or in its output, is said below the lanes and marked
 * in both and in the program.
 */
final class LanesPointedAtTest extends ScriptedDemoTest {
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
}
