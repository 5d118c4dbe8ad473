package interleave.content;

import static interleave.content.SmallCourse.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Recording;
import interleave.course.Recording.Line;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded runs beside a demo, and what can be wrong with them. */
final class RecordingsTest {
  private static final String FILE = "1-sharing/demos/lost.3.11.json";
  private static final String STARTED = "{\"event\": \"started\", \"data\": {}}";
  private static final String END = "{\"event\": \"end\", \"data\": {}}";

  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_demo_has_the_recordings_beside_it_in_the_order_of_their_versions() {
    for (var runtime : List.of("3.13t", "3.13", "3.9")) {
      small.with("1-sharing/demos/lost." + runtime + ".json", recording(runtime, ""));
    }
    assertEquals(
        List.of("3.9", "3.13", "3.13t"), recordings().stream().map(Recording::runtime).toList());
    var first = recordings().getFirst();
    assertEquals("3.9.2", first.python());
    assertEquals(LocalDate.of(2026, 11, 20), first.recorded());
    assertEquals(2, first.cores());
    assertEquals(recording("3.9", ""), first.json());
  }

  @Test
  void what_it_printed_are_lines_under_the_names_of_their_tasks() {
    small.with(
        FILE,
        recording(
            "3.11",
            task("start", "2.2", "main")
                + task("start", "2.3", null)
                + output(1, "2.3", "out", "one ")
                + output(2, "2.3", "out", "\\u001b[1mtwo\\u001b[0m")
                + output(3, "2.2", "err", "x\\n\\ny\\n")
                + output(4, "2.3", "out", "three\\nfour\\n")
                + task("start", "2.3", "ann")
                + task("end", "2.3", null)
                + task("start", "2.3", "ann")
                + output(5, "2.3", "out", "five")
                + task("start", "7.7", "MainThread")
                + output(6, "7.8", "out", "six")));
    assertEquals(
        List.of(
            new Line(1, "ann", false, "one two"),
            new Line(3, "main", true, "x"),
            new Line(3, "main", true, ""),
            new Line(3, "main", true, "y"),
            new Line(4, "ann", false, "three"),
            new Line(4, "ann", false, "four"),
            new Line(5, "ann (3)", false, "five"),
            new Line(6, "process 7 · thread 8", false, "six")),
        recordings().getFirst().printed());
  }

  @Test
  void a_recording_of_another_program_is_left_out_with_a_warning() {
    small.with(FILE, recording("3.11", "").replaceFirst("[0-9a-f]{64}", "0".repeat(64)));
    var warnings = new ArrayList<String>();
    var logger = Logger.getLogger("interleave.content");
    var listener = new Listener(warnings);
    logger.addHandler(listener);
    try {
      assertEquals(List.of(), recordings());
    } finally {
      logger.removeHandler(listener);
    }
    assertEquals(
        List.of(
            "content/" + FILE + ": left out, the demo has changed; run src/main/scripts/record"),
        warnings);
  }

  @Test
  void a_file_that_is_no_recording_of_a_demo_is_a_problem() {
    small.with("1-sharing/demos/gone.3.11.json", recording("3.11", ""));
    assertProblem("content/1-sharing/demos/gone.3.11.json:1: this is no recording of a demo");
    small.without("1-sharing/demos/gone.3.11.json").with("1-sharing/demos/lost.json", "{}");
    assertProblem("content/1-sharing/demos/lost.json:1: this is no recording of a demo");
  }

  @Test
  void a_recording_on_a_runtime_that_the_demo_is_not_about_is_a_problem() {
    small.with(DEMO, "# /// demo\n# title = \"L\"\n# runtimes = [\"3.13t\"]\n# ///\nprint(1)\n");
    small.with(FILE, recording("3.11", ""));
    assertProblem("content/" + FILE + ":1: its demo is not about Python 3.11");
  }

  @Test
  void what_is_not_json_names_its_line() {
    wrong("\"cores\": 2,", "\"cores\": 2", 6, "this is not JSON: ");
    wrong("]\n}\n", "]\n", 11, "this is not JSON: ");
    wrong("]\n}\n", "]\n}\n{}\n", 12, "the recording ends before this");
    small.with(FILE, "");
    assertProblem("content/" + FILE + ":1: a recording is a JSON object");
  }

  @Test
  void a_head_that_cannot_be_names_its_line() {
    wrong("2026-11-20", "20 Nov", 2, "`recorded` is to be a day such as 2026-11-20");
    wrong("\"3.11\"", "\"3.14\"", 3, "`runtime` is to be \"3.11\", as in the name of the file");
    wrong("3.11.2", "3.14.0", 4, "`python` is to be the full version, such as 3.11.2");
    wrong("\"cores\": 2", "\"cores\": 0", 5, "`cores` is to be 1 or more");
    wrong("\"code\": \"", "\"code\": \"x", 6, "`code` is to be the SHA-256 of the program");
    wrong("\"cores\": 2", "\"kernels\": 2", 5, "the key `kernels` is not known here");
    wrong("  \"cores\": 2,\n", "", 10, "`cores` is missing");
  }

  @Test
  void events_that_cannot_be_name_their_line() {
    wrong("\"started\"", "\"queued\"", 8, "this is no event of a run");
    wrong("\"started\"", "\"task\"", 8, "the first event, and no other, is started");
    wrong("\"end\"", "\"started\"", 9, "the first event, and no other, is started");
    wrong("\"end\"", "\"usage\"", 10, "the last event is to be the end");
    wrong(END, END + ",\n" + END, 10, "no event comes after the end");
    wrong(END, output(1, "2", "out", "x") + END, 9, "this event lacks a part of its data");
    wrong("\"events\": [", "\"events\": [], \"x\": [", 7, "the last event is to be the end");
  }

  @Test
  void a_recording_has_at_most_200_kib() {
    small.with(FILE, recording("3.11", output(1, "2.2", "out", "x".repeat(200 * 1024 - 600))));
    assertEquals(1, recordings().size());
    small.with(FILE, recording("3.11", output(1, "2.2", "out", "x".repeat(200 * 1024))));
    assertProblem("content/" + FILE + ":1: a recording has at most 200 KiB, this has 201");
  }

  private List<Recording> recordings() {
    return small.first().demos().getFirst().recordings();
  }

  private void wrong(String right, String wrong, int line, String what) {
    small.with(FILE, recording("3.11", "").replace(right, wrong));
    assertProblem("content/" + FILE + ":" + line + ": " + what);
  }

  private void assertProblem(String start) {
    var problem = small.problem();
    assertTrue(problem.startsWith(start), problem);
  }

  private static String recording(String runtime, String events) {
    return """
    {
      "recorded": "2026-11-20",
      "runtime": "%s",
      "python": "%s.2",
      "cores": 2,
      "code": "%s",
      "events": [
        %s,
        %s%s
      ]
    }
    """
        .formatted(
            runtime,
            runtime.replace("t", ""),
            Recording.fingerprint("print(1)\n"),
            STARTED,
            events,
            END);
  }

  private static String task(String state, String task, @Nullable String name) {
    return "{\"event\": \"task\", \"data\": {\"t\": 1, \"task\": \"%s\", \"state\": \"%s\"%s}},\n"
        .formatted(task, state, name == null ? "" : ", \"name\": \"" + name + "\"");
  }

  private static String output(int t, String task, String stream, String text) {
    return "{\"event\": \"output\", \"data\": {\"t\": %d, \"task\": \"%s\", \"stream\": \"%s\","
            .formatted(t, task, stream)
        + " \"text\": \"%s\"}},\n".formatted(text);
  }

  private static final class Listener extends Handler {
    private final List<String> messages;

    private Listener(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord logged) {
      messages.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
