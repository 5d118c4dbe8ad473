package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of one address that bring no cookie, or one that they made up. */
class NewcomersTest {
  private static final String READ = "/learn/sharing/memory/read";
  private static final int MOST = WriteAllowance.NEWCOMER.most(60);

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
  void an_address_makes_so_many_learners_and_those_that_it_has_go_on() {
    site.form(READ);
    var known = site.cookie().orElseThrow();
    for (int i = 1; i < MOST; i++) {
      site.cookie("made-up-" + i);
      assertEquals(303, site.form(READ).statusCode());
    }
    site.becomeSomebodyElse();
    var refused = site.form(READ);
    assertEquals(429, refused.statusCode());
    assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
    assertTrue(refused.body().contains("<h1>Busy</h1>"), refused.body());
    assertEquals(
        "application/problem+json",
        site.post(READ, "application/json", "{}").headers().firstValue("Content-Type").orElse(""));
    assertTrue(site.cookie().isEmpty());
    site.cookie(known.substring("interleave=".length()));
    assertEquals(303, site.form(READ).statusCode());
  }

  @Test
  void a_browser_counts_for_itself_only_by_a_cookie_of_ours() {
    run("Sec-Fetch-Site", "same-origin");
    var first = owner("run1");
    assertTrue(first.startsWith("visit:"), first);
    run("Sec-Fetch-Site", "same-origin");
    assertEquals(first, owner("run2"));
    run("Sec-Fetch-Site", "same-origin", "Cookie", "interleave-visit=" + "A".repeat(43));
    assertNotEquals("visit:" + "A".repeat(43), owner("run3"));
    site.becomeSomebodyElse();
    run("Cookie", "interleave-visit=" + "A".repeat(43));
    assertEquals("address:127.0.0.1", owner("run4"));
    run("Cookie", "interleave=" + "A".repeat(43));
    assertEquals("address:127.0.0.1", owner("run5"));
  }

  @Test
  void browsers_that_keep_no_cookie_count_for_their_address_in_the_end() {
    for (int i = 0; i < MOST; i++) {
      site.becomeSomebodyElse();
      run("Sec-Fetch-Site", "same-origin");
      assertTrue(owner("run" + (i + 1)).startsWith("visit:"));
    }
    site.becomeSomebodyElse();
    run("Sec-Fetch-Site", "same-origin");
    assertEquals("address:127.0.0.1", owner("run" + (MOST + 1)));
  }

  private void run(String... headers) {
    HttpResponse<String> answer =
        site.post("/api/runs", "application/json", "{\"code\": \"1\"}", headers);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private String owner(String run) {
    return Objects.requireNonNull(site.runner.runs.get(run)).request().owner();
  }
}
