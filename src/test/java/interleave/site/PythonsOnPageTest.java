package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.browser.Chromium;
import interleave.run.PythonRuntime;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One demo on all the Pythons that are here, with real runs. */
@TestInstance(Lifecycle.PER_CLASS)
final class PythonsOnPageTest {
  private final Runner runner = RealRunner.create();
  private final RealSite site =
      RealSite.start(runner, Duration.ofSeconds(15), Duration.ofMinutes(1));
  private final Chromium browser = Chromium.start();

  @AfterAll
  void close() {
    browser.close();
    site.close();
  }

  @Test
  void each_python_has_a_row_and_lanes_of_its_own() {
    var pythons = runner.runtimes().stream().map(PythonRuntime::name).toList();
    assumeTrue(pythons.size() > 1, "there is no other Python to compare with");
    browser.open(site.at(ComparisonTest.LESSON).toString());
    ComparisonTest.compareOnce(browser, ".pythons");

    browser.waitFor(".strip:nth-child(" + pythons.size() + ") .names b");
    var titles = pythons.stream().map(name -> "Python " + name).toList();
    assertEquals(titles, browser.texts(".strip .head b"));
    var names = List.of("main", "news", "weather", "books", "maps", "music");
    assertEquals(
        Collections.nCopies(pythons.size(), names).stream().flatMap(List::stream).toList(),
        browser.texts(".strip .name b"));
    assertEquals(List.of(), browser.texts(".strip .mark"));
  }
}
