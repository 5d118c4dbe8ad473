package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Runner;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded runs: how they are served, and what a page says of them. */
class RecordingsTest {
  private static final String RECORDINGS = "/api/demos/sharing/memory/hello/recordings/";

  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = TestSite.start();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void a_recording_is_served_as_it_is_kept() {
    var answer = site.get(RECORDINGS + "3.13t");
    assertEquals(200, answer.statusCode());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("{\"runtime\": \"3.13t\"}", answer.body());
  }

  @Test
  void whoever_has_it_is_told_so_and_nobody_else() {
    var tag = site.get(RECORDINGS + "3.11").headers().firstValue("ETag").orElseThrow();
    var again = site.get(RECORDINGS + "3.11", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(200, site.get(RECORDINGS + "3.13t", "If-None-Match", tag).statusCode());
  }

  @Test
  void one_that_is_not_there_is_a_problem() {
    for (var path :
        new String[] {RECORDINGS + "3.14", RECORDINGS.replace("hello", "bye") + "3.11"}) {
      var answer = site.get(path);
      assertEquals(404, answer.statusCode());
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    }
  }

  @Test
  void a_page_holds_what_was_printed_and_says_when_and_with_which_python() {
    var page = site.get("/learn/sharing/memory").body();
    assertTrue(page.contains("recorded with Python 3.13.5 on <time datetime=\"2026-11-03\">3 Nov"));
    assertTrue(page.contains("<b>main</b> <span class=\"printed\">hello &lt;3.13t&gt;</span>"));
    assertTrue(page.contains("<li class=\"err\"><span class=\"at\">1.203 s</span> <b>ann</b>"));
  }

  @Test
  void the_menu_offers_a_python_that_is_not_installed_as_recorded() {
    var page = site.get("/learn/sharing/memory").body();
    assertTrue(page.contains("<option value=\"3.11\">Python 3.11</option>"), page);
    assertTrue(page.contains("<option value=\"3.14\">Python 3.14</option>"), page);
    assertTrue(
        page.contains("<option value=\"3.13t\" data-recorded=\"missing\">3.13t recorded</option>"));
    assertFalse(page.contains("a recorded run is below"));
  }

  @Test
  void without_a_runner_all_are_recorded_and_the_page_says_so() {
    site.runner.status = new Runner.Status.Unavailable("no bubbles");
    var page = site.get("/learn/sharing/memory").body();
    assertTrue(page.contains("and a recorded run is below the program. <small>no bubbles</small>"));
    assertTrue(
        page.contains("<option value=\"3.11\" data-recorded=\"unavailable\">3.11 recorded<"));
    assertTrue(page.contains("<option value=\"3.14\" data-recorded=\"unavailable\">Python 3.14<"));
  }
}
