package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.RunRefused;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which requests for explorations and replays are taken, and which are refused and how. */
@Timeout(30)
class ExplorationApiTest extends PaperExplorationTest {
  @Test
  void a_program_is_taken_and_the_answer_says_where_its_events_are() {
    var answer = explore("{\"code\": \"x = 1\", \"runtime\": \"3.14\"}");
    assertEquals(201, answer.statusCode());
    assertEquals("/api/explorations/run1", answer.headers().firstValue("Location").orElseThrow());
    assertEquals("{\"id\":\"run1\",\"events\":\"/api/explorations/run1/events\"}", answer.body());
    assertTrue(request().input().matches("[0-9a-f]{32}\nx = 1"), request().input());
    assertEquals("3.14", request().runtime());
  }

  @Test
  void what_is_left_out_is_as_usual_and_what_is_asked_for_reaches_the_engine() {
    explore("{\"code\": \"1\"}");
    assertEquals("3.11", request().runtime());
    assertTrue(
        request()
            .code()
            .contains(
                "explore('line', reduction=True, preemptions=None, schedules=20000, steps=5000,"));
    explore(
        "{\"code\": \"1\", \"granularity\": \"bytecode\", \"reduction\": false, \"preemptions\": 2,"
            + " \"maxSchedules\": 7}");
    var second = Optional.ofNullable(site.runner.runs.get("run2")).orElseThrow().request();
    assertTrue(
        second
            .code()
            .contains("explore('bytecode', reduction=False, preemptions=2, schedules=7, "));
    explore("{\"code\": \"1\", \"preemptions\": null, \"maxSchedules\": 100000}");
    assertTrue(site.runner.runs.containsKey("run3"));
  }

  @Test
  void a_python_that_cannot_be_stepped_is_refused_naming_those_that_can() {
    site.runner.steppable = List.of(new PythonRuntime("3.14", "3.14.0"));
    for (var answer :
        List.of(
            explore("{\"code\": \"1\", \"runtime\": \"3.11\"}"),
            site.json(EXPLORATIONS + "/replay", "{\"code\": \"1\", \"runtime\": \"3.11\"}"))) {
      var problem = problem(400, answer);
      assertEquals("runtime", problem.path("field").asString(""));
      assertEquals(
          "The lab cannot step programs on Python 3.11. Choose one of: 3.14.",
          problem.path("detail").asString(""));
    }
    explore("{\"code\": \"1\"}");
    assertEquals("3.14", request().runtime());
  }

  @Test
  void where_no_python_can_be_stepped_it_says_so() {
    site.runner.steppable = List.of();
    assertEquals(
        "The lab cannot step programs on Python 3.11. Nor can it on any other that is here.",
        problem(400, explore("{\"code\": \"1\"}")).path("detail").asString(""));
  }

  @Test
  void bad_input_is_refused_naming_the_field() {
    var wrong =
        Map.ofEntries(
            Map.entry("", "code"),
            Map.entry("\"code\": 1", "code"),
            Map.entry("\"code\": null", "code"),
            Map.entry("\"code\": \"a\\u0000b\"", "code"),
            Map.entry("\"code\": \"a\\ud800b\"", "code"),
            Map.entry("\"code\": \"1\", \"runtime\": 3.11", "runtime"),
            Map.entry("\"code\": \"1\", \"granularity\": \"word\"", "granularity"),
            Map.entry("\"code\": \"1\", \"granularity\": null", "granularity"),
            Map.entry("\"code\": \"1\", \"reduction\": \"true\"", "reduction"),
            Map.entry("\"code\": \"1\", \"reduction\": null", "reduction"),
            Map.entry("\"code\": \"1\", \"preemptions\": -1", "preemptions"),
            Map.entry("\"code\": \"1\", \"preemptions\": 21", "preemptions"),
            Map.entry("\"code\": \"1\", \"preemptions\": 1.5", "preemptions"),
            Map.entry("\"code\": \"1\", \"preemptions\": \"1\"", "preemptions"),
            Map.entry("\"code\": \"1\", \"maxSchedules\": 0", "maxSchedules"),
            Map.entry("\"code\": \"1\", \"maxSchedules\": 100001", "maxSchedules"),
            Map.entry("\"code\": \"1\", \"maxSchedules\": 99999999999", "maxSchedules"),
            Map.entry("\"code\": \"1\", \"maxSchedules\": true", "maxSchedules"));
    wrong.forEach(
        (fields, field) -> {
          var problem = problem(400, explore("{" + fields + "}"));
          assertEquals(field, problem.path("field").asString(""), fields);
        });
    assertTrue(site.runner.runs.isEmpty());
  }

  @Test
  void bad_input_of_a_replay_is_refused_naming_the_field() {
    var wrong =
        Map.of(
            "",
            "code",
            "\"code\": \"1\", \"granularity\": 1",
            "granularity",
            "\"code\": \"1\", \"runtime\": []",
            "runtime",
            "\"code\": \"1\", \"schedule\": 1",
            "schedule",
            "\"code\": \"1\", \"schedule\": \"1..2\"",
            "schedule",
            "\"code\": \"1\", \"schedule\": \"-1\"",
            "schedule",
            "\"code\": \"1\", \"schedule\": \"1'); import os\"",
            "schedule",
            "\"code\": \"1\", \"schedule\": \"" + "1-".repeat(2000) + "1\"",
            "schedule");
    wrong.forEach(
        (fields, field) -> {
          var problem = problem(400, site.json(EXPLORATIONS + "/replay", "{" + fields + "}"));
          assertEquals(field, problem.path("field").asString(""), fields);
        });
    problem(400, site.json(EXPLORATIONS + "/replay", "{\"code\": \"1\", \"reduction\": true}"));
    assertTrue(site.runner.runs.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {EXPLORATIONS, EXPLORATIONS + "/replay"})
  void what_is_no_request_is_refused(String path) {
    for (var body : List.of("", "{", "[]", "1", "{\"code\": \"1\"} x")) {
      problem(400, site.json(path, body));
    }
    problem(400, site.json(path, "{\"code\": \"1\", \"shell\": \"bash\"}"));
    problem(415, site.post(path, "text/plain", "{\"code\": \"1\"}"));
    problem(413, site.json(path, "{\"code\": \"" + "a".repeat(101) + "\"}"));
    problem(413, site.json(path, "{\"code\": \"" + "ä".repeat(51) + "\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {EXPLORATIONS, EXPLORATIONS + "/replay"})
  void what_the_runner_refuses_is_told_as_of_runs(String path) {
    site.runner.refusal = Optional.of(new RunRefused.Busy("Too many.", Duration.ofMillis(1500)));
    var busy = site.json(path, "{\"code\": \"1\"}");
    problem(429, busy);
    assertEquals("2", busy.headers().firstValue("Retry-After").orElse(""));
    site.runner.refusal = Optional.of(new RunRefused.Invalid("runtime", "No such Python."));
    assertEquals(
        "runtime", problem(400, site.json(path, "{\"code\": \"1\"}")).get("field").asString());
    site.runner.refusal = Optional.of(new RunRefused.Unavailable("No sandbox."));
    problem(503, site.json(path, "{\"code\": \"1\"}"));
  }

  @Test
  void an_unknown_exploration_is_a_404_problem() {
    problem(404, site.get("/api/explorations/nosuch/events"));
    problem(404, site.delete("/api/explorations/nosuch"));
    problem(405, site.get(EXPLORATIONS));
    problem(405, site.get(EXPLORATIONS + "/replay"));
  }

  @Test
  void what_is_no_exploration_has_no_such_events() {
    site.json("/api/runs", "{\"code\": \"1\", \"input\": \"%s\\n1\"}".formatted("0".repeat(32)));
    problem(404, site.get(EVENTS));
    problem(404, site.delete("/api/explorations/run1"));
  }

  private static JsonNode problem(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    var json = Json.MAPPER.readTree(answer.body());
    assertFalse(json.get("detail").asString().isEmpty());
    return json;
  }
}
