package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunStreamTest {
  private static final String EVENTS = "/api/runs/run1/events";

  private TestSite site;
  private RunLog log;

  @BeforeEach
  void startRun() throws IOException {
    site = TestSite.start();
    site.json("/api/runs", "{\"code\": \"1\"}");
    log = Optional.ofNullable(site.runner.runs.get("run1")).orElseThrow().log();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void every_event_is_sent_while_the_run_goes_on() throws IOException {
    var answer = site.stream(EVENTS);
    assertEquals(
        "text/event-stream;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
    try (var lines = lines(answer)) {
      log.append(new RunEvent.Queued(1));
      assertEquals("id: 1|event: queued|data: {\"position\":1}", message(lines));
      log.append(
          new RunEvent.Started(
              new PythonRuntime("3.11", "3.11.2"), 2, "cgroup2", PaperRunner.LIMITS));
      assertEquals(
          "id: 2|event: started|data: {\"runtime\":\"3.11\",\"python\":\"3.11.2\",\"cores\":2,\"tier\":\"cgroup2\",\"limits\":"
              + "{\"wallMs\":10000,\"cpuMs\":8000,\"memoryBytes\":268435456,\"tasks\":64,"
              + "\"outputBytes\":262144}}",
          message(lines));
      log.append(
          new RunEvent.Task(0, "2.2", RunEvent.Kind.PROCESS, RunEvent.State.START, "main", null));
      assertEquals(
          "id: 3|event: task|data: {\"t\":0,\"task\":\"2.2\",\"kind\":\"process\","
              + "\"state\":\"start\",\"name\":\"main\"}",
          message(lines));
      log.append(new RunEvent.Output(5, "2.2", RunEvent.Stream.ERR, "ä\n\n", 7));
      assertEquals(
          "id: 4|event: output|data: {\"t\":5,\"task\":\"2.2\",\"stream\":\"err\","
              + "\"text\":\"ä\\n\\n\",\"line\":7}",
          message(lines));
      var join = new RunEvent.Wait(RunEvent.Cause.JOIN, "2.7");
      log.append(
          new RunEvent.Usage(
              9,
              3L,
              Map.of("2.7", 0.5),
              Map.of("2.7", 0.25),
              Map.of("2.2", Optional.of(join), "2.7", Optional.empty())));
      assertEquals(
          "id: 5|event: usage|data: {\"t\":9,\"from\":3,\"cpu\":{\"2.7\":0.5},\"ready\":{\"2.7\":0.25},"
              + "\"waits\":{\"2.2\":{\"for\":\"join\",\"task\":\"2.7\"},\"2.7\":null}}",
          message(lines));
      log.append(new RunEvent.Truncated("output", 262144));
      assertEquals(
          "id: 6|event: truncated|data: {\"limit\":\"output\",\"bytes\":262144}", message(lines));
      log.append(new RunEvent.End(RunEvent.Reason.OUTPUT, null, 9, 30, 20, 4096));
      assertEquals(
          "id: 7|event: end|data: {\"reason\":\"output\",\"exit\":null,\"signal\":9,"
              + "\"wallMs\":30,\"cpuMs\":20,\"peakMemoryBytes\":4096}",
          message(lines));
      assertNull(lines.readLine(), "nothing comes after the end");
    }
  }

  @Test
  void a_client_that_was_cut_off_gets_the_rest() throws IOException {
    for (int i = 1; i <= 3; i++) {
      log.append(new RunEvent.Queued(i));
    }
    end();
    try (var lines = lines(site.stream(EVENTS, "Last-Event-ID", "2"))) {
      assertTrue(message(lines).startsWith("id: 3|"));
      assertTrue(message(lines).startsWith("id: 4|event: end"));
    }
    assertEquals(204, site.get(EVENTS, "Last-Event-ID", "4").statusCode());
  }

  @Test
  void a_last_event_id_that_makes_no_sense_means_from_the_beginning() throws IOException {
    end();
    for (var id : List.of("", "x", "-1", "99", "9".repeat(30))) {
      try (var lines = lines(site.stream(EVENTS, "Last-Event-ID", id))) {
        assertTrue(message(lines).startsWith("id: 1|event: end"), id);
      }
    }
  }

  @Test
  void a_silent_run_is_kept_alive_with_comments() throws IOException {
    try (var lines = lines(site.stream(EVENTS))) {
      var line = lines.readLine();
      while (line != null && !line.startsWith(":")) {
        line = lines.readLine();
      }
      assertEquals(":", line);
    }
  }

  @Test
  void two_readers_of_one_run_get_the_same() throws IOException {
    try (var one = lines(site.stream(EVENTS));
        var two = lines(site.stream(EVENTS))) {
      log.append(new RunEvent.Queued(1));
      end();
      assertEquals(message(one), message(two));
      assertEquals(message(one), message(two));
    }
  }

  @Test
  void the_stream_of_a_run_that_is_given_up_stops_without_an_end() throws IOException {
    try (var lines = lines(site.stream(EVENTS))) {
      log.append(new RunEvent.Queued(1));
      message(lines);
      log.giveUp();
      while (true) {
        var line = lines.readLine();
        if (line == null) {
          return;
        }
        assertTrue(line.isEmpty() || line.equals(":"), line);
      }
    }
  }

  @Test
  void to_ask_for_no_more_than_the_head_is_not_to_listen() {
    assertEquals(200, site.head(EVENTS).statusCode());
    assertTrue(log.unheard().isPositive());
  }

  @Test
  void stopping_the_server_stops_the_run_and_its_stream_says_so() throws IOException {
    try (var lines = lines(site.stream(EVENTS))) {
      log.append(new RunEvent.Queued(1));
      message(lines);
      long began = System.nanoTime();
      site.stop();
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      assertTrue(took < 4000, "it waited for the stream, " + took + " ms");
      assertTrue(message(lines).contains("event: end"));
    }
  }

  private void end() {
    log.append(new RunEvent.End(RunEvent.Reason.EXITED, 0, null, 1, 1, 1));
  }

  private static BufferedReader lines(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** The next message, its lines joined by bars; comments and the retry time are passed over. */
  private static String message(BufferedReader lines) throws IOException {
    var message = new ArrayList<String>();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && !message.isEmpty()) {
        return String.join("|", message);
      }
      if (!line.isEmpty() && !line.startsWith(":") && !line.startsWith("retry:")) {
        message.add(line);
      }
    }
    throw new AssertionError("the stream ended within " + message);
  }
}
