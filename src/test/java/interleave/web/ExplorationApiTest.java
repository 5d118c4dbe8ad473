package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.schedule.Finding;
import interleave.schedule.SignedAnswers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Explorations over HTTP; what the engine would write, the tests write themselves. */
@Timeout(30)
class ExplorationApiTest {
  private static final String EXPLORATIONS = "/api/explorations";
  private static final String EVENTS = "/api/explorations/run1/events";
  private static final String OUTCOME =
      "{\"kind\":\"finished\",\"output\":\"1\\n\",\"schedule\":\"\"}";

  private static final String PROGRESS = "{\"schedules\":16,\"perSecond\":80}";
  private static final String END =
      "{\"schedules\":1,\"perSecond\":1,\"granularity\":\"line\",\"complete\":true,\"threads\":2,"
          + "\"working\":2,\"outcomes\":["
          + OUTCOME
          + "],\"races\":[]}";

  private TestSite site;
  private @Nullable SignedAnswers signed;

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
  void an_exploration_is_stopped_and_its_end_tells_what_was_found_so_far() throws IOException {
    explore("{\"code\": \"1\"}");
    answer("progress", PROGRESS);
    answer("outcome", OUTCOME);
    assertEquals(204, site.delete("/api/explorations/run1").statusCode());
    assertEquals(204, site.delete("/api/explorations/run1").statusCode());
    var messages = messages();
    assertEquals(
        "id: 3|event: end|data: "
            + judged(
                "{\"schedules\":16,\"perSecond\":80,\"complete\":false,"
                    + "\"why\":\"you stopped it\",\"outcomes\":["
                    + OUTCOME
                    + "],\"races\":[]}"),
        messages.getLast());
  }

  @Test
  void an_unknown_exploration_is_a_404_problem() {
    problem(404, site.get("/api/explorations/nosuch/events"));
    problem(404, site.delete("/api/explorations/nosuch"));
    problem(405, site.get(EXPLORATIONS));
    problem(405, site.get(EXPLORATIONS + "/replay"));
  }

  @Test
  void events_are_made_of_the_lines_however_they_are_cut() throws IOException {
    explore("{\"code\": \"1\"}");
    log().append(new RunEvent.Queued(1));
    output(line("outcome", OUTCOME) + "{\"event\":\"progr");
    output("no line of the engine");
    output("\n{\"event\":\"end\",\"data\":" + END + "}\n{\"event\":\"outcome\"}\n[1]\n");
    log().append(new RunEvent.Output(1, "2.2", RunEvent.Stream.ERR, line("end", END), 0));
    signed = new SignedAnswers(request());
    line("outcome", OUTCOME);
    output(line("progress", PROGRESS) + line("end", END));
    answer("outcome", OUTCOME);
    end();
    assertEquals(
        List.of(
            "id: 1|event: queued|data: {\"position\":1}",
            "id: 2|event: outcome|data: " + OUTCOME,
            "event: progress|data: " + PROGRESS,
            "id: 6|event: end|data: " + judged(END)),
        messages());
  }

  @Test
  void an_answer_is_taken_once_and_in_its_place_only() throws IOException {
    explore("{\"code\": \"1\"}");
    var first = line("progress", PROGRESS);
    var second = line("outcome", OUTCOME);
    output(
        second
            + first
            + first
            + first.replace("80", "81")
            + second
            + second
            + second.toUpperCase(Locale.ROOT));
    end();
    assertEquals(
        List.of(
            "event: progress|data: " + PROGRESS,
            "id: 1|event: outcome|data: " + OUTCOME,
            "id: 2|event: end|data: "
                + judged(
                    "{\"schedules\":16,\"perSecond\":80,\"complete\":false,"
                        + "\"why\":\"the program ended the lab's own process\",\"outcomes\":["
                        + OUTCOME
                        + "],\"races\":[]}")),
        messages());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "1",
        "{\"outcomes\": 1}",
        "{\"outcomes\": {\"kind\": \"finished\"}}",
        "{\"outcomes\": [1]}",
        "{\"outcomes\": [[]]}",
        "{\"outcomes\": [{}]}",
        "{\"outcomes\": [{\"kind\": 1, \"output\": \"\", \"schedule\": \"\"}]}",
        "{\"outcomes\": [{\"kind\": \"good\", \"output\": \"\", \"schedule\": \"\"}]}",
        "{\"outcomes\": [{\"kind\": \"stuck\", \"output\": 1, \"schedule\": \"\"}]}",
        "{\"outcomes\": [{\"kind\": \"stuck\", \"output\": \"\", \"schedule\": \"x\"}]}",
        "{\"outcomes\": [{\"kind\": \"stuck\", \"output\": \"\", \"schedule\": \"\", \"waiting\": [\"a\"]}]}",
        "{\"threads\": \"2\"}",
        "{\"threads\": -1}",
        "{\"threads\": 1.5}",
        "{\"working\": 99999999999}",
        "{\"schedules\": 1e400}",
        "{\"schedules\": null}",
        "{\"perSecond\": true}",
        "{\"complete\": \"true\"}",
        "{\"granularity\": \"word\"}",
        "{\"preemptions\": \"1\"}",
        "{\"assumptions\": [1]}",
        "{\"why\": []}",
        "{\"more\": {}}",
        "{\"races\": [{}]}",
        "{\"races\": [{\"name\": \"x\", \"kind\": \"item\", \"accesses\": [1, 2]}]}"
      })
  void an_end_of_the_wrong_shape_is_none(String wrong) throws IOException {
    explore("{\"code\": \"1\"}");
    var data = wrong;
    if (Json.MAPPER.readTree(wrong) instanceof ObjectNode fields && !fields.isEmpty()) {
      var end = (ObjectNode) Json.MAPPER.readTree(END);
      end.setAll(fields);
      data = end.toString();
    }
    answer("end", data);
    end();
    var last = messages().getLast();
    assertTrue(last.contains("\"why\":\"the program ended the lab's own process\""), last);
  }

  @Test
  void half_a_surrogate_pair_is_no_fault_of_ours() throws IOException {
    explore("{\"code\": \"1\"}");
    answer("outcome", OUTCOME.replace("1\\n", "\\ud800 \\ud83d\\ude00"));
    end();
    assertTrue(messages().getFirst().contains("\"output\":\"? 😀\""), messages().getFirst());
  }

  @Test
  void what_is_no_exploration_has_no_such_events() {
    site.json("/api/runs", "{\"code\": \"1\", \"input\": \"%s\\n1\"}".formatted("0".repeat(32)));
    problem(404, site.get(EVENTS));
    problem(404, site.delete("/api/explorations/run1"));
  }

  @Test
  void a_client_that_was_cut_off_gets_exactly_the_rest() throws IOException {
    explore("{\"code\": \"1\"}");
    log().append(new RunEvent.Queued(1));
    // One event in two pieces, and two events in one.
    var a = line("outcome", OUTCOME);
    output(a.substring(0, 60));
    output(a.substring(60));
    output(line("outcome", OUTCOME.replace("1", "2")) + line("outcome", OUTCOME.replace("1", "3")));
    answer("end", END);
    end();
    var all = messages();
    assertEquals(5, all.size());
    // Where it was cut off, and how many messages it then has.
    var had = Map.of("1", 1, "2", 1, "3", 2, "4", 4);
    had.forEach((id, count) -> assertEquals(all.subList(count, all.size()), messagesAfter(id), id));
    assertEquals(List.of(), messagesAfter("5"));
    assertEquals(204, site.get(EVENTS, "Last-Event-ID", "6").statusCode());
    for (var id : List.of("", "x", "-1", "99")) {
      assertEquals(all, messagesAfter(id), id);
    }
  }

  @Test
  void a_program_that_is_none_ends_the_stream_with_the_reason() throws IOException {
    explore("{\"code\": \"(\"}");
    answer("refused", "{\"field\":\"code\",\"line\":1,\"detail\":\"no\"}");
    end();
    assertEquals(
        List.of("id: 1|event: refused|data: {\"field\":\"code\",\"line\":1,\"detail\":\"no\"}"),
        messages());
  }

  /** An end as clients get it. */
  private static String judged(String end) {
    var data = (ObjectNode) Json.MAPPER.readTree(end);
    return data.set("verdict", Finding.of(data).json()).toString();
  }

  private HttpResponse<String> explore(String body) {
    return site.json(EXPLORATIONS, body);
  }

  private RunRequest request() {
    return Optional.ofNullable(site.runner.runs.get("run1")).orElseThrow().request();
  }

  private RunLog log() {
    return Optional.ofNullable(site.runner.runs.get("run1")).orElseThrow().log();
  }

  /** The next answer of the engine, as it would write it. */
  private String line(String event, String data) {
    signed = signed == null ? new SignedAnswers(request()) : signed;
    return signed.line("{\"event\":\"" + event + "\",\"data\":" + data + "}");
  }

  private void answer(String event, String data) {
    output(line(event, data));
  }

  private void output(String text) {
    log().append(new RunEvent.Output(1, "2.2", RunEvent.Stream.OUT, text, 0));
  }

  private void end() {
    log().append(new RunEvent.End(RunEvent.Reason.EXITED, 0, null, 1, 1, 1));
  }

  private List<String> messages(String... headers) throws IOException {
    var messages = new ArrayList<String>();
    var message = new ArrayList<String>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(site.stream(EVENTS, headers).body(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.startsWith(":") && !line.startsWith("retry:")) {
          message.add(line);
        } else if (line.isEmpty() && !message.isEmpty()) {
          messages.add(String.join("|", message));
          message.clear();
        }
      }
    }
    return messages;
  }

  private List<String> messagesAfter(String id) {
    try {
      return messages("Last-Event-ID", id);
    } catch (IOException thrown) {
      throw new AssertionError(thrown);
    }
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
