package interleave.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import gg.jte.output.StringOutput;
import interleave.content.Highlighter;
import interleave.run.Runner;
import interleave.schedule.Finding;
import interleave.web.LabView;
import interleave.web.RuntimeChoice;
import interleave.web.templates.StaticTemplates;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A site of one page with one lab. The engine itself records the orders that the page asks for;
 * explorations go as the test says.
 */
final class ScriptedLab implements AutoCloseable {
  static final String LOST_UPDATE =
      """
      import threading

      counter = 0


      def deposit():
          global counter
          held = counter
          counter = held + 1


      ann = threading.Thread(target=deposit, name="ann")
      bob = threading.Thread(target=deposit, name="bob")
      ann.start()
      bob.start()
      ann.join()
      bob.join()
      print(counter)
      """;

  static final String TWO_LOCKS =
      """
      import threading

      left = threading.Lock()
      right = threading.Lock()


      def eat(first, second):
          with first:
              with second:
                  pass


      ann = threading.Thread(target=eat, args=(left, right), name="ann")
      bob = threading.Thread(target=eat, args=(right, left), name="bob")
      ann.start()
      bob.start()
      ann.join()
      bob.join()
      """;

  static final String TWO_DICE =
      """
      import random
      import threading

      print(random.choice(["Go", "Now"]))
      thrown = []


      def throw():
          thrown.append(random.randint(1, 6))


      ann = threading.Thread(target=throw, name="ann")
      bob = threading.Thread(target=throw, name="bob")
      ann.start()
      bob.start()
      ann.join()
      bob.join()
      print(thrown)
      """;

  private static final String ENGINE =
      """
      import json, os, sys
      sys.path.insert(0, "src/main/python")
      from _interleave_lab.program import Program
      from _interleave_lab.record import Record
      from _interleave_lab.schedule import Misfit, read
      asked = json.load(sys.stdin)
      try:
          program = Program(asked["code"], asked["granularity"] == "bytecode")
          answer = Record(program, 5000).of(read(asked["schedule"]))
      except SyntaxError as problem:
          answer = {"field": "code", "line": problem.lineno, "detail": f"SyntaxError: {problem.msg}"}
      except Misfit as problem:
          answer = {"field": "schedule", "detail": str(problem)}
      os.write(1, json.dumps(answer).encode())
      os._exit(0)
      """;

  /** The schedules that were asked for. */
  final BlockingQueue<String> schedules = new LinkedBlockingQueue<>();

  /** The whole requests for records, and for explorations. */
  final BlockingQueue<JsonNode> asked = new LinkedBlockingQueue<>();

  final BlockingQueue<JsonNode> explored = new LinkedBlockingQueue<>();

  /** What the next requests of either kind get in place of an answer. */
  final Queue<ScriptedSite.Refusal> refusals = new ConcurrentLinkedQueue<>();

  /** The events of an exploration, each {@code name data}. */
  volatile List<String> events = List.of();

  /** Events that come when {@link #more} is opened, or the exploration is stopped. */
  volatile List<String> laterEvents = List.of();

  final CountDownLatch more = new CountDownLatch(1);

  /** Counts down when an exploration is stopped. */
  final CountDownLatch stopped = new CountDownLatch(1);

  /** Answers wait for this; open unless a test closes it. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  private final ScriptedSite site;

  ScriptedLab(String program) throws IOException {
    site = new ScriptedSite(lab(program));
    site.answer("/api/explorations", this::explorations);
    site.answer("/api/explorations/replay", this::replay);
  }

  String address() {
    return site.address();
  }

  @Override
  public void close() {
    gate.countDown();
    more.countDown();
    site.close();
  }

  static String lab(String program) {
    var output = new StringOutput();
    new StaticTemplates()
        .partsLab(
            new LabView(
                "Example",
                Highlighter.program(program),
                "lab",
                true,
                "line",
                false,
                Stream.of("3.11", "3.13")
                    .map(name -> new RuntimeChoice(name, RuntimeChoice.State.RUNS, false))
                    .toList(),
                new Runner.Status.Ready("paper"),
                "/static/css/lab.css"))
        .render(output);
    return output.toString();
  }

  private void replay(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var request = JsonMapper.shared().readTree(body);
    asked.add(request);
    schedules.add(request.path("schedule").asString());
    pass(gate);
    if (refused(exchange)) {
      return;
    }
    var answer = recorded(body);
    boolean wrong = JsonMapper.shared().readTree(answer).has("field");
    ScriptedSite.send(
        exchange,
        wrong ? 400 : 200,
        wrong ? "application/problem+json" : "application/json",
        answer);
  }

  private static String recorded(byte[] request) throws IOException {
    var process = new ProcessBuilder("python3", "-c", ENGINE).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(request);
    }
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private void explorations(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        explored.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        if (!refused(exchange)) {
          var answer = "{\"id\": \"e1\", \"events\": \"/api/explorations/e1/events\"}";
          ScriptedSite.send(exchange, 201, "application/json", answer);
        }
      }
      case "DELETE" -> {
        stopped.countDown();
        more.countDown();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
      }
      default -> stream(exchange);
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      int id = 0;
      for (var event : events) {
        out.write(ScriptedSite.message(++id, judged(event)));
      }
      out.flush();
      if (!laterEvents.isEmpty()) {
        pass(more);
      }
      for (var event : laterEvents) {
        out.write(ScriptedSite.message(++id, judged(event)));
      }
    }
  }

  /** With the verdict that the server adds to an end. */
  private static String judged(String event) {
    if (!event.startsWith("end ")) {
      return event;
    }
    var end = (ObjectNode) JsonMapper.shared().readTree(event.substring("end ".length()));
    return "end " + end.set("verdict", Finding.of(end).json());
  }

  private boolean refused(HttpExchange exchange) throws IOException {
    var refusal = refusals.poll();
    if (refusal == null) {
      return false;
    }
    exchange.getResponseHeaders().set("Retry-After", "1");
    ScriptedSite.send(
        exchange,
        refusal.status(),
        "application/problem+json",
        "{\"detail\": \"%s\"}".formatted(refusal.detail()));
    return true;
  }

  private static void pass(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
