package interleave.web;

import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A run as one JSON object: {@code id}, {@code runtime}, {@code events} and {@code ended}. */
final class RunJson {
  /** How many events are taken out of the log at a time: what a slow reader makes us hold. */
  private static final int AT_ONCE = 8;

  private RunJson() {}

  /**
   * Writes the run as far as it has come by now; {@code ended} says whether that is all of it.
   *
   * @param out closed afterwards
   * @throws tools.jackson.core.exc.JacksonIOException when {@code out} takes no more
   */
  static void write(Run run, OutputStream out) {
    try (var json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("id", run.id());
      json.writeStringProperty("runtime", run.request().runtime());
      json.writeArrayPropertyStart("events");
      boolean ended = writeEvents(run.log(), json);
      json.writeEndArray();
      json.writeBooleanProperty("ended", ended);
      json.writeEndObject();
    }
  }

  /**
   * Takes the entries of a log up to the number {@code last}, a few at a time. It gets no more when
   * the log is given up meanwhile.
   */
  static void each(RunLog log, long last, Consumer<RunLog.Entry> take) {
    var entries = log.after(0, AT_ONCE);
    while (!entries.isEmpty() && entries.getFirst().sequence() <= last) {
      entries.stream().filter(entry -> entry.sequence() <= last).forEach(take);
      entries = log.after(entries.getLast().sequence(), AT_ONCE);
    }
  }

  /** Answers whether the last event that was written is the end. */
  private static boolean writeEvents(RunLog log, JsonGenerator json) {
    var ended = new AtomicBoolean();
    each(
        log,
        log.last(),
        entry -> {
          write(entry, json);
          ended.set(entry.event() instanceof RunEvent.End);
        });
    return ended.get();
  }

  private static void write(RunLog.Entry entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("sequence", entry.sequence());
    json.writeStringProperty("event", RunEventJson.name(entry.event()));
    json.writeName("data");
    json.writeTree(RunEventJson.of(entry.event()));
    json.writeEndObject();
  }
}
