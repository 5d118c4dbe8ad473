package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
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
  void a_visit_alone_leaves_no_cookie() {
    for (var path : new String[] {"/", "/learn/sharing/memory", "/progress"}) {
      assertTrue(site.get(path).headers().firstValue("Set-Cookie").isEmpty(), path);
    }
    assertTrue(site.get("/").body().contains("Start here: One memory"));
    assertTrue(site.get("/progress").body().contains("Nothing is noted here yet."));
  }

  @Test
  void finishing_a_lesson_leads_to_the_next_and_is_noted() {
    var answer = finish("sharing/memory");
    assertEquals(303, answer.statusCode());
    assertEquals("/learn/sharing/apart", answer.headers().firstValue("Location").orElseThrow());
    var home = site.get("/").body();
    assertTrue(home.contains("Continue with Set apart"));
    assertTrue(home.contains("Progress · 1 of 3"));
    var lesson = site.get("/learn/sharing/memory").body();
    assertTrue(lesson.contains("You read this lesson on"));
    assertFalse(lesson.contains("Mark as read"));
  }

  @Test
  void finishing_the_last_lesson_leads_to_the_progress_page() {
    assertEquals(
        "/progress", finish("choosing/which").headers().firstValue("Location").orElseThrow());
  }

  @Test
  void the_progress_page_says_what_to_do_next() {
    finish("sharing/memory");
    site.form("/learn/sharing/apart/quiz", "apart", "apart-no");
    var page = site.get("/progress").body();
    assertTrue(page.contains("You have read 2 of 3\u00a0lessons."));
    assertTrue(page.contains("Read <a href=\"/learn/choosing/which\">Which one</a>"));
    assertTrue(
        page.contains("Answer the quiz of <a href=\"/learn/sharing/memory#quiz\">One memory</a>"));
    assertTrue(
        page.contains(
            "Retry the quiz of <a href=\"/learn/sharing/apart#quiz\">Set apart</a>: your best is"
                + " 0 of 1"));
  }

  @Test
  void when_everything_is_done_the_pages_say_so() {
    site.form(
        "/learn/sharing/memory/quiz",
        "lists",
        "aaaa0002",
        "copies",
        "bbbb0001",
        "copies",
        "bbbb0002");
    site.form("/learn/sharing/apart/quiz", "apart", "apart-yes");
    site.form("/learn/choosing/which/quiz", "which", "which-yes");
    assertTrue(site.get("/progress").body().contains("Nothing is left"));
    assertTrue(site.get("/").body().contains("You have read every lesson"));
  }

  @Test
  void each_browser_has_its_own_progress() {
    finish("sharing/memory");
    site.becomeSomebodyElse();
    assertTrue(site.get("/").body().contains("Progress · 0 of 3"));
  }

  @Test
  void the_cookie_is_a_fresh_token_that_scripts_cannot_read() {
    var line = finish("sharing/memory").headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(line.matches("interleave=[\\w-]{43};.*"), line);
    for (var part : new String[] {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000"}) {
      assertTrue(line.contains(part), part);
    }
    assertFalse(line.contains("Secure"));
  }

  @Test
  void a_token_that_the_visitor_made_up_is_replaced() {
    site.cookie("x".repeat(43));
    finish("sharing/memory");
    assertNotEquals("interleave=" + "x".repeat(43), site.cookie().orElseThrow());
    assertTrue(site.get("/").body().contains("Progress · 1 of 3"));
    site.cookie("x".repeat(43));
    assertTrue(site.get("/").body().contains("Progress · 0 of 3"));
  }

  @Test
  void a_known_token_is_kept() {
    finish("sharing/memory");
    var first = site.cookie();
    finish("sharing/apart");
    assertEquals(first, site.cookie());
  }

  private HttpResponse<String> finish(String lesson) {
    return site.form("/learn/" + lesson + "/read");
  }
}
