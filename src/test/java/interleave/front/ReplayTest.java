package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A finished run, gone through again. */
final class ReplayTest extends ScriptedDemoTest {
  @BeforeEach
  void runItOnce() {
    site.events = Scenes.annAndBob();
    run();
  }

  @Test
  void the_slider_goes_through_the_run_by_keys_and_the_output_with_it() {
    focus(".replay input");

    browser.press(Keys.HOME);
    shown();
    assertEquals("0.0 ms of 410.0 ms", moment());

    for (int i = 0; i < 5; i++) {
      browser.press(Keys.ARROW_RIGHT);
    }
    shown("ann 1", "bob 2");
    assertEquals("20.5 ms of 410.0 ms", moment());
    assertEquals(
        List.of("waits for bob to end", "11% · asleep", "waiting"), demo.texts(".name small"));

    browser.press(Keys.END);
    shown("ann 1", "bob 2", "ann 3", "bob 4");
    assertEquals("410.0 ms of 410.0 ms", moment());
  }

  @Test
  void the_pointer_goes_to_a_moment_too() {
    var axis = demo.element("canvas.cores");
    browser.script("arguments[0].scrollIntoView({block: 'center'})", axis);

    new Actions(browser.driver()).moveToElement(axis, 0, 0).click().perform();

    shown("ann 1", "bob 2", "ann 3", "bob 4");
    assertTrue(moment().startsWith("20"), this::moment);

    new Actions(browser.driver())
        .moveToElement(axis, 0, 0)
        .clickAndHold()
        .moveByOffset(-axis.getSize().width / 4, 0)
        .release()
        .perform();
    shown("ann 1", "bob 2");
    assertTrue(moment().startsWith("10"), this::moment);
  }

  @Test
  void it_plays_to_the_end_by_itself_at_the_speed_that_was_chosen() {
    motion("no-preference");
    browser.script(
        """
        window.seen = new Set();
        const slider = document.querySelector(".replay input");
        new MutationObserver(() => seen.add(slider.ariaValueText)).observe(slider, { attributes: true });
        """);
    focus(".lane-scroll");
    browser.press(Keys.SPACE);
    browser.until(() -> "the end", () -> demo.element(".play").getText().equals("Play"));
    long slow = (Long) browser.script("return seen.size");
    assertTrue(slow > 4, () -> "only " + slow + " pictures");
    shown("ann 1", "bob 2", "ann 3", "bob 4");

    demo.element(".replay select").sendKeys("0.1");
    focus(".lane-scroll");
    browser.press(Keys.SPACE);
    browser.until(() -> "two rows", () -> visible().size() == 2);
    browser.press(Keys.SPACE);
    assertEquals("Play", demo.element(".play").getText());
    assertEquals(2, visible().size());
    motion("reduce");
  }

  @Test
  void with_little_motion_it_goes_in_jumps() {
    browser.script(
        """
        window.seen = new Set();
        const slider = document.querySelector(".replay input");
        new MutationObserver(() => seen.add(slider.ariaValueText)).observe(slider, { attributes: true });
        """);
    demo.element(".replay select").sendKeys("0.5");
    browser.click(demo.element(".play"));
    browser.until(() -> "the end", () -> demo.element(".play").getText().equals("Play"));

    long jumps = (Long) browser.script("return seen.size");
    assertTrue(jumps >= 2 && jumps <= 4, () -> jumps + " pictures");
  }

  @Test
  void it_is_looked_at_closely_by_buttons_keys_and_wheel() {
    assertFalse(demo.element(".whole").isEnabled());
    var whole = picture();
    browser.click(demo.element(".closer"));
    browser.waitFor(".whole:enabled");
    assertFalse(whole.equals(picture()));
    browser.click(demo.element(".whole"));
    browser.waitFor(".whole:disabled");

    focus(".lane-scroll");
    browser.press("+");
    browser.waitFor(".whole:enabled");
    browser.press("0");
    browser.waitFor(".whole:disabled");

    browser.script(
        """
        document.querySelector("canvas.tasks").dispatchEvent(
          new WheelEvent("wheel", { deltaY: -60, ctrlKey: true, cancelable: true, bubbles: true }))
        """);
    browser.waitFor(".whole:enabled");
  }

  private void focus(String selector) {
    browser.script("arguments[0].focus()", demo.element(selector));
  }

  private void shown(String... rows) {
    browser.until(
        () -> List.of(rows) + ", not " + visible(), () -> visible().equals(List.of(rows)));
  }

  private List<?> visible() {
    return (List<?>)
        browser.script(
            """
            return [...document.querySelectorAll(".row:not([hidden]) .said")].map(e => e.textContent)
            """);
  }

  private String moment() {
    return (String) browser.drawn("document.querySelector('.replay input').ariaValueText");
  }

  private String picture() {
    return (String) browser.drawn("document.querySelector('canvas.tasks').toDataURL()");
  }

  private void motion(String wanted) {
    browser.command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", wanted))));
  }
}
