package interleave.web;

import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A run in the Trace Event Format, the JSON that ui.perfetto.dev and chrome://tracing open: the
 * object form, with {@code traceEvents} and {@code otherData}.
 */
final class TraceJson {
  private TraceJson() {}

  /**
   * Writes the run as far as it has come by now, event by event.
   *
   * @param out closed afterwards
   * @throws tools.jackson.core.exc.JacksonIOException when {@code out} takes no more
   */
  static void write(Run run, OutputStream out) {
    try (var json = Json.MAPPER.createGenerator(out)) {
      long last = run.log().last();
      json.writeStartObject();
      json.writeStringProperty("displayTimeUnit", "ms");
      json.writeArrayPropertyStart("traceEvents");
      var trace = new TraceEvents(event -> json.writeTree(event), names(run.log(), last));
      RunJson.each(run.log(), last, trace::hear);
      trace.finish();
      json.writeEndArray();
      json.writeName("otherData");
      json.writeTree(
          Json.object()
              .put("run", run.id())
              .put("runtime", run.request().runtime())
              .setAll(trace.otherData()));
      json.writeEndObject();
    }
  }

  /**
   * The names of tasks by the sequence number of their beginning. A slice has its name from its
   * beginning on, so one that is told late has to be known before.
   */
  private static Map<Long, String> names(RunLog log, long last) {
    var begun = new HashMap<String, Long>();
    var names = new HashMap<Long, String>();
    RunJson.each(
        log,
        last,
        entry -> {
          if (!(entry.event() instanceof RunEvent.Task task)) {
            return;
          }
          if (task.state() == RunEvent.State.END) {
            begun.remove(task.task());
            return;
          }
          long first = begun.computeIfAbsent(task.task(), _ -> entry.sequence());
          if (task.name() != null) {
            names.put(first, task.name());
          }
        });
    return names;
  }
}
