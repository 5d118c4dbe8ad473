package interleave.web;

import static java.util.stream.Collectors.toSet;

import interleave.run.RunEvent.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The counters of a trace, as its viewers name them:
 *
 * <ul>
 *   <li>{@code cores busy}: how many cores the program had in all;
 *   <li>{@code CPU ann 2.3 share}: the share of a core that a task had, from 0 to 1;
 *   <li>{@code CPU ann 2.3 waits for a core}: the share of the time in which it could have run but
 *       had no core, from 0 to 1; only of tasks that ever waited for one.
 * </ul>
 *
 * <p>Usage tells of an interval, so a counter changes where the interval begins. A task that was
 * there for a part of it had its share in that part, where it is then larger.
 */
final class TraceCounters {
  private final Consumer<ObjectNode> out;
  private final Map<TraceTask, Shares> of = new LinkedHashMap<>();

  /** Ended since usage was last told, which is still to come for their last moments. */
  private final List<TraceTask> ended = new ArrayList<>();

  private final TraceCounter busy = new TraceCounter();
  private @Nullable TraceTask first;

  /** The end of the interval that usage was last told of. */
  private long sampled;

  /** Whether no task had a core or waited for one: then usage is not told until that changes. */
  private boolean resting = true;

  private record Shares(TraceCounter had, TraceCounter wanted) {
    void set(long t, double had, double wanted) {
      this.had.set(t, had);
      this.wanted.set(t, wanted);
    }
  }

  /**
   * @param out takes the trace events
   */
  TraceCounters(Consumer<ObjectNode> out) {
    this.out = out;
  }

  void began(TraceTask task) {
    first = first == null ? task : first;
    of.put(task, new Shares(new TraceCounter(), new TraceCounter()));
  }

  void ended(TraceTask task) {
    ended.add(task);
  }

  /** Where the interval begins that usage told at {@code t} is about. */
  long from(long t, ObjectNode data) {
    // Nothing is said while all rest, so what ends a rest says since when; of old it did not.
    long rest = resting ? t - Usage.interval(t) : sampled;
    return Math.max(sampled, data.path("from").asLong(rest));
  }

  /** Takes the data of a usage event; all its tasks have begun. */
  void usage(long t, ObjectNode data) {
    long from = from(t, data);
    var had = shares(data, "cpu");
    var wanted = shares(data, "ready");
    busy.set(from, had.values().stream().mapToDouble(Double::doubleValue).sum());
    // The number of one that ended may be another's by now, who has the share then.
    var live =
        of.keySet().stream().filter(task -> task.end < 0).map(task -> task.id).collect(toSet());
    of.forEach(
        (task, shares) -> {
          long start = Math.max(from, task.start);
          long stop = task.end < 0 ? t : Math.min(t, task.end);
          if (stop > start) {
            double grown = (double) (t - from) / (stop - start);
            boolean its = task.end < 0 || !live.contains(task.id);
            double share = its ? Math.min(1, grown * had.getOrDefault(task.id, 0.0)) : 0;
            double rest = its ? Math.min(1 - share, grown * wanted.getOrDefault(task.id, 0.0)) : 0;
            shares.set(start, share, rest);
          }
        });
    writeEnded();
    sampled = Math.max(sampled, t);
    resting = had.isEmpty() && wanted.isEmpty();
  }

  /** All is over, and all tasks have ended. */
  void finish(long t) {
    writeEnded();
    busy.set(t, 0);
    if (first != null) {
      busy.write(first, "cores", "busy", out);
    }
  }

  private void writeEnded() {
    for (var task : ended) {
      var shares = of.remove(task);
      if (shares != null) {
        var name = "CPU " + task.name + " " + task.id;
        shares.set(task.end, 0, 0);
        shares.had.write(task, name, "share", out);
        shares.wanted.write(task, name + " waits for", "a core", out);
      }
    }
    ended.clear();
  }

  /** From ids to shares, without those that are 0. */
  private static Map<String, Double> shares(ObjectNode data, String of) {
    var shares = new HashMap<String, Double>();
    for (var share : data.path(of).properties()) {
      double value = share.getValue().asDouble(0);
      if (value > 0) {
        shares.put(share.getKey(), value);
      }
    }
    return shares;
  }
}
