package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.Keys;

/**
 * Lanes of 64 tasks and 10,000 outputs stay above 30 frames per second. Where others use the
 * machine too, a second is one of processor time that the page's thread had. A benchmark, which
 * {@code src/main/scripts/bench lanes} runs: what it measures depends on the machine.
 */
@EnabledIfSystemProperty(
    named = "interleave.bench",
    matches = "lanes",
    disabledReason = "it measures a speed")
final class LanesSpeedTest extends ScriptedDemoTest {
  private static final double LEAST = 30;

  /** What was drawn: frames for each second that passed, and for each that the page could work. */
  private record Speed(double perSecond, double perSecondOfWork) {
    boolean enough() {
      return Math.max(perSecond, perSecondOfWork) > LEAST;
    }
  }

  private double worked;

  @Test
  void lanes_of_a_crowd_are_drawn_fluently_while_it_writes_and_when_it_is_played_again() {
    browser.command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-reduced-motion", "value", "no-preference"))));
    browser.command("Performance.enable", Map.of());
    site.events = Scenes.crowd();

    count("demo.dataset.state === 'running'");
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    var live = counted();
    assertEquals(64, demo.texts(".name").size());

    demo.element(".replay select").sendKeys("2");
    count("demo.querySelector('.play').textContent === 'Pause'");
    browser.script("arguments[0].focus()", demo.element(".lane-scroll"));
    browser.press(Keys.SPACE);
    browser.until(
        () -> "the end of the replay",
        () ->
            browser
                .script("return counted.ms > 0 && document.querySelector('.play').textContent")
                .equals("Play"));
    var replayed = counted();

    System.out.println("lanes, frames: live " + live + ", replayed " + replayed);
    assertTrue(live.enough(), live::toString);
    assertTrue(replayed.enough(), replayed::toString);
  }

  /** Counts frames, and the time that they take, while something is so. */
  private void count(String holds) {
    browser.script(
        """
        const demo = document.querySelector("demo-runner");
        const counted = (window.counted = { frames: 0, ms: 0 });
        let before = null;
        const frame = (now) => {
          if (counted !== window.counted) return;
          if (%s) {
            if (before !== null) {
              counted.frames++;
              counted.ms += now - before;
            }
            before = now;
          }
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
        """
            .formatted(holds));
    worked = secondsOfWork();
  }

  private Speed counted() {
    double work = secondsOfWork() - worked;
    double frames = number("return counted.frames");
    return new Speed(1000 * frames / number("return counted.ms"), frames / work);
  }

  /** Processor time of the thread that runs the page's scripts and draws it. */
  private double secondsOfWork() {
    var metrics = browser.driver().executeCdpCommand("Performance.getMetrics", Map.of());
    return ((List<?>) Objects.requireNonNull(metrics.get("metrics")))
        .stream()
            .map(metric -> (Map<?, ?>) metric)
            .filter(metric -> "ThreadTime".equals(metric.get("name")))
            .map(metric -> (Number) Objects.requireNonNull(metric.get("value")))
            .mapToDouble(Number::doubleValue)
            .sum();
  }

  private double number(String script) {
    return ((Number) browser.script(script)).doubleValue();
  }
}
