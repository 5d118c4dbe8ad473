package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** The lanes of a finished run under fingers, on a phone. The run lasted 410 ms. */
final class FingersTest extends ScriptedDemoTest {
  private static final int STEPS = 8;

  /** Where a finger is, in pixels from the left and the top of the lanes. */
  private record At(double x, double y) {}

  private String first = "";

  /**
   * In a tab of its own: after two fingers were down in one, the pages that follow get no touches.
   */
  @BeforeEach
  void runItOnAPhone() {
    first = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 800, "deviceScaleFactor", 2, "mobile", true));
    browser.command(
        "Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 5));
    site.events = Scenes.annAndBob();
    open();
    run();
    browser.script("document.body.style.minHeight = '3000px'");
    show();
  }

  @AfterEach
  void closeTheTab() {
    browser.driver().close();
    browser.driver().switchTo().window(first);
  }

  @Test
  void two_fingers_look_closer_around_what_is_between_them_and_away_again() {
    double middle = width() / 2;
    double between = momentAt(middle);
    double aside = momentAt(middle + 50);

    pinch(middle, 40, 120);
    browser.waitFor(".whole:enabled");
    assertEquals(between, momentAt(middle), 4);
    assertEquals(between + (aside - between) / 3, momentAt(middle + 50), 4);

    pinch(middle, 120, 30);
    browser.waitFor(".whole:disabled");
    assertEquals(aside, momentAt(middle + 50), 1);
  }

  @Test
  void two_fingers_that_go_the_same_way_take_what_is_between_them_along() {
    closer();
    double left = momentAt(100);

    touch(List.of(new At(60, 60), new At(140, 60)), List.of(new At(100, 100), new At(180, 100)));
    assertEquals(left, momentAt(140), 3);
    assertEquals(0, pageMoved(), "the page has moved");
  }

  @Test
  void one_finger_moves_what_is_looked_at_closely() {
    closer();
    double left = momentAt(60);
    double right = momentAt(160);

    swipe(new At(60, 60), new At(160, 60));
    assertEquals(left, momentAt(160), 3);
    assertEquals(left - (right - left), momentAt(60), 3);
  }

  @Test
  void one_finger_goes_through_the_replay_above_the_lanes() {
    swipe(new At(width() - 8, -30), new At(width() / 2, -30));
    assertTrue(moment().startsWith("20"), this::moment);
  }

  @Test
  void a_finger_that_goes_up_or_down_scrolls_the_page_and_does_nothing_else() {
    closer();
    double left = momentAt(100);
    for (double y : List.of(60.0, -30.0)) {
      swipe(new At(100, y), new At(104, y - 200));
      browser.until(() -> "the page to scroll", () -> pageMoved() > 50);
      assertEquals("410.0 ms of 410.0 ms", moment());
      show();
    }
    assertEquals(left, momentAt(100), 1);
  }

  @Test
  void what_was_tapped_stays_marked_until_something_else_is() {
    var bob120 = new At(8 + 120 * (width() - 16) / 410, 4 + 44 * 2 + 16);
    tap(bob120);
    browser.until(() -> "a mark", () -> demo.texts(".row.hit .said").equals(List.of("bob 4")));
    assertEquals("bob at 120.0 ms wrote “bob 4”, line 4", pointed());

    tap(new At(bob120.x + 60, bob120.y));
    browser.until(() -> "no mark", () -> demo.texts(".row.hit").isEmpty());
  }

  @Test
  void two_fingers_do_not_point_at_anything() {
    pinch(width() / 2, 40, 60);
    browser.waitFor(".whole:enabled");
    assertEquals(List.of(""), demo.texts(".pointed"));
  }

  private void closer() {
    browser.click(demo.element(".closer"));
    browser.click(demo.element(".closer"));
    browser.waitFor(".whole:enabled");
    show();
  }

  /** Brings the lanes into the middle of the window, and waits until they have been drawn there. */
  private void show() {
    browser.script(
        """
        document.querySelector("canvas.tasks").scrollIntoView({ block: "center", behavior: "instant" });
        window.before = scrollY;
        """);
    browser.drawn("true");
  }

  /** Two fingers on ann's lane, so far to both sides of a place, first and last. */
  private void pinch(double middle, double from, double to) {
    touch(
        List.of(new At(middle - from, 60), new At(middle + from, 60)),
        List.of(new At(middle - to, 60), new At(middle + to, 60)));
  }

  private void swipe(At from, At to) {
    touch(List.of(from), List.of(to));
  }

  private void tap(At at) {
    touch(List.of(at), List.of(at));
  }

  /** Puts fingers down, moves them evenly, and lifts them. */
  private void touch(List<At> from, List<At> to) {
    var left = number("return document.querySelector('canvas.tasks').getBoundingClientRect().left");
    var top = number("return document.querySelector('canvas.tasks').getBoundingClientRect().top");
    for (int fingers = 1; fingers <= from.size(); fingers++) {
      dispatch("touchStart", from.subList(0, fingers), left, top);
    }
    for (int step = 1; step <= STEPS && !from.equals(to); step++) {
      var now = new ArrayList<At>();
      for (int i = 0; i < from.size(); i++) {
        double part = (double) step / STEPS;
        now.add(
            new At(
                from.get(i).x + part * (to.get(i).x - from.get(i).x),
                from.get(i).y + part * (to.get(i).y - from.get(i).y)));
      }
      dispatch("touchMove", now, left, top);
    }
    for (int fingers = to.size() - 1; fingers >= 0; fingers--) {
      dispatch(fingers == 0 ? "touchEnd" : "touchMove", to.subList(0, fingers), left, top);
    }
  }

  private void dispatch(String type, List<At> fingers, double left, double top) {
    var points =
        Stream.iterate(0, i -> i < fingers.size(), i -> i + 1)
            .map(i -> Map.of("x", left + fingers.get(i).x, "y", top + fingers.get(i).y, "id", i))
            .toList();
    browser.command("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
  }

  /** The moment at a place on ann's lane, in milliseconds, as a finger that taps there is told. */
  private double momentAt(double x) {
    tap(new At(x, 60));
    return Double.parseDouble(pointed().replaceFirst("^\\w+ at ([\\d.]+) ms.*", "$1"));
  }

  private String pointed() {
    return (String) browser.drawn("document.querySelector('.pointed').textContent");
  }

  private double width() {
    return number("return document.querySelector('canvas.tasks').clientWidth");
  }

  private String moment() {
    return (String) browser.drawn("document.querySelector('.replay input').ariaValueText");
  }

  private double pageMoved() {
    return number("return Math.abs(scrollY - before)");
  }

  private double number(String script) {
    return ((Number) browser.script(script)).doubleValue();
  }
}
