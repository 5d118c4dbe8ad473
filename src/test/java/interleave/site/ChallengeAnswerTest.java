package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.schedule.Schedule;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the server answers to those who send something for a challenge. */
final class ChallengeAnswerTest {
  private static final String CHALLENGE = "/learn/orders/be-the-scheduler/challenge";
  private static final String DEMO = "orders/be-the-scheduler/two_lines_lab";
  private static final JsonMapper JSON = new JsonMapper();

  @AutoClose private static final RealSite SITE = RealSite.start();
  @AutoClose private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void a_solution_is_proved_with_what_that_stands_for() throws Exception {
    var answer = send(asked().put("code", read("src/test/resources/solutions/two_lines_lab.py")));
    assertTrue(answer.get("met").asBoolean(), answer::toString);
    assertTrue(answer.get("fixed").asBoolean(), answer::toString);
    assertEquals(
        """
        {"state":"proved","title":"PROVED, line by line","words":"No order goes wrong. 2 orders\
         stand for all 8: of those that differ only in steps that touch nothing in common, one is\
         enough. Run once without the lab, it went well too.","assumed":"Held fixed or not\
         modelled: lines (one step each)."}""",
        answer.get("verdict").toString());
  }

  @Test
  void what_is_no_solution_comes_with_an_order_that_breaks_it_too() throws Exception {
    var code = read("content/3-orders/demos/two_lines_lab.py");
    var answer = send(asked().put("code", code));
    assertEquals("violation", answer.at("/verdict/state").asString(), answer::toString);
    assertEquals("VIOLATION", answer.at("/verdict/title").asString());
    assertEquals("1\n", answer.at("/outcome/output").asString());
    var order = answer.get("schedule").asString();
    assertTrue(Schedule.of(order).isPresent(), order);

    var broken = send(asked().put("schedule", order));
    assertTrue(broken.get("met").asBoolean(), broken::toString);
    assertEquals("violation", broken.at("/verdict/state").asString());
    assertEquals("That is it: in this order it prints 1.", broken.at("/verdict/words").asString());

    var usual = send(asked().put("schedule", ""));
    assertEquals("none", usual.at("/verdict/state").asString());
    assertEquals(
        "In this order all goes well: the program prints 2.",
        usual.at("/verdict/words").asString());
  }

  @Test
  void a_form_that_names_no_challenge_or_brings_no_text_of_a_program_is_refused() throws Exception {
    assertEquals(400, form("demo=nosuch&code=1"));
    assertEquals(400, form("demo=" + encoded(DEMO) + "&code=%00"));
    assertEquals(413, form("demo=" + encoded(DEMO) + "&code=" + "a".repeat(70_000)));
  }

  private static ObjectNode asked() {
    return JSON.createObjectNode().put("demo", DEMO);
  }

  private static JsonNode send(ObjectNode body) throws IOException, InterruptedException {
    var answer =
        CLIENT.send(
            HttpRequest.newBuilder(SITE.at(CHALLENGE))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static int form(String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(SITE.at(CHALLENGE))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
