package interleave.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.output.StringOutput;
import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.course.Html;
import interleave.course.Recording;
import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import interleave.web.templates.StaticTemplates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site of one page with one demo, whose runs go as the test says: so can be tried what a real
 * runner does seldom or never when asked, such as being busy, or losing the connection.
 */
final class ScriptedSite implements AutoCloseable {
  private static final String CODE = "import time\n\nprint(1)\nprint(\"<two>\")\n";
  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'nonce-n'; style-src 'self' 'nonce-n';"
          + " img-src 'self' data:";

  /** The bodies of the requests for runs. */
  final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  /** The ids that came with reconnections. */
  final BlockingQueue<String> resumed = new LinkedBlockingQueue<>();

  /** What the next requests get in place of a run. */
  final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

  /**
   * Requests for runs and ends of runs as they came: {@code ask} or {@code end} with a run's id.
   */
  final List<String> log = Collections.synchronizedList(new ArrayList<>());

  /** What the next runs do of whose requests a text is part; others have {@link #events}. */
  final Map<String, Queue<List<String>>> turns = new ConcurrentHashMap<>();

  /** Counts down when a run is stopped. */
  final CountDownLatch stopped = new CountDownLatch(1);

  /** The events of every run, each {@code name data}; {@code pause 50} waits for 50 ms. */
  volatile List<String> events = List.of();

  /** After how many events the first connection breaks, if it does. */
  volatile Optional<Integer> breaksAfter = Optional.empty();

  /** Whether a run goes on after its events, until it is stopped. */
  volatile boolean goesOn = false;

  /** Whether runs are forgotten at once. */
  volatile boolean forgets = false;

  /** The good editor comes when this is down. */
  volatile CountDownLatch editor = new CountDownLatch(0);

  /** The recorded run of the demo; without it there is none to be had. */
  volatile Optional<String> recorded = Optional.of(recorded(output("2.2", "kept\\n")));

  private final HttpServer server;
  private final String page;
  private final Map<String, List<String>> runs = new ConcurrentHashMap<>();

  record Refusal(int status, String detail) {}

  ScriptedSite() throws IOException {
    this(demo("a/b/c", "One", "3.11"));
  }

  /**
   * @param content of its page, such as demos
   */
  ScriptedSite(String content) throws IOException {
    page = page(content);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> send(exchange, 200, "text/html; charset=utf-8", page));
    server.createContext("/static/", exchange -> file(exchange, Path.of("static"), "/static/"));
    server.createContext("/vendor/", this::vendor);
    server.createContext("/api/runs", this::runs);
    server.createContext(
        "/api/demos/a/b/c/recordings/3.11",
        exchange -> {
          var json = recorded;
          send(exchange, json.isPresent() ? 200 : 404, "application/json", json.orElse("{}"));
        });
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    stopped.countDown();
    editor.countDown();
    server.stop(0);
  }

  private void runs(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        var refusal = refusals.poll();
        if (refusal == null) {
          var id = "r" + (runs.size() + 1);
          runs.put(id, eventsFor(body));
          log.add("ask " + id);
          var run = "{\"id\": \"%1$s\", \"events\": \"/api/runs/%1$s/events\"}".formatted(id);
          send(exchange, 201, "application/json", run);
        } else {
          exchange.getResponseHeaders().set("Retry-After", "1");
          send(
              exchange,
              refusal.status(),
              "application/problem+json",
              "{\"detail\": \"%s\"}".formatted(refusal.detail()));
        }
      }
      case "DELETE" -> {
        stopped.countDown();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
      }
      default -> stream(exchange);
    }
  }

  private List<String> eventsFor(String body) {
    return turns.entrySet().stream()
        .filter(turn -> body.contains(turn.getKey()))
        .map(turn -> turn.getValue().poll())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(events);
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (forgets) {
      send(exchange, 404, "application/problem+json", "{}");
      return;
    }
    var id = exchange.getRequestURI().getPath().replaceAll(".*/(\\w+)/events", "$1");
    var events = runs.getOrDefault(id, List.of());
    var last = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    last.ifPresent(resumed::add);
    int from = last.map(Integer::parseInt).orElse(0);
    int to = last.isPresent() ? events.size() : breaksAfter.orElse(events.size());
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      out.write("retry: 20\n\n".getBytes(StandardCharsets.UTF_8));
      for (int i = from; i < to; i++) {
        if (events.get(i).startsWith("pause ")) {
          out.flush();
          Thread.sleep(Integer.parseInt(events.get(i).substring("pause ".length())));
          continue;
        }
        if (events.get(i).startsWith("end ")) {
          log.add("end " + id);
        }
        out.write(message(i + 1, events.get(i)));
      }
      out.flush();
      if (goesOn) {
        stopped.await();
        out.write(message(to + 1, end("stopped", null)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static String output(String task, String text) {
    return "output {\"t\": 400, \"task\": \"%s\", \"stream\": \"out\", \"text\": \"%s\"}"
        .formatted(task, text);
  }

  static String thread(String task, String name) {
    return "task {\"t\": 1, \"task\": \"%s\", \"kind\": \"thread\", \"state\": \"start\","
            .formatted(task)
        + " \"name\": \"%s\", \"parent\": \"2.2\"}".formatted(name);
  }

  static String started() {
    return "started {\"runtime\": \"3.11.2\", \"tier\": \"paper\", \"limits\": {\"wallMs\": 10000,"
        + " \"cpuMs\": 8000, \"memoryBytes\": 268435456, \"tasks\": 64, \"outputBytes\": 262144}}";
  }

  static String end(String reason, @Nullable Integer exit) {
    return end(reason, exit, 410, 205);
  }

  static String end(String reason, @Nullable Integer exit, int wallMs, int cpuMs) {
    return "end {\"reason\": \"%s\", \"exit\": %s, \"signal\": null, \"wallMs\": %d,"
            .formatted(reason, exit, wallMs)
        + " \"cpuMs\": %d, \"peakMemoryBytes\": 9437184}".formatted(cpuMs);
  }

  /** A recorded run that begins, has these events, and ends. */
  static String recorded(String... events) {
    return Stream.of(Stream.of(started()), Stream.of(events), Stream.of(end("exited", 0)))
        .flatMap(each -> each)
        .map(event -> event.split(" ", 2))
        .map(parts -> "{\"event\": \"%s\", \"data\": %s}".formatted(parts[0], parts[1]))
        .collect(Collectors.joining(",", "{\"events\": [", "]}"));
  }

  private static byte[] message(int id, String event) {
    int space = event.indexOf(' ');
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(id, event.substring(0, space), event.substring(space + 1))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void vendor(HttpExchange exchange) throws IOException {
    try {
      editor.await();
      file(exchange, Path.of("target/vendor"), "/vendor/");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void file(HttpExchange exchange, Path root, String prefix) throws IOException {
    var name = exchange.getRequestURI().getPath().substring(prefix.length());
    var type =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "js" -> "text/javascript";
          case "css" -> "text/css";
          default -> "application/octet-stream";
        };
    var bytes = Files.readAllBytes(root.resolve(name));
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static String page(String content) throws IOException {
    var imports =
        Files.readString(Path.of("static/js/importmap.json")).replace(": \"", ": \"/vendor/");
    return """
    <!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <title>Demo</title><link rel="icon" href="data:,">
    <script type="importmap" nonce="n">{"imports": %s}</script>
    <link rel="stylesheet" href="/static/css/site.css">
    <script type="module" nonce="n" src="/static/js/site.js"></script>
    <main><h1>Demo</h1>%s</main></html>
    """
        .formatted(imports, content);
  }

  /** Two demos, {@code a/b/one} and {@code a/b/two}, that can be compared. */
  static String comparison() {
    return "<demo-comparison class=\"demos\" data-state=\"idle\">%s%s%s</demo-comparison>"
        .formatted(
            demo("a/b/one", "One", "3.11"),
            demo("a/b/two", "Two", "3.11"),
            versus("Run both", true, "3.11"));
  }

  /** A demo that can be compared on two Pythons. */
  static String pythons() {
    return demo("a/b/one", "One", "3.11", "3.13t")
        + "<demo-comparison class=\"pythons\" data-state=\"idle\">%s</demo-comparison>"
            .formatted(versus("Compare Pythons", false, "3.11", "3.13t"));
  }

  private static String versus(String run, boolean choice, String... runtimes) {
    var output = new StringOutput();
    new StaticTemplates()
        .partsVersus("Side by side", run, choice, pythons(runtimes))
        .render(output);
    return output.toString();
  }

  private static List<PythonRuntime> pythons(String... names) {
    return Stream.of(names).map(name -> new PythonRuntime(name, name + ".2")).toList();
  }

  private static String demo(String id, String title, String... runtimes) {
    var html =
        CODE.lines()
            .map(line -> line.replace("<", "&lt;").replace(">", "&gt;"))
            .map("<span class=\"l\">%s\n</span>"::formatted)
            .collect(Collectors.joining());
    var none = Expectation.none();
    var line = new Recording.Line(400, "main", false, "kept");
    var day = LocalDate.of(2026, 11, 20);
    var recordings = List.of(new Recording("3.11", "3.11.2", day, 2, List.of(line), "{}"));
    var demo =
        new Demo(
            id,
            "c",
            title,
            Demo.Mode.RUN,
            CODE,
            new Html(html),
            false,
            List.of(),
            none,
            recordings,
            Optional.empty());
    var output = new StringOutput();
    new StaticTemplates()
        .partsDemo(
            demo,
            pythons(runtimes),
            new Runner.Status.Ready("paper"),
            new Limits(10_000, 8_000, 1 << 28, 64, 1 << 18, 1 << 16))
        .render(output);
    return output.toString();
  }
}
