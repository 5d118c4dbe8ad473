package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import interleave.browser.DemoOnPage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a learner sees when a program goes too far, fails, or cannot be run. */
final class LimitsOnPageTest {
  private static final String LESSON = "sharing/one-memory";

  @AutoClose private static final Chromium BROWSER = Chromium.start();

  @Test
  void a_program_that_loops_for_ever_used_its_time_and_keeps_its_output() {
    try (var site = RealSite.start("INTERLEAVE_CPU_SECONDS", "1")) {
      var demo = open(site);
      demo.edit();
      demo.type("print('before')\nwhile True: pass");
      demo.runFromTheKeyboard();

      demo.waitForState("Used its 1 s of CPU");
      assertEquals(List.of("before"), demo.said());
      BROWSER.leave();
    }
  }

  @Test
  void a_program_that_fails_shows_its_exit_code_and_its_traceback() {
    try (var site = RealSite.start()) {
      var demo = open(site);
      demo.edit();
      demo.type("1 / 0");
      demo.runFromTheKeyboard();

      demo.waitForState("Failed, exit code 1");
      assertEquals("Traceback (most recent call last):", demo.said().getFirst());
      assertEquals("ZeroDivisionError: division by zero", demo.said().getLast());
      assertEquals(demo.said().size(), demo.texts(".err").size());
      BROWSER.leave();
    }
  }

  @Test
  void without_a_sandbox_no_program_runs_and_all_else_works()
      throws IOException, InterruptedException {
    try (var site = RealSite.start("INTERLEAVE_BWRAP", "/nonexistent");
        var client = HttpClient.newHttpClient()) {
      var demo = open(site);
      assertFalse(demo.button("run").isEnabled());
      var hint = demo.element(".hint").getText();
      assertTrue(hint.startsWith("Programs cannot be run here right now."), hint);

      var quiz = new QuizOnPage(BROWSER, LESSON);
      quiz.answer();
      assertTrue(quiz.notice().startsWith("6 of 6 right."), quiz::notice);

      var ready = HttpRequest.newBuilder(site.at("/readyz")).build();
      assertEquals(503, client.send(ready, BodyHandlers.discarding()).statusCode());
      BROWSER.leave();
    }
  }

  private static DemoOnPage open(RealSite site) {
    BROWSER.open(site.at("/learn/" + LESSON).toString());
    // Another site on the same host may have left its drafts when it had the same port.
    BROWSER.script("localStorage.clear()");
    return new DemoOnPage(BROWSER, 1);
  }
}
