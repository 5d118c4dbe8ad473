package interleave.run;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;

/**
 * How many runs each of many keys may still begin, or do of another kind: a token bucket for each,
 * which holds those of a minute, or of another time, and is filled evenly. A key that is not there
 * has a full one, so full ones are forgotten; and of more than {@value #MOST_KEYS}, those that were
 * used longest ago. Not safe for many threads: whoever has one guards it.
 */
public final class Allowance {
  static final int MOST_KEYS = 50_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final long most;
  private final Duration time;
  private final TimeMeter clock;

  /** The one that was used longest ago first, which so is the fullest. */
  private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param perMinute tokens, 1 or more
   * @param nanos the time, in nanoseconds since whenever
   */
  public Allowance(int perMinute, LongSupplier nanos) {
    this(perMinute, MINUTE, nanos);
  }

  /**
   * @param most tokens, 1 or more
   * @param time in which an empty bucket is full again
   * @param nanos the time, in nanoseconds since whenever
   */
  public Allowance(long most, Duration time, LongSupplier nanos) {
    this.most = most;
    this.time = time;
    clock = new Clock(nanos);
  }

  /** The time until the key has a token; zero when it has one. */
  public Duration untilNext(String key) {
    return until(key, 1);
  }

  /** The time until the key has so many tokens, at most those of a full bucket. */
  public Duration until(String key, long tokens) {
    var bucket = buckets.get(key);
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.estimateAbilityToConsume(tokens).getNanosToWaitForRefill());
  }

  /** Takes a token of the key, if there is one. */
  public void take(String key) {
    take(key, 1);
  }

  /** Takes so many tokens of the key, if there are as many. */
  public void take(String key, long tokens) {
    var _ = buckets.computeIfAbsent(key, _ -> full()).tryConsume(tokens);
    var eldest = buckets.values().iterator();
    while (eldest.hasNext()) {
      if (eldest.next().getAvailableTokens() < most && buckets.size() <= MOST_KEYS) {
        return;
      }
      eldest.remove();
    }
  }

  /** How many keys are remembered. */
  int size() {
    return buckets.size();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, time))
        .withCustomTimePrecision(clock)
        .withSynchronizationStrategy(SynchronizationStrategy.NONE)
        .build();
  }

  private record Clock(LongSupplier nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
