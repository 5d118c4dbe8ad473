package interleave.run.sandbox;

import interleave.run.RunEvent;
import interleave.run.RunEvent.Stream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the writes of a run into output events, in the same order. Pieces of a line that one task
 * writes one right after the other, from the same line of the program, become one event; for that,
 * a piece without a line feed is held for at most 2 ms, or until another task writes.
 */
final class Output implements Poller.Holder {
  private static final long HOLD_NANOS = 2_000_000;
  private static final int MOST_CHARS = 8192;

  private final Consumer<RunEvent> events;
  private final Map<Writer, TextDecoder> decoders = new HashMap<>();

  private @Nullable Writer writer;
  private @Nullable Integer heldLine;
  private final StringBuilder held = new StringBuilder();
  private long heldAt;
  private long heldSince;

  private record Writer(String task, Stream stream) {}

  Output(Consumer<RunEvent> events) {
    this.events = events;
  }

  /** Takes a write of a task at a time in microseconds; answers whether something is held now. */
  boolean write(long t, String task, Stream stream, ByteBuffer bytes, @Nullable Integer line) {
    var by = new Writer(task, stream);
    add(t, by, decoders.computeIfAbsent(by, _ -> new TextDecoder()).decode(bytes), line);
    return !held.isEmpty();
  }

  @Override
  public boolean release() {
    if (!held.isEmpty() && System.nanoTime() - heldSince > HOLD_NANOS) {
      flush();
    }
    return !held.isEmpty();
  }

  /** The earlier of a time and that of what is held: no output is told later with one before. */
  long notBefore(long t) {
    return held.isEmpty() ? t : Math.min(t, heldAt);
  }

  /** Lets go of what is held, now. */
  void flush() {
    if (writer != null && !held.isEmpty()) {
      events.accept(
          new RunEvent.Output(heldAt, writer.task(), writer.stream(), held.toString(), heldLine));
      held.setLength(0);
    }
  }

  /** Ends the texts of a task and forgets it: unfinished characters are shown as such. */
  void end(long t, String task) {
    for (var stream : Stream.values()) {
      var by = new Writer(task, stream);
      var decoder = decoders.remove(by);
      if (decoder != null) {
        add(t, by, decoder.finish(), by.equals(writer) ? heldLine : null);
      }
    }
  }

  /** Ends the texts of all writers. */
  void finish(long t) {
    decoders.keySet().stream().map(Writer::task).distinct().toList().forEach(task -> end(t, task));
    flush();
  }

  private void add(long t, Writer by, String text, @Nullable Integer line) {
    if (text.isEmpty()) {
      return;
    }
    boolean goesOn = by.equals(writer) && Objects.equals(line, heldLine);
    if (!goesOn || held.length() + text.length() > MOST_CHARS) {
      flush();
    }
    if (held.isEmpty()) {
      heldAt = t;
      heldSince = System.nanoTime();
      writer = by;
      heldLine = line;
    }
    held.append(text);
    if (text.endsWith("\n") || held.length() >= MOST_CHARS) {
      flush();
    }
  }
}
