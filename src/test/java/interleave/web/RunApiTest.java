package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Network;
import interleave.run.RunEvent;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunApiTest {
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
  void a_program_is_taken_and_the_answer_says_where_its_events_are() {
    var answer = submit("{\"code\": \"print('ä')\", \"runtime\": \"3.14\"}");
    assertEquals(201, answer.statusCode());
    assertEquals("/api/runs/run1", answer.headers().firstValue("Location").orElseThrow());
    assertEquals("{\"id\":\"run1\",\"events\":\"/api/runs/run1/events\"}", answer.body());
    var request = request("run1");
    assertEquals("print('ä')", request.code());
    assertEquals("3.14", request.runtime());
  }

  @Test
  void a_program_without_a_runtime_runs_on_the_first() {
    submit("{\"code\": \"1\"}");
    assertEquals("3.11", request("run1").runtime());
  }

  @Test
  void a_demo_runs_by_its_name() {
    assertEquals(201, submit("{\"demo\": \"sharing/memory/hello\"}").statusCode());
    assertEquals("print('hello')\n", request("run1").code());
  }

  @Test
  void code_has_a_network_when_it_asks_and_a_demo_when_it_is_made_for_one() {
    submit("{\"code\": \"1\"}");
    assertEquals(Network.NONE, request("run1").network());
    submit("{\"code\": \"1\", \"network\": \"demo\"}");
    assertEquals(Network.DEMO, request("run2").network());
    submit("{\"demo\": \"sharing/memory/hello\"}");
    assertEquals(Network.NONE, request("run3").network());
    submit("{\"demo\": \"choosing/which/hello\"}");
    assertEquals(Network.DEMO, request("run4").network());
    for (var other : List.of("\"none\"", "\"Demo\"", "\"\"", "null", "{}")) {
      var problem = problem(400, submit("{\"code\": \"1\", \"network\": " + other + "}"));
      assertEquals("network", problem.get("field").asString(), other);
    }
  }

  @Test
  void runs_count_for_the_learner_and_before_there_is_one_for_the_address() {
    submit("{\"code\": \"1\"}");
    assertEquals("address:127.0.0.1", request("run1").owner());
    site.form("/learn/sharing/memory/read");
    submit("{\"code\": \"1\"}");
    assertEquals("learner:1", request("run2").owner());
  }

  @Test
  void bad_input_is_refused_naming_the_field() {
    var fields =
        Map.of(
            "{}", "code",
            "{\"code\": \"1\", \"demo\": \"sharing/memory/hello\"}", "code",
            "{\"code\": 1}", "code",
            "{\"code\": null}", "code",
            "{\"code\": \"a\\u0000b\"}", "code",
            "{\"code\": \"a\\ud800b\"}", "code",
            "{\"demo\": \"no/such/demo\"}", "demo",
            "{\"demo\": []}", "demo",
            "{\"code\": \"1\", \"runtime\": 3.11}", "runtime",
            "{\"code\": \"1\", \"network\": true}", "network");
    fields.forEach(
        (body, field) -> {
          var problem = problem(400, submit(body));
          assertEquals(field, problem.get("field").asString(), body);
        });
    assertTrue(site.runner.runs.isEmpty());
  }

  @Test
  void malformed_bodies_are_refused() {
    for (var body :
        List.of("", "{", "[]", "1", "{\"code\": \"1\"} x", "{\"code\":\"1\",\"code\":\"2\"}")) {
      problem(400, submit(body));
    }
    problem(400, submit("{\"code\": \"1\", \"shell\": \"bash\"}"));
    problem(400, submit("[".repeat(4000)));
  }

  @Test
  void only_json_is_taken() {
    problem(415, site.post("/api/runs", "text/plain", "{\"code\": \"1\"}"));
  }

  @Test
  void code_is_taken_up_to_its_limit_in_bytes_and_no_further() {
    assertEquals(201, submit("{\"code\": \"" + "ä".repeat(50) + "\"}").statusCode());
    assertEquals(201, submit("{\"code\": \"" + "\\u0041".repeat(100) + "\"}").statusCode());
    problem(413, submit("{\"code\": \"" + "ä".repeat(50) + "x\"}"));
    problem(413, submit("{\"code\": \"" + "x".repeat(100_000) + "\"}"));
  }

  @Test
  void a_busy_runner_says_when_to_ask_again() {
    refuse(new RunRefused.Busy("Two runs are under way.", Duration.ofSeconds(3)));
    var answer = submit("{\"code\": \"1\"}");
    assertEquals("Two runs are under way.", problem(429, answer).get("detail").asString());
    assertEquals("3", answer.headers().firstValue("Retry-After").orElseThrow());
  }

  @Test
  void what_the_runner_refuses_keeps_its_reason() {
    refuse(new RunRefused.Invalid("runtime", "There is no Python 2.7 here."));
    assertEquals("runtime", problem(400, submit("{\"code\": \"1\"}")).get("field").asString());
    refuse(new RunRefused.TooLarge("Too large."));
    problem(413, submit("{\"code\": \"1\"}"));
    refuse(new RunRefused.Unavailable("No sandbox."));
    var unavailable = submit("{\"code\": \"1\"}");
    problem(503, unavailable);
    assertEquals("30", unavailable.headers().firstValue("Retry-After").orElseThrow());
  }

  @Test
  void a_run_can_be_read_while_it_goes_on_and_after_its_end() {
    submit("{\"code\": \"1\"}");
    var log = run("run1").log();
    log.append(new RunEvent.Queued(2));
    var json = Json.MAPPER.readTree(site.get("/api/runs/run1").body());
    assertEquals(false, json.get("ended").asBoolean());
    run("run1").stop();
    json = Json.MAPPER.readTree(site.get("/api/runs/run1").body());
    assertEquals(true, json.get("ended").asBoolean());
    assertEquals("3.11", json.get("runtime").asString());
    assertEquals(2, json.at("/events/1/sequence").asInt());
    assertEquals("end", json.at("/events/1/event").asString());
    assertEquals("stopped", json.at("/events/1/data/reason").asString());
  }

  @Test
  void stopping_a_run_twice_is_fine() {
    submit("{\"code\": \"1\"}");
    assertEquals(204, site.delete("/api/runs/run1").statusCode());
    assertTrue(run("run1").log().ended());
    assertEquals(204, site.delete("/api/runs/run1").statusCode());
  }

  @Test
  void an_unknown_run_is_a_404_problem() {
    problem(404, site.get("/api/runs/nosuch"));
    problem(404, site.get("/api/runs/nosuch/events"));
    problem(404, site.delete("/api/runs/nosuch"));
    problem(405, site.get("/api/runs"));
    problem(404, site.get("/api/nosuch"));
  }

  @Test
  void a_mistake_of_ours_is_logged_under_the_id_that_the_answer_shows() {
    var logged = new ArrayList<String>();
    var logger = Logger.getLogger("interleave.web");
    var handler = new LogListener(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      var detail =
          problem(500, site.get("/api/runs/" + PaperRunner.BROKEN)).get("detail").asString();
      assertFalse(detail.contains("torn paper"));
      var id = detail.replaceAll(".* ([0-9a-f]{8})\\.", "$1");
      assertTrue(logged.getFirst().startsWith("Error " + id), logged::toString);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
  }

  @Test
  void a_server_without_a_sandbox_says_so_and_its_lessons_go_on() {
    assertEquals(200, site.get("/readyz").statusCode());
    site.runner.status = new Runner.Status.Unavailable("bubblewrap is not installed.");
    var ready = site.get("/readyz");
    assertEquals(503, ready.statusCode());
    assertTrue(ready.body().contains("bubblewrap is not installed."));
    assertEquals("ok", site.get("/healthz").body());
    assertEquals(200, site.get("/learn/sharing/memory").statusCode());
    assertEquals(303, site.form("/learn/sharing/memory/read").statusCode());
  }

  @Test
  void what_the_tier_does_not_cover_is_told() {
    site.runner.status = new Runner.Status.Ready("polling", List.of("this", "that"));
    var sandbox =
        Json.read(site.get("/readyz").body().getBytes(StandardCharsets.UTF_8)).path("sandbox");
    assertEquals("{\"tier\":\"polling\",\"uncovered\":[\"this\",\"that\"]}", sandbox.toString());
  }

  private HttpResponse<String> submit(String body) {
    return site.json("/api/runs", body);
  }

  private PaperRunner.Paper run(String id) {
    return Optional.ofNullable(site.runner.runs.get(id)).orElseThrow();
  }

  private RunRequest request(String id) {
    return run(id).request();
  }

  private void refuse(RunRefused refused) {
    site.runner.refusal = Optional.of(refused);
  }

  /** Asserts that an answer is problem details of a status, as RFC 9457 says. */
  private static JsonNode problem(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    var json = Json.MAPPER.readTree(answer.body());
    assertEquals("about:blank", json.get("type").asString());
    assertEquals(status, json.get("status").asInt());
    assertNotEquals("", json.get("title").asString());
    assertNotEquals("", json.get("detail").asString());
    return json;
  }
}
