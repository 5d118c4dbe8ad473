package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Kind;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.State;
import interleave.run.RunEvent.Stream;
import interleave.run.RunLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShareTest {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  private static final String HOSTILE =
      "<script>alert(1)</script>\"'&amp;</pre><img src=x onerror=x>";

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
  void a_run_that_has_ended_gets_a_link_and_the_same_one_again() {
    var run = ran("print('hello')\n", "hello\n");
    var answer = share(run);
    assertEquals(201, answer.statusCode(), answer.body());
    var path = Json.MAPPER.readTree(answer.body()).path("path").asString();
    assertTrue(path.matches("/r/[0-9A-Za-z]{10}"), path);
    assertEquals(path, answer.headers().firstValue("Location").orElseThrow());
    var again = share(run);
    assertEquals(200, again.statusCode());
    assertEquals(answer.body(), again.body());
    assertEquals(path, again.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void a_link_holds_the_program_the_runtime_and_the_run_as_the_server_knows_them() {
    var path = path(ran("print('hello')\n", "hello\n"));
    var shared = shared(path);
    assertEquals("Hello", shared.path("title").asString());
    assertEquals("3.11", shared.path("runtime").asString());
    assertEquals("3.11.2", shared.path("python").asString());
    assertEquals("print('hello')\n", shared.path("code").asString());
    assertEquals(
        List.of("started", "task", "output", "end"),
        shared.path("events").valueStream().map(event -> event.path("event").asString()).toList());
    assertEquals("hello\n", shared.at("/events/2/data/text").asString());
    assertFalse(shared.toString().contains("run1"));
  }

  @Test
  void a_page_shows_the_program_and_what_it_wrote_and_is_not_for_search_engines() {
    var page = site.get(path(ran("print('hello')\n", "hello\n")));
    assertEquals(200, page.statusCode());
    assertEquals("noindex", page.headers().firstValue("X-Robots-Tag").orElse(""));
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(page.body().contains("<h1>Hello</h1>"));
    assertTrue(page.body().contains("Recorded · Python\u00a03.11.2 · "));
    assertTrue(page.body().contains("<span class=\"said\">hello\n</span>"), page.body());
    assertTrue(page.body().contains("data-demo=\"sharing/memory/hello\""));
    var other = site.get(path(ran("print('mine')", "mine")));
    assertTrue(other.body().contains("<h1>A shared program</h1>"));
    assertTrue(other.body().contains("data-demo=\"\""));
  }

  @Test
  void programs_and_what_they_write_stay_text() {
    var run = submit(HOSTILE);
    log(run).append(started());
    log(run).append(new RunEvent.Task(0, "2.2", Kind.PROCESS, State.START, HOSTILE, null));
    log(run).append(new RunEvent.Task(0, "2.7", Kind.THREAD, State.START, HOSTILE, "2.2"));
    log(run).append(new RunEvent.Output(1, "2.7", Stream.ERR, HOSTILE, null));
    log(run).append(end());
    var page = site.get(path(run));
    assertEquals(200, page.statusCode());
    for (var markup : List.of("<script>", "<img", "</pre><img", "onerror=x>")) {
      assertFalse(page.body().contains(markup), markup);
    }
    assertEquals(3, page.body().split("&lt;script", -1).length - 1);
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    assertEquals("application/json", type(site.get("/api/shares/" + path(run).substring(3))));
  }

  @Test
  void only_runs_that_began_and_ended_can_be_shared() {
    var run = submit("1");
    log(run).append(new RunEvent.Queued(1));
    assertEquals(409, share(run).statusCode());
    log(run).append(started());
    assertEquals(409, share(run).statusCode());
    log(run).append(end());
    assertEquals(201, share(run).statusCode());
    var stopped = submit("2");
    site.delete("/api/runs/" + stopped);
    assertEquals(409, share(stopped).statusCode());
  }

  @Test
  void a_run_that_is_not_there_any_more_is_to_be_run_again() {
    var answer = share("nosuch");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("Run the program again"), answer.body());
    var run = ran("1", "1");
    log(run).giveUp();
    assertEquals(404, share(run).statusCode());
  }

  @Test
  void a_link_outlives_its_run_and_a_restart_of_the_server() {
    var run = ran("print('hello')\n", "hello\n");
    var path = path(run);
    log(run).giveUp();
    site.runner.runs.clear();
    site.restart(SmallCourse.course(List.of()));
    assertTrue(site.get(path).body().contains("<h1>Hello</h1>"));
    assertEquals(404, share(run).statusCode());
  }

  @Test
  void a_run_that_is_too_large_is_refused_in_plain_words() {
    var run = submit("1");
    log(run).append(started());
    for (int i = 0; i < 9; i++) {
      log(run).append(new RunEvent.Output(i, "2.2", Stream.OUT, "x".repeat(1 << 20), null));
    }
    log(run).append(end());
    var answer = share(run);
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("too large to be shared"), answer.body());
    assertEquals(201, share(ran("2", "2")).statusCode());
  }

  @Test
  void who_shares_very_fast_is_told_to_wait() {
    for (int i = 0; i < 10; i++) {
      assertEquals(201, share(ran("print(" + i + ")", "x")).statusCode());
    }
    var eleventh = share(ran("print(10)", "x"));
    assertEquals(429, eleventh.statusCode());
    assertTrue(eleventh.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
    assertEquals(200, share("run1").statusCode());
  }

  @Test
  void a_network_that_shared_as_much_as_it_may_in_a_day_is_told_so() {
    // Each takes half a MiB: what a program writes that cannot be packed.
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 40; i++) {
      if (i % 8 == 0) {
        site.becomeSomebodyElse();
        site.form("/learn/sharing/memory/read");
      }
      statuses.add(share(ran("print(" + i + ")", noise(i))).statusCode());
    }
    assertTrue(statuses.indexOf(429) > 32, statuses::toString);
    var answer = share(ran("print(40)", noise(40)));
    assertEquals(429, answer.statusCode());
    assertTrue(answer.body().contains("as much as it may in a day"), answer.body());
    assertEquals(201, share(ran("print(41)", "x")).statusCode());
  }

  @Test
  void bad_bodies_are_refused() {
    Map.of(
            "{}",
            400,
            "{\"run\": 1}",
            400,
            "{\"run\": \"run1\", \"code\": \"print(2)\"}",
            400,
            "[]",
            400,
            "{\"run\": \"" + "x".repeat(1000) + "\"}",
            413)
        .forEach(
            (body, status) ->
                assertEquals(status, site.json("/api/shares", body).statusCode(), body));
    assertEquals(415, site.post("/api/shares", "text/plain", "{}").statusCode());
    var elsewhere =
        site.post("/api/shares", "application/json", "{}", "Sec-Fetch-Site", "cross-site");
    assertEquals(403, elsewhere.statusCode());
  }

  @Test
  void an_unknown_link_is_a_page_that_says_so() {
    for (var path : List.of("/r/0123456789", "/r/x", "/r/%3Cscript%3E")) {
      var answer = site.get(path, "Accept", "text/html");
      assertEquals(404, answer.statusCode());
      assertTrue(answer.body().contains("There is no shared program at this address."));
      assertFalse(answer.body().contains("<script>"));
    }
    assertEquals(404, site.get("/api/shares/0123456789").statusCode());
  }

  private String submit(String code) {
    var body = Json.object().put("code", code).toString();
    return Json.MAPPER.readTree(site.json("/api/runs", body).body()).path("id").asString();
  }

  /** A run that wrote something and ended. */
  private String ran(String code, String output) {
    var id = submit(code);
    log(id).append(new RunEvent.Queued(1));
    log(id).append(started());
    log(id).append(new RunEvent.Task(0, "2.2", Kind.PROCESS, State.START, null, null));
    log(id).append(new RunEvent.Output(1, "2.2", Stream.OUT, output, null));
    log(id).append(end());
    return id;
  }

  /** Letters in no order, which cannot be packed to less than about 480 KB. */
  private static String noise(int seed) {
    return new Random(seed)
        .ints(650_000, 0, LETTERS.length())
        .mapToObj(at -> LETTERS.substring(at, at + 1))
        .collect(Collectors.joining());
  }

  private static RunEvent started() {
    return new RunEvent.Started(
        new PythonRuntime("3.11", "3.11.2"), 2, "paper", PaperRunner.LIMITS);
  }

  private static RunEvent end() {
    return new RunEvent.End(Reason.EXITED, 0, null, 12, 3, 4096);
  }

  private RunLog log(String id) {
    return Optional.ofNullable(site.runner.runs.get(id)).orElseThrow().log();
  }

  private HttpResponse<String> share(String run) {
    return site.json("/api/shares", Json.object().put("run", run).toString());
  }

  private String path(String run) {
    var answer = share(run);
    assertTrue(answer.statusCode() < 300, answer.body());
    return Json.MAPPER.readTree(answer.body()).path("path").asString();
  }

  private JsonNode shared(String path) {
    return Json.MAPPER.readTree(site.get("/api/shares/" + path.substring(3)).body());
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
