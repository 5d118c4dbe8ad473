package interleave.web;

import interleave.run.Run;
import java.io.OutputStream;

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
      var trace = new TraceEvents(event -> json.writeTree(event));
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
}
