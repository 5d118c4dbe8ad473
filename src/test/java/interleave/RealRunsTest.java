package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.EventReader.Event;
import interleave.config.Config;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs run by the whole server, as a client without a browser sees it. */
@Timeout(60)
class RealRunsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TWO_THREADS =
      """
      import threading, time
      def work():
          for n in range(8):
              print(threading.current_thread().name, n)
              time.sleep(0.1)
      for name in ('ann', 'bob'):
          threading.Thread(target=work, name=name).start()
      """;
  private static final String FOR_EVER = "import time\nprint('on')\nwhile True: time.sleep(0.1)";

  private static App app;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    app = startApp();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.shutdownNow();
    app.close();
  }

  @Test
  void output_of_two_threads_arrives_interleaved_while_the_program_still_runs() throws Exception {
    var id = submit(TWO_THREADS).get("id").asString();
    var writers = new HashSet<String>();
    var ids = new ArrayList<String>();
    boolean runningWhenBothHadWritten = false;
    var events = events(id);
    while (events.hasNext()) {
      var event = events.next();
      ids.add(event.id());
      if (event.name().equals("output") && writers.add(event.data().get("task").asString())) {
        runningWhenBothHadWritten |= writers.size() == 2 && !ended(id);
      }
    }
    assertTrue(runningWhenBothHadWritten);
    assertTrue(ended(id));
    assertEquals(IntStream.rangeClosed(1, ids.size()).mapToObj(String::valueOf).toList(), ids);
  }

  @Test
  void a_stream_goes_on_after_the_last_event_that_the_client_has() throws Exception {
    var id = submit("print('one')\nprint('two')").get("id").asString();
    var all = all(events(id));
    var rest = all(events(id, "Last-Event-ID", "2"));
    assertEquals(all.subList(2, all.size()), rest);
  }

  @Test
  void a_demo_runs_by_its_name() throws Exception {
    var id = post("{\"demo\": \"sharing/one-memory/numbers_and_letters\"}").get("id").asString();
    var end = all(events(id)).getLast();
    assertEquals("end", end.name());
    assertEquals("exited", end.data().get("reason").asString());
  }

  @Test
  void a_run_is_stopped_by_delete_and_ends_so() throws Exception {
    var id = submit(FOR_EVER).get("id").asString();
    var events = events(id);
    while (!events.next().name().equals("output")) {}
    assertEquals(204, send(request("/api/runs/" + id).DELETE()).statusCode());
    Event last = events.next();
    while (events.hasNext()) {
      last = events.next();
    }
    assertEquals("stopped", last.data().get("reason").asString());
  }

  @Test
  void a_third_run_of_one_client_is_told_to_come_back_later() throws Exception {
    var running = List.of(submit(FOR_EVER), submit(FOR_EVER));
    var third = send(run(JSON.writeValueAsString(Map.of("code", FOR_EVER))));
    assertEquals(429, third.statusCode());
    assertTrue(third.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
    assertEquals(
        "application/problem+json",
        third.headers().firstValue("Content-Type").orElse("").split(";", -1)[0]);
    for (var run : running) {
      send(request("/api/runs/" + run.get("id").asString()).DELETE());
      all(events(run.get("id").asString()));
    }
  }

  @Test
  void browsers_behind_one_address_do_not_count_as_one() throws Exception {
    var ids = new ArrayList<String>();
    for (int browser = 0; browser < 3; browser++) {
      var response =
          send(
              run(JSON.writeValueAsString(Map.of("code", FOR_EVER)))
                  .header("Sec-Fetch-Site", "same-origin"));
      assertEquals(201, response.statusCode());
      ids.add(JSON.readTree(response.body()).get("id").asString());
    }
    for (var id : ids.reversed()) {
      send(request("/api/runs/" + id).DELETE());
      all(events(id));
    }
  }

  @Test
  void stopping_the_server_ends_its_runs_and_their_streams() throws Exception {
    var other = startApp();
    var address = "http://localhost:" + other.port();
    var body = JSON.writeValueAsString(Map.of("code", FOR_EVER));
    var created = send(run(body, address));
    var id = JSON.readTree(created.body()).get("id").asString();
    var events = events(address + "/api/runs/" + id + "/events");
    while (!events.next().name().equals("output")) {}
    var closing = Thread.ofVirtual().start(other::close);
    Event last = events.next();
    while (events.hasNext()) {
      last = events.next();
    }
    assertEquals("end", last.name());
    closing.join();
  }

  private static App startApp() {
    var settings =
        Map.of(
            "INTERLEAVE_PORT",
            "0",
            "INTERLEAVE_DATABASE_URL",
            "jdbc:h2:mem:"
                + java.util.UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    return App.start(Config.from(settings), Path.of("").toAbsolutePath());
  }

  private static JsonNode submit(String code) throws Exception {
    return post(JSON.writeValueAsString(Map.of("code", code)));
  }

  private static JsonNode post(String body) throws Exception {
    var response = send(run(body));
    assertEquals(201, response.statusCode(), response.body());
    var created = JSON.readTree(response.body());
    assertEquals(
        "/api/runs/" + created.get("id").asString(),
        response.headers().firstValue("Location").orElse(""));
    return created;
  }

  private static boolean ended(String id) throws Exception {
    var run = JSON.readTree(send(request("/api/runs/" + id).GET()).body());
    return run.get("ended").asBoolean();
  }

  private static EventReader events(String id, String... headers) throws Exception {
    var path = id.startsWith("http") ? id : address() + "/api/runs/" + id + "/events";
    var request = HttpRequest.newBuilder(URI.create(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var response = client.send(request.build(), BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    return new EventReader(lines);
  }

  private static List<Event> all(EventReader events) {
    var all = new ArrayList<Event>();
    events.forEachRemaining(all::add);
    assertFalse(all.isEmpty());
    return all;
  }

  private static HttpRequest.Builder run(String body) {
    return run(body, address());
  }

  private static HttpRequest.Builder run(String body, String address) {
    return HttpRequest.newBuilder(URI.create(address + "/api/runs"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String address() {
    return "http://localhost:" + app.port();
  }
}
