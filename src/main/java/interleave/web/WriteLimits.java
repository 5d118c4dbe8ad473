package interleave.web;

import interleave.run.Allowance;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Counts what each address has used of its {@link WriteAllowance}s. Safe for use by many threads.
 */
final class WriteLimits {
  private final Map<WriteAllowance, Allowance> left = new EnumMap<>(WriteAllowance.class);

  /**
   * @param runsPerMinute how many runs one learner may start in a minute
   * @param nanos the time, in nanoseconds since whenever
   */
  WriteLimits(int runsPerMinute, LongSupplier nanos) {
    for (var one : WriteAllowance.values()) {
      left.put(one, new Allowance(one.most(runsPerMinute), one.time(), nanos));
    }
  }

  /** Takes one of each, or answers how long to wait until there is one of each, and takes none. */
  synchronized Optional<Duration> take(Set<WriteAllowance> wanted, String address) {
    var wait =
        wanted.stream()
            .map(one -> of(one).untilNext(address))
            .max(Duration::compareTo)
            .filter(Duration::isPositive);
    if (wait.isEmpty()) {
      wanted.forEach(one -> of(one).take(address));
    }
    return wait;
  }

  private Allowance of(WriteAllowance one) {
    return Objects.requireNonNull(left.get(one));
  }
}
