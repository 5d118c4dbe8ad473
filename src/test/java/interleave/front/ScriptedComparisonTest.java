package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.started;
import static interleave.front.ScriptedSite.thread;

import interleave.browser.Chromium;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.WebElement;

/**
 * Tests of comparisons whose runs take as long as the test says. The browser starts once for a
 * class.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ScriptedComparisonTest {
  static final String RUN = "[data-compare=run]";
  static final String STOP = "[data-compare=stop]";

  @AutoClose final Chromium browser = Chromium.start();
  ScriptedSite site;

  @BeforeEach
  void start() throws IOException {
    site = new ScriptedSite(ScriptedPage.ON_ONE.comparison());
    open();
  }

  @AfterEach
  void leave() {
    browser.leave();
    site.close();
  }

  /** Opens another page, with a site of its own. */
  final void show(String content) throws IOException {
    site.close();
    site = new ScriptedSite(content);
    open();
  }

  private void open() {
    site.events = List.of(started(), end("exited", 0));
    browser.problems();
    browser.open(site.address());
    browser.waitFor(".versus");
  }

  /** What the next runs of a demo, or on a Python, take: half of that on a core, with a thread. */
  final void takes(String name, Integer... wallMs) {
    for (int wall : wallMs) {
      next(name, taking(wall));
    }
  }

  /** A recorded run of a demo on a Python, which took this as runs of {@link #takes} do. */
  final void tookWhenRecorded(String demo, String python, int wallMs) {
    site.recorded.put(
        "a/b/" + demo + "/" + python, ScriptedSite.recording(List.of(taking(wallMs))));
  }

  private static String[] taking(int wallMs) {
    return new String[] {
      started(),
      thread("2.2", "MainThread"),
      thread("2.3", "ann"),
      end("exited", 0, wallMs, wallMs / 2)
    };
  }

  final void next(String name, String... events) {
    var part = name.contains(".") ? "\"" + name + "\"" : "a/b/" + name;
    site.turns.computeIfAbsent(part, _ -> new ConcurrentLinkedQueue<>()).add(List.of(events));
  }

  final void waitFor(String state) {
    browser.until(
        () -> state + ": " + text(".going"),
        () -> state.equals(element("demo-comparison").getDomAttribute("data-state")));
  }

  /** What it says of the whole, with plain spaces: the mark, and the sentence that compares. */
  final List<String> said() {
    return Stream.of(".versus > .mark", ".verdict").map(this::text).map(this::plain).toList();
  }

  final String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  /** Waits until the heads of the lanes have these parts, with plain spaces. */
  final void untilStrips(String part, List<String> texts) {
    var script =
        """
        const parts = document.querySelectorAll(`.strip .head ${arguments[0]}`);
        return [...parts].map(({ textContent }) => textContent.replaceAll("\u00a0", " "));
        """;
    browser.until(
        () -> texts + ", not " + browser.script(script, part),
        () -> texts.equals(browser.script(script, part)));
  }

  /** Over how much of their time axis the lanes go, strip by strip, from 0 to 1. */
  final List<Double> reaches() {
    var reaches =
        browser.drawn(
            """
              [...document.querySelectorAll(".strip canvas.tasks")].map((canvas) => {
                const { width, height } = canvas;
                const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
                let x = width;
                const drawn = (x) => {
                  for (let y = 0; y < height; y++) if (data[4 * (y * width + x) + 3] > 40) return true;
                };
                while (x > 0 && !drawn(x - 1)) x--;
                return (x - 8.001) / (width - 16);
              })
            """);
    return ((List<?>) reaches).stream().map(each -> ((Number) each).doubleValue()).toList();
  }

  /** The cells of a row, each with its parts between bars. */
  final List<String> row(int number) {
    var cells =
        browser.script(
            """
            return [...document.querySelectorAll(`.compared tbody tr:nth-child(${arguments[0]}) > *`)]
              .map((cell) => [...cell.childNodes].map((n) => n.textContent).filter(Boolean).join("|"))
            """,
            number);
    return ((List<?>) cells).stream().map(String::valueOf).toList();
  }

  final Object style(int row, String part, String property) {
    return browser.script(
        "return document.querySelector(`tbody tr:nth-child(${arguments[0]}) .${arguments[1]}`)"
            + ".style[arguments[2]]",
        row,
        part,
        property);
  }

  final void choose(String select, String value) {
    browser.script(
        """
        const select = document.querySelector(arguments[0]);
        select.value = arguments[1];
        select.dispatchEvent(new Event("change", { bubbles: true }));
        """,
        ".versus " + select,
        value);
  }

  final void click(String selector) {
    browser.click(element(selector));
  }

  final WebElement element(String selector) {
    return browser.element(selector);
  }

  final String text(String selector) {
    return (String)
        browser.script("return document.querySelector(arguments[0]).textContent", selector);
  }
}
