package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.site.RealSite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Programs explored and replayed by the whole server, as a client without a browser sees it. */
@Timeout(60)
class RealExplorationsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String EXPLORATIONS = "/api/explorations";
  private static final String TWO_THREADS =
      """
      from threading import Thread
      counter = 0
      def work():
          global counter
          seen = counter
          counter = seen + 1
      a = Thread(target=work)
      b = Thread(target=work)
      a.start()
      b.start()
      a.join()
      b.join()
      print(counter)
      """;

  private static RealSite site;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    site = RealSite.start();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.shutdownNow();
    http.close();
    site.close();
  }

  @Test
  void a_program_that_is_as_long_as_programs_may_be_can_be_explored() throws Exception {
    var comment = "#".repeat(64 * 1024 - TWO_THREADS.length());
    var events = events(start(Map.of("code", TWO_THREADS + comment)));
    assertTrue(events.getLast().data().path("complete").asBoolean(), events::toString);
  }

  @Test
  void outcomes_come_as_they_are_found_and_the_end_counts_them() throws Exception {
    var events = events(start(Map.of("code", TWO_THREADS, "reduction", false)));
    var outcomes = events.stream().filter(event -> event.name().equals("outcome")).toList();
    assertEquals(2, outcomes.size());
    var end = events.getLast();
    assertEquals("end", end.name());
    assertEquals(6, end.data().get("schedules").asInt());
    assertTrue(end.data().get("complete").asBoolean());
    assertEquals(
        List.of("1\n", "2\n"),
        StreamSupport.stream(end.data().get("outcomes").spliterator(), false)
            .map(outcome -> outcome.get("output").asString())
            .sorted()
            .toList());
  }

  @Test
  void a_stream_goes_on_after_the_last_event_that_the_client_has() throws Exception {
    var path = start(Map.of("code", TWO_THREADS));
    var all = events(path);
    for (int i = 0; i < all.size() - 1; i++) {
      if (!all.get(i).id().isEmpty()) {
        assertEquals(
            all.subList(i + 1, all.size()), events(path, "Last-Event-ID", all.get(i).id()));
      }
    }
  }

  @Test
  void an_outcome_is_replayed_step_by_step_by_its_schedule() throws Exception {
    var end = events(start(Map.of("code", TWO_THREADS))).getLast().data();
    for (var outcome : end.get("outcomes")) {
      var schedule = outcome.get("schedule").asString();
      var answer = replay(Map.of("code", TWO_THREADS, "schedule", schedule));
      assertEquals(200, answer.statusCode());
      var record = JSON.readTree(answer.body());
      assertEquals(schedule, record.get("schedule").asString());
      assertEquals("line", record.get("granularity").asString());
      assertEquals(outcome.get("output"), record.get("end").get("output"));
      var last = record.get("steps").get(record.get("steps").size() - 1);
      assertTrue(last.has("output"), last::toString);
    }
  }

  @Test
  void a_schedule_that_names_a_task_that_cannot_go_on_is_recorded_as_far_as_it_fits()
      throws Exception {
    var record = JSON.readTree(replay(Map.of("code", TWO_THREADS, "schedule", "1-2-7")).body());
    assertEquals(2, record.get("misfit").asInt());
    assertEquals("1-2", record.get("schedule").asString());
    assertFalse(record.has("end"));
    assertEquals(2, record.get("steps").size());
  }

  @Test
  void what_cannot_be_replayed_is_a_problem_that_says_why() throws Exception {
    var broken = replay(Map.of("code", "x = 1\ny = (\n"));
    assertEquals(400, broken.statusCode());
    var problem = JSON.readTree(broken.body());
    assertEquals("code", problem.get("field").asString());
    assertEquals("SyntaxError: '(' was never closed", problem.get("detail").asString());

    var none = replay(Map.of("code", "1", "schedule", "one"));
    assertEquals(400, none.statusCode());
    assertEquals("schedule", JSON.readTree(none.body()).get("field").asString());

    var gone = replay(Map.of("code", "import os; os._exit(0)"));
    assertEquals(422, gone.statusCode());
    assertEquals(
        "The program could not be stepped: the program ended the lab's own process.",
        JSON.readTree(gone.body()).get("detail").asString());
  }

  @Test
  void a_third_exploration_of_one_client_is_told_to_come_back_later() throws Exception {
    var endless = Map.<String, Object>of("code", "import itertools\nsum(itertools.count())");
    var paths = List.of(start(endless), start(endless));
    var third = post(EXPLORATIONS, endless);
    assertEquals(429, third.statusCode());
    assertTrue(third.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
    for (var path : paths) {
      var stop = HttpRequest.newBuilder(site.at(path)).DELETE().build();
      assertEquals(204, http.send(stop, BodyHandlers.discarding()).statusCode());
      var end = events(path).getLast().data();
      assertEquals("you stopped it", end.get("why").asString());
    }
  }

  /** Starts to explore, and answers the path of the exploration. */
  private static String start(Map<String, Object> request) throws Exception {
    var answer = post(EXPLORATIONS, request);
    assertEquals(201, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> replay(Map<String, Object> request) throws Exception {
    return post(EXPLORATIONS + "/replay", request);
  }

  private static HttpResponse<String> post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(site.at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build(),
        BodyHandlers.ofString());
  }

  private static List<EventReader.Event> events(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(site.at(path + "/events"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = http.send(request.build(), BodyHandlers.ofInputStream());
    assertEquals(200, answer.statusCode());
    try (var reader = new EventReader(answer.body())) {
      return reader.rest();
    }
  }
}
