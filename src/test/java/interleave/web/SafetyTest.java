package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafetyTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String READ = "/learn/sharing/memory/read";

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
  void a_form_from_another_site_is_refused() {
    for (var headers :
        List.of(
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"),
            List.of("Origin", "http://elsewhere.example"),
            List.of("Origin", "http://localhost:1"),
            List.of("Origin", "null"),
            List.of("Origin", "%%"),
            List.of("Sec-Fetch-Site", "cross-site", "Origin", "http://elsewhere.example"),
            List.of("Sec-Fetch-Site", "cross-site", "Origin", "http://localhost:" + site.port()),
            List.of("Sec-Fetch-Site", "same-site", "Origin", "http://localhost:" + site.port()),
            List.of("Sec-Fetch-Site", "", "Origin", "http://localhost:" + site.port()))) {
      var answer = site.post(READ, FORM, "", headers.toArray(String[]::new));
      assertEquals(403, answer.statusCode(), headers::toString);
      assertTrue(site.cookie().isEmpty());
    }
    assertEquals(
        403,
        site.post("/api/runs", "application/json", "{}", "Sec-Fetch-Site", "cross-site")
            .statusCode());
  }

  @Test
  void a_form_of_our_own_is_served() {
    for (var headers :
        List.of(
            List.of("Sec-Fetch-Site", "same-origin"),
            List.of("Sec-Fetch-Site", "none"),
            List.of("Origin", "http://localhost:" + site.port()),
            List.<String>of())) {
      var answer = site.post(READ, FORM, "", headers.toArray(String[]::new));
      assertEquals(303, answer.statusCode(), headers::toString);
    }
  }

  @Test
  void a_method_that_a_header_overrides_is_checked_as_what_it_becomes() {
    var answer =
        site.get(READ, "X-HTTP-Method-Override", "POST", "Origin", "http://elsewhere.example");
    assertTrue(List.of(403, 404, 405).contains(answer.statusCode()));
    assertTrue(site.cookie().isEmpty());
  }

  @Test
  void every_page_carries_the_security_headers_and_a_nonce_of_its_own() {
    var first = site.get("/");
    var policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
    var nonce = Pattern.compile("'nonce-([\\w-]{22})'").matcher(policy);
    assertTrue(nonce.find());
    assertTrue(first.body().contains("nonce=\"" + nonce.group(1) + "\""));
    assertTrue(policy.contains("frame-ancestors 'none'"));
    assertFalse(policy.contains("unsafe"));
    assertFalse(site.get("/").body().contains(nonce.group(1)));
    assertEquals("nosniff", first.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("same-origin", first.headers().firstValue("Referrer-Policy").orElse(""));
    assertEquals("no-store", first.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(
        "text/html;charset=utf-8",
        first.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
  }

  @Test
  void an_unknown_address_gets_a_page_that_echoes_nothing() {
    for (var path : List.of("/nosuch%3Cscript%3E", "/learn/x/%3Cscript%3E", "/learn/a/b/c/d")) {
      var answer = site.get(path, "Accept", "text/html");
      assertEquals(404, answer.statusCode());
      assertTrue(answer.body().contains("<h1>Not found</h1>"));
      assertFalse(answer.body().contains("<script>"));
    }
  }

  @Test
  void a_program_that_asks_for_json_gets_problem_details() {
    var answer = site.get("/learn/x/y", "Accept", "application/json");
    assertEquals(404, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void words_of_the_course_are_escaped() {
    var page = site.get("/").body();
    assertTrue(page.contains("<title>Threads &amp; processes · Interleave</title>"));
    assertTrue(page.contains("<h1>Threads &amp; processes</h1>"));
  }

  @Test
  void every_page_has_one_heading_of_the_first_level() {
    for (var path : List.of("/", "/progress", "/learn/sharing/memory", "/nosuch")) {
      assertEquals(1, site.get(path).body().split("<h1>", -1).length - 1, path);
    }
  }
}
