package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Kind;
import interleave.run.RunEvent.State;
import interleave.run.RunEvent.Stream;
import interleave.run.RunLog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TraceTest {
  private TestSite site;
  private RunLog log;

  @BeforeEach
  void start() throws IOException {
    site = TestSite.start();
    site.json("/api/runs", "{\"code\": \"1\"}");
    log = Optional.ofNullable(site.runner.runs.get("run1")).orElseThrow().log();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void a_trace_is_a_file_to_keep() {
    var answer = site.get("/api/runs/run1?format=trace");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "attachment; filename=\"interleave-run1.trace.json\"",
        answer.headers().firstValue("Content-Disposition").orElseThrow());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(404, site.get("/api/runs/nosuch?format=trace").statusCode());
  }

  @Test
  void another_format_is_refused_naming_the_field() {
    for (var format : List.of("", "json", "Trace", "%3Cb%3E")) {
      var answer = site.get("/api/runs/run1?format=" + format);
      assertEquals(400, answer.statusCode());
      assertEquals("format", Json.MAPPER.readTree(answer.body()).path("field").asString());
    }
  }

  @Test
  void a_run_under_way_gives_what_is_there_closed_at_its_last_time() {
    task(0, "2.2", "main", null);
    task(100, "2.7", "bob", "2.2");
    log.append(new RunEvent.Output(450, "2.7", Stream.OUT, "on\n", null));
    var trace = trace();
    assertEquals(List.of("2.7 100-450", "2.2 0-450"), slices(trace));
    assertTrue(trace.path("otherData").path("reason").isMissingNode());
  }

  @Test
  void a_name_that_is_told_late_is_the_name_of_the_whole_slice() {
    task(0, "2.2", "main", null);
    task(100, "2.7", null, "2.2");
    task(150, "2.7", "bob", "2.2");
    end(200, "2.7");
    task(300, "2.7", "carl", "2.2");
    var trace = trace();
    assertEquals(List.of("bob", "carl", "main"), names(trace, "X"));
    assertEquals(List.of(100L, 300L), times(trace, "s"));
  }

  @Test
  void output_is_an_instant_named_by_its_first_line() {
    task(0, "2.2", "main", null);
    var wide = "\ud83d\ude00".repeat(81);
    for (var text : List.of("one\ntwo\n", "\n", wide, "")) {
      log.append(new RunEvent.Output(5, "2.2", Stream.ERR, text, null));
    }
    var trace = trace();
    assertEquals(
        List.of("one", "(blank)", "\ud83d\ude00".repeat(80), "(blank)"), names(trace, "i"));
    var first = of(trace, "i").getFirst().path("args");
    assertEquals("{\"text\":\"one\\ntwo\\n\",\"stream\":\"err\"}", first.toString());
  }

  @Test
  void shares_of_the_processor_are_counters_over_their_intervals() {
    task(0, "2.2", "main", null);
    task(20, "2.7", "bob", "2.2");
    log.append(new RunEvent.Usage(50, null, Map.of("2.2", 0.5, "2.7", 0.25), Map.of(), Map.of()));
    end(70, "2.7");
    log.append(new RunEvent.Usage(100, null, Map.of("2.2", 0.5, "2.7", 1.0), Map.of(), Map.of()));
    log.append(new RunEvent.Usage(150, null, Map.of(), Map.of(), Map.of()));
    var trace = trace();
    assertEquals(
        List.of("0 0.5", "100 0.0"), counter(trace, "CPU main 2.2", "share"), trace::toString);
    // It was there for 30 of the first 50, and for 20 of the next.
    assertEquals(List.of("20 0.42", "50 1.0", "70 0.0"), counter(trace, "CPU bob 2.7", "share"));
    assertEquals(List.of("0 0.75", "50 1.5", "100 0.0"), counter(trace, "cores", "busy"));
  }

  @Test
  void the_time_in_which_a_task_could_have_run_is_a_counter_of_those_who_had_to_wait() {
    task(0, "2.2", "main", null);
    task(0, "2.7", "bob", "2.2");
    log.append(
        new RunEvent.Usage(50, null, Map.of("2.2", 0.5, "2.7", 0.2), Map.of("2.7", 0.3), Map.of()));
    log.append(new RunEvent.Usage(100, null, Map.of("2.2", 0.5), Map.of("2.7", 0.75), Map.of()));
    end(120, "2.7");
    log.append(new RunEvent.Usage(150, null, Map.of("2.2", 0.5), Map.of("2.7", 0.9), Map.of()));
    var trace = trace();
    assertEquals(
        List.of("0 0.3", "50 0.75", "100 1.0", "120 0.0"),
        counter(trace, "CPU bob 2.7 waits for", "a core"));
    assertEquals(
        Set.of("cores", "CPU main 2.2", "CPU bob 2.7", "CPU bob 2.7 waits for"),
        Set.copyOf(names(trace, "C")));
  }

  @Test
  void a_sample_that_ends_a_rest_is_no_longer_than_any_other() {
    task(0, "2.2", "main", null);
    log.append(new RunEvent.Usage(50_000, null, Map.of("2.2", 1.0), Map.of(), Map.of()));
    log.append(new RunEvent.Usage(100_000, null, Map.of(), Map.of(), Map.of()));
    var sleeps = Map.of("2.2", Optional.of(new RunEvent.Wait(Cause.SLEEP, null)));
    log.append(new RunEvent.Usage(3_000_000, null, Map.of("2.2", 0.5), Map.of(), sleeps));
    var trace = trace();
    assertEquals(
        List.of("0 1.0", "50000 0.0", "2880000 0.5", "3000000 0.0"),
        counter(trace, "cores", "busy"));
    assertEquals(
        List.of("0 1.0", "50000 0.0", "2880000 0.5", "3000000 0.0"),
        counter(trace, "CPU main 2.2", "share"));
    assertEquals(List.of("2.2 2880000-3000000", "2.2 0-3000000"), slices(trace));
  }

  @Test
  void a_program_that_is_seen_before_it_says_what_it_is_was_there_then() {
    task(0, "2.2", "main", null);
    log.append(new RunEvent.Usage(50, null, Map.of("3.3", 0.4), Map.of("4.4", 0.1), Map.of()));
    task(80, "3.3", "worker", "2.2");
    end(90, "3.3");
    log.append(new RunEvent.Usage(100, null, Map.of("3.3", 0.2), Map.of(), Map.of()));
    log.append(new RunEvent.Usage(150, null, Map.of("3.3", 0.1), Map.of(), Map.of()));
    var trace = trace();
    assertEquals(List.of("worker", "process 4", "main"), names(trace, "X"));
    assertEquals(List.of("3.3 1-90", "4.4 1-150", "2.2 0-150"), slices(trace));
    assertEquals(List.of("1 0.41", "50 0.25", "90 0.0"), counter(trace, "CPU worker 3.3", "share"));
    assertEquals(List.of(1L), times(trace, "s"));
  }

  @Test
  void a_share_after_a_rest_begins_where_that_ended() {
    task(0, "2.2", "main", null);
    log.append(new RunEvent.Usage(50, null, Map.of("2.2", 0.5), Map.of(), Map.of()));
    log.append(new RunEvent.Usage(100, null, Map.of(), Map.of(), Map.of()));
    log.append(new RunEvent.Usage(900, 850L, Map.of("2.2", 1.0), Map.of(), Map.of()));
    assertEquals(
        List.of("0 0.5", "50 0.0", "850 1.0", "900 0.0"), counter(trace(), "cores", "busy"));
  }

  @Test
  void an_end_says_how_it_ended_and_tasks_that_were_cut_off_end_then() {
    task(0, "2.2", "main", null);
    log.append(new RunEvent.Usage(50, null, Map.of("2.2", 1.0), Map.of(), Map.of()));
    site.delete("/api/runs/run1");
    var trace = trace();
    assertEquals("stopped", trace.path("otherData").path("reason").asString());
    assertEquals("run1", trace.path("otherData").path("run").asString());
    assertEquals("3.11", trace.path("otherData").path("runtime").asString());
    assertEquals(List.of("2.2 0-12000"), slices(trace));
    assertEquals(List.of("0 1.0", "12000 0.0"), counter(trace, "cores", "busy"));
  }

  @Test
  void waits_are_slices_in_the_slice_of_the_task_and_meet_without_overlapping() {
    var trace =
        traced(
            "started {\"python\": \"3.11.2\", \"cores\": 2}",
            "task {\"t\": 0, \"task\": \"2.2\", \"kind\": \"process\", \"state\": \"start\"}",
            "task {\"t\": 20, \"task\": \"2.7\", \"kind\": \"thread\", \"state\": \"start\","
                + " \"parent\": \"2.2\"}",
            "usage {\"t\": 50, \"cpu\": {}, \"waits\": {\"2.7\": {\"for\": \"gil\"},"
                + " \"2.2\": {\"for\": \"join\", \"task\": \"2.7\"}}}",
            "usage {\"t\": 100, \"cpu\": {}, \"waits\": {\"2.7\": {\"for\": \"telepathy\"}}}",
            "output {\"t\": 120, \"task\": \"2.7\", \"stream\": \"out\", \"text\": \"x\","
                + " \"line\": 7}",
            "usage {\"t\": 150, \"cpu\": {}, \"waits\": {\"2.7\": null, \"2.2\": null,"
                + " \"9.9\": {\"for\": \"lock\"}}}",
            "task {\"t\": 160, \"task\": \"2.7\", \"kind\": \"thread\", \"state\": \"end\"}");
    assertEquals(List.of(), TraceChecker.problems(trace));
    assertEquals(
        List.of("GIL", "waiting", "join", "thread 7", "lock", "process 9", "main"),
        names(trace, "X"));
    assertEquals(
        List.of(
            "2.7 21-50",
            "2.7 50-100",
            "2.2 1-100",
            "2.7 20-160",
            "9.9 101-160",
            "9.9 100-160",
            "2.2 0-160"),
        slices(trace));
    assertEquals("2.7", of(trace, "X").get(2).path("args").path("task").asString());
    assertEquals(7, of(trace, "i").getFirst().path("args").path("line").asInt());
  }

  private void task(long t, String id, @Nullable String name, @Nullable String parent) {
    var kind = parent == null ? Kind.PROCESS : Kind.THREAD;
    log.append(new RunEvent.Task(t, id, kind, State.START, name, parent));
  }

  private void end(long t, String id) {
    log.append(new RunEvent.Task(t, id, Kind.THREAD, State.END, null, null));
  }

  /** The trace of the run, which is as a trace must be. */
  private JsonNode trace() {
    var trace = Json.MAPPER.readTree(site.get("/api/runs/run1?format=trace").body());
    assertEquals(List.of(), TraceChecker.problems(trace));
    assertFalse(trace.path("traceEvents").isEmpty());
    return trace;
  }

  /** The trace of events, each {@code name data}. */
  private static JsonNode traced(String... events) {
    var trace = Json.object().put("displayTimeUnit", "ms");
    ArrayNode out = trace.putArray("traceEvents");
    var writer = new TraceEvents(out::add);
    for (var event : events) {
      var parts = event.split(" ", 2);
      writer.hear(parts[0], (ObjectNode) Json.MAPPER.readTree(parts[1]));
    }
    writer.finish();
    assertEquals("3.11.2", writer.otherData().path("python").asString());
    return trace;
  }

  private static List<JsonNode> of(JsonNode trace, String phase) {
    return StreamSupport.stream(trace.path("traceEvents").spliterator(), false)
        .filter(event -> event.path("ph").asString().equals(phase))
        .toList();
  }

  private static List<String> names(JsonNode trace, String phase) {
    return of(trace, phase).stream().map(event -> event.path("name").asString()).toList();
  }

  private static List<Long> times(JsonNode trace, String phase) {
    return of(trace, phase).stream().map(event -> event.path("ts").asLong()).toList();
  }

  /** Each as {@code pid.tid start-end}. */
  private static List<String> slices(JsonNode trace) {
    return of(trace, "X").stream()
        .map(
            slice -> {
              long start = slice.path("ts").asLong();
              long end = start + slice.path("dur").asLong();
              return slice.path("pid") + "." + slice.path("tid") + " " + start + "-" + end;
            })
        .toList();
  }

  private static List<String> counter(JsonNode trace, String name, String series) {
    return of(trace, "C").stream()
        .filter(event -> event.path("name").asString().equals(name))
        .map(event -> event.path("ts") + " " + event.path("args").path(series))
        .toList();
  }
}
