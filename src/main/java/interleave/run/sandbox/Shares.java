package interleave.run.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes shares of a core from the times that tasks were on one. There is a sample every 50 ms at
 * first, and later one whenever the run has grown by a 25th: drawn over the whole run they stay as
 * close, and ten minutes make fewer than 200. For one thread at a time.
 */
final class Shares {
  private static final long LEAST_NANOS = 50_000_000;
  private static final int PART_OF_AGE = 25;

  private Map<String, Long> before = Map.of();

  /** The latest times since the last sample, also of tasks that have ended since. */
  private final Map<String, Long> latest = new HashMap<>();

  private long first;
  private long last;
  private boolean resting = true;

  /**
   * Takes the times of tasks in nanoseconds at a moment; the first ones are what others are
   * compared with.
   *
   * @return the shares, in hundredths and without those that are 0, when they are to be told
   */
  Optional<Map<String, Double>> at(long nanos, Map<String, Long> times) {
    if (first == 0) {
      first = nanos;
      last = nanos;
      before = times;
      return Optional.empty();
    }
    latest.putAll(times);
    long passed = nanos - last;
    if (passed < Math.max(LEAST_NANOS, (nanos - first) / PART_OF_AGE)) {
      return Optional.empty();
    }
    var shares = new HashMap<String, Double>();
    latest.forEach((task, time) -> put(shares, task, time - before.getOrDefault(task, 0L), passed));
    last = nanos;
    before = times;
    latest.clear();
    boolean rested = resting;
    resting = shares.isEmpty();
    return rested && resting ? Optional.empty() : Optional.of(shares);
  }

  /** A task on a busy machine may be charged a little late: no share is above 1. */
  private static void put(Map<String, Double> shares, String task, long time, long passed) {
    double share = Math.clamp(Math.round(100.0 * time / passed), 0, 100) / 100.0;
    if (share > 0) {
      shares.put(task, share);
    }
  }
}
