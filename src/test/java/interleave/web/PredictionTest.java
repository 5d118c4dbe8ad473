package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Html;
import interleave.course.Prediction;
import interleave.run.RunEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final String LESSON = "/learn/sharing/memory";
  private static final String DEMO = "sharing/memory/hello";
  private static final Prediction.Answer CHOICE =
      new Prediction.Choice(List.of("To 8", "To <16>"), "To <16>");
  private static final Prediction.Answer WALL =
      new Prediction.Measured(Prediction.Measure.WALL, 0.1);

  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = TestSite.start();
    ask(CHOICE);
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void the_question_stands_there_without_its_answer() {
    var page = page();
    assertTrue(page.contains("How <em>far</em>?"));
    assertTrue(page.contains("required value=\"To &lt;16>\""), page);
    assertFalse(page.contains("why-list"));
    assertFalse(page.contains("It came"));
  }

  @Test
  void a_right_prediction_is_kept_and_explained() {
    var answer = send("expected", "To <16>");
    assertEquals(303, answer.statusCode());
    assertEquals(
        LESSON + "#prediction:hello", answer.headers().firstValue("Location").orElseThrow());

    var page = page();
    assertTrue(page.contains("✓ It came as you expected."), page);
    assertTrue(page.contains("You expected “To &lt;16&gt;”, and so it was."), page);
    assertTrue(page.contains("why-list"));
    assertFalse(page.contains("name=\"expected\""));
  }

  @Test
  void a_wrong_prediction_says_what_came_and_the_first_one_stays() {
    send("expected", "To 8");
    send("expected", "To <16>");

    var page = page();
    assertTrue(page.contains("It came out differently."), page);
    assertTrue(page.contains("You expected “To 8”. It was “To &lt;16&gt;”."), page);
    var progress = site.get("/progress").body();
    assertTrue(progress.contains("Predictions: 0 of 1 right."), progress);
    assertTrue(
        progress.contains("<a href=\"" + LESSON + "#prediction:hello\">Hello</a>"), progress);
    assertTrue(progress.contains("You have read 0 of 3"), progress);
  }

  @Test
  void no_answer_or_none_of_these_shows_the_form_again_and_keeps_nothing() {
    for (var fields : List.of(new String[] {}, new String[] {"expected", "To 9"})) {
      var answer = send(fields);
      assertEquals(422, answer.statusCode());
      assertTrue(answer.body().contains("role=\"alert\">Choose one of these.</p>"));
    }
    assertTrue(site.cookie().isEmpty());
  }

  @Test
  void a_demo_that_asks_nothing_or_is_not_there_is_refused() {
    for (var demo : List.of("sharing/apart/hello", "sharing/memory/gone", "")) {
      assertEquals(
          400, site.form(LESSON + "/prediction", "demo", demo, "expected", "To 8").statusCode());
    }
    assertEquals(404, site.form("/learn/sharing/gone/prediction").statusCode());
    assertEquals(415, site.json(LESSON + "/prediction", "{}").statusCode());
    assertTrue(site.cookie().isEmpty());
  }

  @Test
  void a_measured_one_waits_for_a_run_of_the_program_and_that_decides() {
    ask(WALL);
    send("expected", "1,2");
    assertTrue(page().contains("You expect 1.2 s. Run the program to see what comes."), page());
    assertFalse(page().contains("why-list"));
    assertTrue(site.get("/progress").body().contains("No run has decided any yet."));

    send("run", run("print('something else')\n", RunEvent.Reason.EXITED));
    send("run", run("print('hello')\n", RunEvent.Reason.STOPPED));
    send("run", "nobody");
    assertTrue(page().contains("You expect 1.2 s."));

    send("expected", "9", "run", run("print('hello')\n", RunEvent.Reason.EXITED));
    assertTrue(page().contains("You expected 1.2 s, your run measured 1.25 s."), page());
    assertTrue(site.get("/progress").body().contains("Predictions: 1 of 1 right."));
  }

  @Test
  void a_number_that_is_none_is_shown_again() {
    ask(WALL);
    var answer = send("expected", "\"soon\"");
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("Give a number, such as 1.5."));
    assertTrue(answer.body().contains("value=\"&#34;soon&#34;\""), answer.body());
  }

  @Test
  void a_choice_that_was_reworded_is_asked_again() {
    send("expected", "To 8");
    ask(new Prediction.Choice(List.of("To eight", "To <16>"), "To <16>"));

    assertTrue(page().contains("name=\"expected\""));
    send("expected", "To <16>");
    assertTrue(page().contains("✓ It came as you expected."));
  }

  private String run(String code, RunEvent.Reason reason) {
    var started = site.json("/api/runs", "{\"code\": \"%s\"}".formatted(code.replace("\n", "\\n")));
    var id = Json.MAPPER.readTree(started.body()).get("id").asString();
    var log = site.runner.find(id).orElseThrow().log();
    log.append(new RunEvent.Queued(1));
    log.append(new RunEvent.End(reason, 0, null, 1250, 300, 4096));
    return id;
  }

  private void ask(Prediction.Answer answer) {
    site.restart(
        SmallCourse.asking(
            new Prediction(new Html("How <em>far</em>?"), answer, new Html("why-list"))));
  }

  private HttpResponse<String> send(String... fields) {
    var all = new String[fields.length + 2];
    all[0] = "demo";
    all[1] = DEMO;
    System.arraycopy(fields, 0, all, 2, fields.length);
    return site.form(LESSON + "/prediction", all);
  }

  private String page() {
    return site.get(LESSON).body();
  }
}
