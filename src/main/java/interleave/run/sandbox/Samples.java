package interleave.run.sandbox;

import interleave.run.RunEvent.Usage;
import interleave.run.RunEvent.Wait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Makes samples of what tasks were seen to do, as often as {@link Usage#interval} says. For one
 * thread at a time.
 */
final class Samples {
  private Map<String, Seen> before = Map.of();

  /** The latest of each task since the last sample, also of tasks that have ended since. */
  private final Map<String, Seen> latest = new HashMap<>();

  private final WaitCount waits = new WaitCount();
  private long first;
  private long last;
  private boolean resting = true;

  /**
   * What happened since the sample before.
   *
   * @param cpu the shares of a core that tasks had, in hundredths and without those that are 0
   * @param ready the shares of the time that tasks could have run, alike
   * @param waits what changed of what they wait for
   */
  record Sample(
      Map<String, Double> cpu, Map<String, Double> ready, Map<String, Optional<Wait>> waits) {}

  /**
   * Takes what was seen of tasks at a moment; the first is what others are compared with.
   *
   * @return the sample, when it is to be told
   */
  Optional<Sample> at(long nanos, Map<String, Seen> seen) {
    waits.add(seen);
    if (first == 0) {
      first = nanos;
      last = nanos;
      before = seen;
      return Optional.empty();
    }
    latest.putAll(seen);
    long passed = nanos - last;
    if (passed < 1000 * Usage.interval((nanos - first) / 1000)) {
      return Optional.empty();
    }
    var sample =
        new Sample(
            shares(Seen::cpuNanos, passed), shares(Seen::readyNanos, passed), waits.changes());
    last = nanos;
    before = seen;
    latest.clear();
    boolean rested = resting;
    resting = sample.cpu.isEmpty() && sample.ready.isEmpty();
    return rested && resting && sample.waits.isEmpty() ? Optional.empty() : Optional.of(sample);
  }

  private Map<String, Double> shares(ToLongFunction<Seen> nanos, long passed) {
    var shares = new HashMap<String, Double>();
    latest.forEach(
        (task, now) -> {
          var then = before.get(task);
          long time = nanos.applyAsLong(now) - (then == null ? 0 : nanos.applyAsLong(then));
          put(shares, task, time, passed);
        });
    return shares;
  }

  /** A task on a busy machine may be charged a little late: no share is above 1. */
  private static void put(Map<String, Double> shares, String task, long time, long passed) {
    double share = Math.clamp(Math.round(100.0 * time / passed), 0, 100) / 100.0;
    if (share > 0) {
      shares.put(task, share);
    }
  }
}
