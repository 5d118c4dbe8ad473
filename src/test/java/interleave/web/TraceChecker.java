package interleave.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Holds a trace to the Trace Event Format, as its specification has it and viewers read it: events
 * sorted by time, those of one time in the order of the file. Where they differ it asks for what
 * all can read: Perfetto's trace processor gives pid 0 to the idle task, drops slices that overlap
 * and events before the start, and passes over flows that lead nowhere; the older viewer gives a
 * counter the series of its first value.
 */
public final class TraceChecker {
  private static final Set<String> PHASES = Set.of("X", "C", "M", "i", "s", "f");
  private static final Set<String> SCOPES = Set.of("t", "p", "g");
  private static final Set<String> NAMES = Set.of("process_name", "thread_name");
  private static final Set<String> INDICES = Set.of("process_sort_index", "thread_sort_index");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Deque<JsonNode>> open = new HashMap<>();
  private final Map<String, JsonNode> counted = new HashMap<>();
  private final Map<String, JsonNode> flows = new HashMap<>();

  private TraceChecker() {}

  /** What is wrong with a trace, a line for each; at best nothing. */
  public static List<String> problems(JsonNode trace) {
    var checker = new TraceChecker();
    checker.check(trace);
    return checker.problems;
  }

  private void check(JsonNode trace) {
    if (!trace.path("displayTimeUnit").asString("").matches("ms|ns")) {
      problems.add("displayTimeUnit: " + trace.path("displayTimeUnit"));
    }
    var events = new ArrayList<JsonNode>();
    trace.path("traceEvents").forEach(events::add);
    events.forEach(this::checkFields);
    events.stream().filter(event -> is(event, "C")).forEach(this::checkCounter);
    counted.values().forEach(this::checkLastValue);
    events.sort(Comparator.comparingDouble(event -> event.path("ts").asDouble()));
    events.forEach(this::checkInOrder);
    flows.values().forEach(flow -> problem(flow, "is a flow to nowhere"));
  }

  private void checkFields(JsonNode event) {
    expect(event, PHASES.contains(event.path("ph").asString("")), "has another phase");
    expect(event, event.path("pid").asInt(0) > 0, "has no pid");
    expect(event, event.path("tid").asInt(0) > 0, "has no tid");
    expect(event, event.path("ts").isNumber(), "has no ts");
    expect(event, event.path("ts").asDouble(-1) >= 0, "is before the start");
    expect(event, !event.path("name").asString("").isBlank(), "has no name");
    switch (event.path("ph").asString("")) {
      case "M" -> {
        var name = event.path("name").asString();
        var args = event.path("args");
        boolean named = NAMES.contains(name) && !args.path("name").asString("").isEmpty();
        boolean sorted = INDICES.contains(name) && args.path("sort_index").isIntegralNumber();
        expect(event, named || sorted, "is metadata of no known kind");
      }
      case "X" -> expect(event, event.path("dur").asLong(-1) >= 0, "has no duration");
      case "i" -> expect(event, SCOPES.contains(event.path("s").asString("")), "has no scope");
      case "s", "f" -> {
        expect(event, event.path("id").isIntegralNumber(), "has no id");
        expect(event, !event.path("cat").asString("").isEmpty(), "has no category");
      }
      default -> {}
    }
  }

  /** A counter has always the same series, and goes on in time as the file does. */
  private void checkCounter(JsonNode event) {
    var args = event.path("args");
    expect(event, !args.isEmpty(), "counts nothing");
    args.forEach(value -> expect(event, value.asDouble(-1) >= 0, "counts nothing from 0 up"));
    var before = counted.put(event.path("pid") + " " + event.path("name"), event);
    if (before != null) {
      boolean on = before.path("ts").asDouble() < event.path("ts").asDouble();
      expect(event, on, "does not go on from " + before);
      boolean same =
          Set.copyOf(before.path("args").propertyNames()).equals(Set.copyOf(args.propertyNames()));
      expect(event, same, "has other series than " + before);
    }
  }

  /** Viewers draw the last value to the end of the trace. */
  private void checkLastValue(JsonNode event) {
    event.path("args").forEach(value -> expect(event, value.asDouble() == 0, "has no end"));
  }

  private void checkInOrder(JsonNode event) {
    var slices =
        open.computeIfAbsent(event.path("pid") + "." + event.path("tid"), _ -> new ArrayDeque<>());
    double now = event.path("ts").asDouble();
    boolean flow = is(event, "s") || is(event, "f");
    while (!slices.isEmpty() && (flow ? end(slices.peek()) < now : end(slices.peek()) <= now)) {
      slices.pop();
    }
    switch (event.path("ph").asString("")) {
      case "X" -> {
        var outer = slices.peek();
        expect(event, outer == null || end(event) <= end(outer), "goes on after " + outer);
        boolean together = outer != null && outer.path("ts").equals(event.path("ts"));
        expect(event, !together, "begins with " + outer);
        slices.push(event);
      }
      case "s" -> {
        expect(event, !slices.isEmpty(), "is a flow from no slice");
        expect(event, flows.put(flow(event), event) == null, "is a second flow of its id");
      }
      case "f" -> {
        expect(event, "e".equals(event.path("bp").asString("")), "is bound to what comes next");
        expect(event, !slices.isEmpty(), "is a flow to no slice");
        expect(event, flows.remove(flow(event)) != null, "is a flow from nowhere");
      }
      default -> {}
    }
  }

  private static double end(JsonNode slice) {
    return slice.path("ts").asDouble() + slice.path("dur").asDouble();
  }

  private static String flow(JsonNode event) {
    return event.path("id") + " " + event.path("cat") + " " + event.path("name");
  }

  private static boolean is(JsonNode event, String phase) {
    return event.path("ph").asString("").equals(phase);
  }

  private void expect(JsonNode event, boolean holds, String otherwise) {
    if (!holds) {
      problem(event, otherwise);
    }
  }

  private void problem(JsonNode event, String what) {
    problems.add(event + " " + what);
  }
}
