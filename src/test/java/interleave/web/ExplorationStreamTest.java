package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.schedule.Finding;
import interleave.schedule.SignedAnswers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of an exploration as clients get them; what the engine would write, the tests write
 * themselves.
 */
@Timeout(30)
class ExplorationStreamTest extends PaperExplorationTest {
  private static final String OUTCOME =
      "{\"kind\":\"finished\",\"output\":\"1\\n\",\"schedule\":\"\"}";

  private static final String PROGRESS = "{\"schedules\":16,\"perSecond\":80}";
  private static final String END =
      "{\"schedules\":1,\"perSecond\":1,\"granularity\":\"line\",\"complete\":true,\"threads\":2,"
          + "\"working\":2,\"outcomes\":["
          + OUTCOME
          + "],\"races\":[]}";

  private @Nullable SignedAnswers signed;

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
}
