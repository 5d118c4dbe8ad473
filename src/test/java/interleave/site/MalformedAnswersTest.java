package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.schedule.Cheat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs that write lines such as the engine's, and that have the engine itself answer with
 * anything: whatever it is, the server answers as it always does.
 */
final class MalformedAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();

  @AutoClose private static final RealSite SITE = RealSite.start();
  @AutoClose private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static List<String> values() {
    return List.of(
        "None",
        "[]",
        "{}",
        "{'outcomes': 1}",
        "{'outcomes': [1]}",
        "{'outcomes': [[]], 'complete': True}",
        "{'outcomes': [], 'complete': True, 'threads': '2', 'races': []}",
        "{'outcomes': [], 'complete': True, 'threads': 10**30, 'races': []}",
        "{'outcomes': [], 'complete': True, 'schedules': float('inf')}",
        "'\\ud800'",
        "'1-' * 3000",
        "{'kind': 'finished', 'output': 1}");
  }

  @ParameterizedTest
  @MethodSource("values")
  void an_exploration_whose_engine_says_anything_has_an_end(String value) throws Exception {
    var program =
        """
        import _interleave_lab.explore as explore
        from functools import partial
        explore.Exploration._end = partial(dict.get, {1: %s}, 1)
        """
            .formatted(value);
    var started = post("/api/explorations", JSON.createObjectNode().put("code", program));
    assertEquals(201, started.statusCode(), started.body());
    var events = get(JSON.readTree(started.body()).get("events").asString());
    assertEquals(200, events.statusCode());
    assertTrue(events.body().contains("\nevent: end\ndata: {\"schedules\":"), events.body());
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_record_that_is_anything_is_none(String value) throws Exception {
    var program =
        """
        import _interleave_lab.outcomes as outcomes
        import _interleave_lab.record as record
        from functools import partial
        record.written = outcomes.Outcome.as_json = partial(dict.get, {1: %s}, 1)
        """
            .formatted(value);
    var answer = post("/api/explorations/replay", JSON.createObjectNode().put("code", program));
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"write_to_all_descriptors", "threads_that_do_nothing", "engine_patched"})
  void a_cheat_is_told_why_it_is_none(String cheat) throws Exception {
    var body =
        JSON.createObjectNode()
            .put("demo", "orders/be-the-scheduler/two_lines_lab")
            .put("code", Cheat.of(cheat + ".py").code());
    var answer = post("/learn/orders/be-the-scheduler/challenge", body);
    assertEquals(200, answer.statusCode(), answer.body());
    var told = JSON.readTree(answer.body());
    assertEquals(false, told.get("met").asBoolean(), answer.body());
    assertEquals(false, told.get("fixed").asBoolean(), answer.body());
    assertTrue(
        List.of("none", "missed").contains(told.at("/verdict/state").asString()), answer.body());
    assertNotEquals("", told.at("/verdict/words").asString(), answer.body());
  }

  private static HttpResponse<String> post(String path, JsonNode body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(SITE.at(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(SITE.at(path)).build(), BodyHandlers.ofString());
  }
}
