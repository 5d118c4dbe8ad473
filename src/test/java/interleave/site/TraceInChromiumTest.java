package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.DemoOnPage;
import interleave.web.TraceChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trace of a real run, downloaded from its page, is read by the trace engine of Chromium's own
 * developer tools. That one looks at slices and names; {@link TraceChecker} at all the rest.
 */
final class TraceInChromiumTest extends SiteTest {
  private static final String DEMO = "sharing/one-memory/numbers_and_letters";
  private static final String PROGRAM =
      """
      import multiprocessing, threading, time

      def work(who):
          print("from", who)
          end = time.perf_counter() + 0.3
          while time.perf_counter() < end:
              pass

      for name in ("ann", "bob"):
          threading.Thread(target=work, args=(name,), name=name).start()
      child = multiprocessing.Process(target=work, args=("carl",), name="carl")
      child.start()
      child.join()
      """;
  private static final String ENGINE = "devtools://devtools/bundled/models/trace/trace.js";

  /** Answers {@code [[pid, tid, name of the thread, [[name, start, duration], ...]], ...]}. */
  private static final String PARSE =
      """
      const [engine, text, done] = arguments;
      import(engine).then(async ({ TraceModel }) => {
        const model = TraceModel.Model.createWithAllHandlers();
        await model.parse(JSON.parse(text).traceEvents, { metadata: {}, isFreshRecording: false });
        const threads = [];
        for (const [pid, process] of model.parsedTrace(0).data.Renderer.processes)
          for (const [tid, thread] of process.threads)
            threads.push([pid, tid, thread.name ?? "", thread.entries.map((e) => [e.name, e.ts, e.dur ?? 0])]);
        done(JSON.stringify(threads));
      }).catch((problem) => done(String(problem.stack ?? problem)));
      """;

  @TempDir private Path downloads;

  @Test
  void a_trace_is_read_by_chromiums_developer_tools() throws IOException {
    var text = download();
    var trace = JsonMapper.shared().readTree(text);
    assertEquals(List.of(), TraceChecker.problems(trace));
    assertEquals("exited", trace.path("otherData").path("reason").asString());

    browser.driver().get("devtools://devtools/bundled/devtools_app.html");
    var read = String.valueOf(browser.driver().executeAsyncScript(PARSE, ENGINE, text));
    Assumptions.assumeFalse(
        read.contains("dynamically imported module"), "this Chromium keeps its engine elsewhere");
    assertTrue(read.startsWith("[["), read);
    var threads = JsonMapper.shared().readTree(read);
    var lives =
        stream(threads)
            .flatMap(thread -> stream(thread.get(3)))
            .filter(slice -> List.of("ann", "bob", "carl").contains(slice.get(0).asString()))
            .collect(Collectors.toMap(slice -> slice.get(0).asString(), slice -> slice));
    assertEquals(3, lives.size(), read);
    // They work for 0.3 s; that a process is there is seen a moment after it began.
    for (var life : lives.values()) {
      assertTrue(life.get(2).asLong() >= 200_000, read);
    }
    var names = stream(threads).map(thread -> thread.get(2).asString()).toList();
    assertTrue(names.containsAll(List.of("ann", "bob")), read);
    long processes = stream(threads).map(thread -> thread.get(0)).distinct().count();
    assertEquals(2, processes, read);
    checkTheRest(trace);
  }

  private static void checkTheRest(JsonNode trace) {
    var events = stream(trace.path("traceEvents")).toList();
    var said =
        events.stream()
            .filter(event -> event.path("cat").asString("").equals("output"))
            .map(event -> event.path("name").asString())
            .collect(Collectors.toSet());
    assertTrue(said.stream().anyMatch(line -> line.startsWith("from")), said::toString);
    double busiest =
        events.stream()
            .mapToDouble(event -> event.path("args").path("busy").asDouble(0))
            .max()
            .orElse(0);
    assertTrue(busiest > 0.05, () -> "cores busy: " + busiest);
    assertTrue(events.stream().anyMatch(event -> event.path("ph").asString().equals("f")));
    var waits =
        events.stream().filter(event -> event.path("cat").asString("").equals("wait")).toList();
    assertTrue(waits.stream().anyMatch(wait -> wait.path("dur").asLong() > 0), "nobody waited");
  }

  private String download() throws IOException {
    open("/learn/sharing/one-memory");
    browser.script(
        "localStorage.setItem('interleave:draft:' + arguments[0], arguments[1])", DEMO, PROGRAM);
    open("/learn/sharing/one-memory");
    browser.command(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    var demo = new DemoOnPage(browser, 1);
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    browser.click(demo.element("[data-keep=trace]"));
    browser.until(() -> "the file", () -> !traces().isEmpty());
    browser.script("localStorage.clear()");
    return Files.readString(traces().getFirst());
  }

  private List<Path> traces() {
    try (var files = Files.list(downloads)) {
      return files.filter(file -> file.toString().endsWith(".trace.json")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
