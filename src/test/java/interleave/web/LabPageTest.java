package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.Runner;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of the schedule lab as it is served. */
final class LabPageTest {
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
  void it_has_an_example_that_reads_well_without_scripts() {
    var page = site.get("/lab").body();

    assertTrue(page.contains("<title>Schedule lab · Interleave</title>"), page);
    assertTrue(page.contains("counter = held + "), page);
    assertTrue(page.contains("data-draft=\"lab\""), page);
    assertTrue(page.contains("needs JavaScript"), page);
    assertTrue(page.contains("href=\"/lab\" aria-current=\"page\""), page);
  }

  @Test
  void it_can_begin_with_a_demo_of_the_course() {
    var page = site.get("/lab?demo=sharing/memory/hello").body();

    assertTrue(page.contains("data-draft=\"sharing/memory/hello\""), page);
    assertFalse(page.contains("counter = held"), page);
  }

  @Test
  void a_demo_that_is_not_there_is_a_page_that_is_not_there() {
    assertEquals(404, site.get("/lab?demo=sharing/memory/bye").statusCode());
  }

  @Test
  void it_offers_the_pythons_that_programs_can_be_stepped_on() {
    assertTrue(site.get("/lab").body().contains("<option value=\"3.11\">"));

    site.runner.steppable = List.of(new PythonRuntime("3.14", "3.14.0"));
    var page = site.get("/lab").body();

    assertTrue(page.contains("data-runtime=\"3.14\""), page);
    assertFalse(page.contains("3.11"), page);
  }

  @Test
  void where_no_python_can_be_stepped_it_says_so() {
    site.runner.steppable = List.of();

    var page = site.get("/lab").body();

    assertTrue(page.contains("No Python that is here can step this program."), page);
  }

  @Test
  void where_nothing_can_be_run_it_says_so() {
    site.runner.status = new Runner.Status.Unavailable("no bubblewrap");

    var page = site.get("/lab").body();

    assertTrue(page.contains("Programs cannot be stepped here right now."), page);
    assertTrue(page.contains("no bubblewrap"), page);
  }
}
