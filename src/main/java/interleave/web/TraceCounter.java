package interleave.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * One counter of a trace, in hundredths and 0 at first. It is written when it is over: only then is
 * it sure what its task is called.
 */
final class TraceCounter {
  private final List<Change> changes = new ArrayList<>();
  private double value;

  /** Where it has come to: in viewers it never goes back in time. */
  private long at;

  private record Change(long t, double value) {}

  /** Has this value from a time on, in microseconds, or from where it is already later. */
  void set(long t, double value) {
    double rounded = Math.round(value * 100) / 100.0;
    if (rounded == this.value) {
      return;
    }
    this.value = rounded;
    at = Math.max(at, t);
    if (!changes.isEmpty() && changes.getLast().t == at) {
      changes.removeLast();
    }
    changes.add(new Change(at, rounded));
  }

  /**
   * Writes it, unless it was 0 all the time.
   *
   * @param task whose process it is shown with
   * @param name and {@code series} are together what viewers call it
   */
  void write(TraceTask task, String name, String series, Consumer<ObjectNode> out) {
    for (var change : changes) {
      var event = TraceEvents.at("C", task, change.t).put("name", name).put("cat", "cpu");
      event.putObject("args").put(series, change.value);
      out.accept(event);
    }
  }
}
