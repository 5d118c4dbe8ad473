package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import interleave.browser.Chromium;
import interleave.browser.DemoOnPage;
import interleave.course.Block;
import interleave.course.Demo;
import interleave.course.Recording;
import interleave.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.support.ui.Select;

/** A site whose runner is absent still shows what its programs do. */
@TestInstance(Lifecycle.PER_CLASS)
final class RecordedRunsTest {
  private static final String LESSON = "sharing/one-memory";

  private final RealSite site = RealSite.start("INTERLEAVE_BWRAP", "/nonexistent");
  private final Chromium browser = Chromium.start();

  @AfterAll
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void each_recorded_run_appears_marked_and_with_the_rows_that_the_page_has_as_text() {
    for (var lesson : QuizOnPage.COURSE.lessons().toList()) {
      browser.open(site.at(lesson.path()).toString());
      for (var demo : lesson.demos()) {
        for (var recording : demo.recordings()) {
          shows(DemoOnPage.of(browser, demo.id()), recording);
        }
      }
    }
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void a_recorded_run_shown_by_keyboard_is_accessible_and_fits() {
    browser.open(site.at("/learn/" + LESSON).toString());
    var demo = new DemoOnPage(browser, 1);
    assertFalse(demo.button("run").isEnabled());
    assertTrue(demo.element(".hint").getText().contains("a recorded run is below the program"));
    demo.element(".recorded button").sendKeys("\n");
    browser.until(() -> "a mark", () -> demo.element(".mark").isDisplayed());
    assertEquals(demo.element(".recorded button"), browser.focused());
    check();
  }

  @Test
  void every_comparison_of_the_course_is_made_of_recorded_runs_and_marked() {
    for (var lesson : QuizOnPage.COURSE.lessons().toList()) {
      var compared =
          lesson.blocks().stream()
              .flatMap(block -> block instanceof Block.Demos(var demos) ? Stream.of(demos) : null)
              .filter(demos -> demos.stream().allMatch(Demo::runs))
              .toList();
      if (!compared.isEmpty()) {
        browser.open(site.at(lesson.path()).toString());
        browser.waitFor(".versus");
        compared.forEach(this::compares);
      }
    }
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void a_recorded_comparison_shown_by_keyboard_is_accessible_and_fits() {
    browser.open(site.at(ComparisonTest.LESSON).toString());
    browser.waitFor(".demos > .versus");
    var button = browser.element(".demos > .versus [data-compare=recorded]");
    button.sendKeys("\n");
    browser.waitFor(".strip:nth-child(3) .names b");
    assertEquals(button, browser.focused());
    check();
    assertEquals(List.of(), PageFacts.of(browser).smallTexts());
  }

  @Test
  void without_javascript_it_can_be_read_in_the_page() {
    try (var plain = Chromium.withoutJavaScript()) {
      plain.open(site.at("/learn/" + LESSON).toString());
      var recording = first(LESSON).recordings().getFirst();
      var details = plain.element("demo-runner .recorded details");
      assertTrue(
          details
              .getText()
              .startsWith("What it printed, recorded with Python " + recording.python()),
          details::getText);
      plain.click(plain.element("demo-runner .recorded summary"));
      assertEquals(
          recording.printed().stream().map(line -> line.task() + "|" + line.text()).toList(),
          plain.script(
              "return [...arguments[0].querySelectorAll('li')].map("
                  + "li => li.querySelector('b').innerText + '|'"
                  + " + li.querySelector('.printed').innerText)",
              details));
    }
  }

  @Test
  void where_the_script_cannot_be_had_the_text_stays() {
    browser.command("Network.enable", Map.of());
    browser.command("Network.setBlockedURLs", Map.of("urls", List.of("*/js/recorded.js")));
    try {
      browser.open(site.at("/learn/" + LESSON).toString());
      browser.waitFor("demo-runner .recorded summary");
      browser.click(browser.element("demo-runner .recorded summary"));
      assertTrue(browser.element("demo-runner .recorded li").isDisplayed());
      check();
    } finally {
      browser.command("Network.setBlockedURLs", Map.of("urls", List.of()));
      browser.problems();
    }
  }

  private void shows(DemoOnPage demo, Recording recording) {
    new Select(demo.element("select.runtime")).selectByValue(recording.runtime());
    browser.click(demo.element(".recorded button"));
    browser.until(
        () -> recording.python() + " in the mark",
        () -> demo.texts(".mark").getFirst().contains(recording.python()));
    var lines = recording.printed();
    assertEquals(lines.stream().map(Recording.Line::text).toList(), demo.said());
    assertEquals(lines.stream().map(Recording.Line::task).toList(), demo.speakers());
    assertEquals("Finished, exit code 0", demo.state());
  }

  /** Several demos on the first of their Pythons, or one on all of its own. */
  private void compares(List<Demo> demos) {
    var last = "[data-demo='" + demos.getLast().id() + "']";
    var place = demos.size() > 1 ? ".demos:has(" + last + ")" : last + " ~ .pythons";
    browser.click(browser.element(place + " [data-compare=recorded]"));
    browser.waitFor(place + " .strip .names b");
    var recordings =
        demos.size() > 1
            ? demos.stream().map(demo -> demo.recordings().getFirst()).toList()
            : demos.getFirst().recordings();
    assertEquals(
        recordings.stream().map(RecordedRunsTest::mark).toList(),
        browser.texts(place + " .strip .mark").stream().map(RecordedRunsTest::plain).toList());
    assertEquals(
        recordings.stream().map(RecordedRunsTest::wall).toList(),
        browser.texts(place + " td:nth-child(2) b"));
    assertTrue(browser.element(place + " .verdict").getText().startsWith("In one recorded run"));
  }

  private static String mark(Recording recording) {
    var day = Words.shortDate(recording.recorded());
    return "Recorded · Python " + recording.python() + " · " + day;
  }

  /** As the table says it. */
  private static String wall(Recording recording) {
    var wall = Pattern.compile("\"wallMs\":(\\d+),\"cpuMs\":\\d+,\"peak").matcher(recording.json());
    assertTrue(wall.find());
    // As the page rounds: what binary fractions really are.
    double seconds = Integer.parseInt(wall.group(1)) / 1000.0;
    return new BigDecimal(seconds).setScale(2, RoundingMode.HALF_UP) + " s";
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static Demo first(String lesson) {
    return QuizOnPage.COURSE.lesson(lesson).orElseThrow().demos().getFirst();
  }

  private void check() {
    assertEquals(List.of(), Look.ALL.stream().flatMap(this::wrong).toList());
    Look.DESKTOP.on(browser);
  }

  // The legacy way opens no other window and takes half the time. It differs only with frames.
  @SuppressWarnings("deprecation")
  private Stream<String> wrong(Look look) {
    look.on(browser);
    assertEquals(0, PageFacts.of(browser).sideways(), look::toString);
    return new AxeBuilder()
        .setLegacyMode(true).analyze(browser.driver()).getViolations().stream()
            .map(rule -> look + " " + rule.getId() + ": " + rule.getNodes());
  }
}
