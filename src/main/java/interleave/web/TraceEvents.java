package interleave.web;

import interleave.run.RunLog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the events of a run, one after the other, into trace events. Each task is a slice on its
 * own thread track, and what it waits for are slices in that; who had a core and who had none are
 * counters, see {@link TraceCounters}; output is instants; who started whom is a flow.
 *
 * <p>Viewers sort events by time and keep the order of the file where times are equal. So a flow
 * comes after the slice that it leads to. Slices are written when they end, whole: some viewers
 * cannot tell the ends of different threads apart.
 */
final class TraceEvents {
  private static final int LONGEST_NAME = 80;

  private final Consumer<ObjectNode> out;
  private final ObjectNode otherData = Json.object();
  private final TraceCounters counters;
  private final Map<String, TraceTask> live = new LinkedHashMap<>();

  /** The ids of all that ended; a number may be used again. */
  private final Set<String> gone = new HashSet<>();

  private final Set<Integer> processes = new HashSet<>();
  private int tasks;
  private @Nullable TraceTask first;
  private long flows;
  private long last;

  /**
   * @param out takes the trace events
   */
  TraceEvents(Consumer<ObjectNode> out) {
    this.out = out;
    counters = new TraceCounters(out);
  }

  /** Takes the next event of the run. */
  void hear(RunLog.Entry entry) {
    var event = entry.event();
    hear(RunEventJson.name(event), RunEventJson.of(event));
  }

  /** Takes the next event of the run, as it is sent. */
  void hear(String event, ObjectNode data) {
    long t = data.path("t").asLong(0);
    last = Math.max(last, t);
    switch (event) {
      case "started" -> {
        copy(data, "python");
        copy(data, "cores");
      }
      case "task" -> task(t, data);
      case "output" -> output(t, data);
      case "usage" -> usage(t, data);
      case "truncated" -> otherData.put("outputCutAtBytes", data.path("bytes").asLong());
      case "end" -> {
        copy(data, "reason");
        last = Math.max(last, data.path("wallMs").asLong() * 1000);
      }
      default -> {}
    }
  }

  /** Closes what is open, at the time of the last event. */
  void finish() {
    List.copyOf(live.values()).reversed().forEach(task -> end(last, task));
    counters.finish(last);
  }

  /** What is known of the run as a whole. */
  ObjectNode otherData() {
    return otherData;
  }

  private void copy(ObjectNode data, String field) {
    var value = data.path(field).asString("");
    if (!value.isEmpty()) {
      otherData.put(field, value);
    }
  }

  private void task(long t, ObjectNode data) {
    var id = data.path("task").asString();
    var name = data.path("name").asString("");
    var known = live.get(id);
    var parent = live.get(data.path("parent").asString(""));
    if (data.path("state").asString().equals("end")) {
      if (known != null) {
        end(t, known);
      }
    } else if (known == null) {
      begin(t, id, name).parent = parent;
    } else {
      known.name = name.isBlank() ? known.name : name;
      known.parent = known.parent == null ? parent : known.parent;
    }
  }

  private TraceTask begin(long t, String id, String name) {
    var task = new TraceTask(id, name.isBlank() ? unnamed(id) : name, t);
    live.put(id, task);
    counters.began(task);
    if (processes.add(task.pid)) {
      sort(task, "process_sort_index", processes.size());
    }
    sort(task, "thread_sort_index", tasks++);
    first = first == null ? task : first;
    return task;
  }

  private void end(long t, TraceTask task) {
    endWait(t, task);
    task.end = task.advance(t);
    boolean process = task.pid == task.tid;
    if (process) {
      name(task, "process_name", task.name);
    }
    name(task, "thread_name", process ? "main thread" : task.name);
    var life = at("X", task, task.start).put("name", task.name).put("cat", "task");
    out.accept(life.put("dur", task.end - task.start));
    if (task.parent != null && task.parent.start < task.start) {
      flow(task, task.parent);
    }
    live.remove(task.id);
    gone.add(task.id);
    counters.ended(task);
  }

  /** The task with this id; one that was never announced begins here. */
  private TraceTask met(long t, String id) {
    var known = live.get(id);
    return known == null ? begin(t, id, "") : known;
  }

  private void flow(TraceTask task, TraceTask parent) {
    flows++;
    out.accept(started(at("s", parent, task.start)));
    out.accept(started(at("f", task, task.start)).put("bp", "e"));
  }

  private ObjectNode started(ObjectNode event) {
    return event.put("name", "started").put("cat", "task").put("id", flows);
  }

  private void output(long t, ObjectNode data) {
    var text = data.path("text").asString();
    var event = at("i", met(t, data.path("task").asString()), t).put("s", "t");
    event.put("name", TraceWords.firstLine(text, LONGEST_NAME)).put("cat", "output");
    var args = event.putObject("args").put("text", text);
    args.set("stream", data.path("stream"));
    if (data.has("line")) {
      args.set("line", data.path("line"));
    }
    out.accept(event);
  }

  /** A program that says nothing of itself is first met here: it began during the interval. */
  private void usage(long t, ObjectNode data) {
    long from = counters.from(t, data);
    for (var told : List.of("cpu", "ready", "waits")) {
      for (var about : data.path(told).properties()) {
        if (!about.getValue().isNull() && !gone.contains(about.getKey())) {
          met(first == null ? 0 : Math.max(from, first.start + 1), about.getKey());
        }
      }
    }
    data.path("waits").propertyStream().forEach(wait -> wait(from, wait.getKey(), wait.getValue()));
    counters.usage(t, data);
  }

  private void wait(long from, String id, JsonNode what) {
    var task = live.get(id);
    if (task == null) {
      return;
    }
    endWait(from, task);
    if (what.isObject()) {
      var name = TraceWords.wait(what.path("for").asString(""));
      var slice = at("X", task, task.advance(from)).put("name", name).put("cat", "wait");
      slice.set("args", what);
      task.wait = slice;
    }
  }

  private void endWait(long t, TraceTask task) {
    var slice = task.wait;
    task.wait = null;
    if (slice != null) {
      out.accept(slice.put("dur", task.advance(t) - slice.path("ts").asLong()));
    }
  }

  private String unnamed(String id) {
    var numbers = id.split("\\.", 2);
    boolean process = numbers[0].equals(numbers[1]);
    return process ? (first == null ? "main" : "process " + numbers[0]) : "thread " + numbers[1];
  }

  private void name(TraceTask task, String kind, String name) {
    var event = at("M", task, task.start).put("name", kind);
    event.putObject("args").put("name", name);
    out.accept(event);
  }

  private void sort(TraceTask task, String kind, int index) {
    var event = at("M", task, task.start).put("name", kind);
    event.putObject("args").put("sort_index", index);
    out.accept(event);
  }

  static ObjectNode at(String phase, TraceTask task, long t) {
    return Json.object().put("ph", phase).put("ts", t).put("pid", task.pid).put("tid", task.tid);
  }
}
