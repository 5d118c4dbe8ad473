package interleave.web;

import interleave.run.Limits;
import interleave.run.RunEvent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of runs as JSON. Enum values are lower case; what is null is left out, except the exit
 * code and the signal of the end.
 */
public final class RunEventJson {
  private RunEventJson() {}

  /** What an event is called in a stream. */
  public static String name(RunEvent event) {
    return switch (event) {
      case RunEvent.Queued _ -> "queued";
      case RunEvent.Started _ -> "started";
      case RunEvent.Task _ -> "task";
      case RunEvent.Output _ -> "output";
      case RunEvent.Usage _ -> "usage";
      case RunEvent.Truncated _ -> "truncated";
      case RunEvent.End _ -> "end";
    };
  }

  public static ObjectNode of(RunEvent event) {
    var json = Json.object();
    return switch (event) {
      case RunEvent.Queued queued -> json.put("position", queued.position());
      case RunEvent.Started started -> {
        json.put("runtime", started.runtime().name())
            .put("python", started.runtime().version())
            .put("cores", started.cores())
            .put("tier", started.tier());
        json.set("limits", of(started.limits()));
        yield json;
      }
      case RunEvent.Task task -> {
        json.put("t", task.t())
            .put("task", task.task())
            .put("kind", lower(task.kind()))
            .put("state", lower(task.state()));
        putUnlessNull(json, "name", task.name());
        putUnlessNull(json, "parent", task.parent());
        yield json;
      }
      case RunEvent.Output output -> {
        json.put("t", output.t())
            .put("task", output.task())
            .put("stream", lower(output.stream()))
            .put("text", output.text());
        yield output.line() == null ? json : json.put("line", output.line());
      }
      case RunEvent.Usage usage -> {
        json.put("t", usage.t());
        if (usage.from() != null) {
          json.put("from", usage.from());
        }
        json.set("cpu", shares(usage.cpu()));
        if (!usage.ready().isEmpty()) {
          json.set("ready", shares(usage.ready()));
        }
        if (!usage.waits().isEmpty()) {
          var waits = json.putObject("waits");
          new TreeMap<>(usage.waits())
              .forEach((task, wait) -> waits.set(task, wait.map(RunEventJson::of).orElse(null)));
        }
        yield json;
      }
      case RunEvent.Truncated truncated ->
          json.put("limit", truncated.limit()).put("bytes", truncated.bytes());
      case RunEvent.End end ->
          json.put("reason", lower(end.reason()))
              .put("exit", end.exit())
              .put("signal", end.signal())
              .put("wallMs", end.wallMs())
              .put("cpuMs", end.cpuMs())
              .put("peakMemoryBytes", end.peakMemoryBytes());
    };
  }

  /** What one run may use; the size of the program is no matter of a run under way. */
  static ObjectNode of(Limits limits) {
    return Json.object()
        .put("wallMs", limits.wallMs())
        .put("cpuMs", limits.cpuMs())
        .put("memoryBytes", limits.memoryBytes())
        .put("tasks", limits.tasks())
        .put("outputBytes", limits.outputBytes());
  }

  private static ObjectNode shares(Map<String, Double> shares) {
    var json = Json.object();
    new TreeMap<>(shares).forEach(json::put);
    return json;
  }

  private static ObjectNode of(RunEvent.Wait wait) {
    var json = Json.object().put("for", lower(wait.cause()));
    putUnlessNull(json, "task", wait.task());
    return json;
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
