package interleave.run;

import java.time.Duration;

/**
 * How long runs take, as far as those that ended show: the later ones count for more. Not safe for
 * many threads: its runner guards it.
 */
final class TypicalRun {
  private static final double WEIGHT_OF_LAST = 0.2;

  private double nanos = Duration.ofSeconds(1).toNanos();

  /** Takes into account a run that took so long. */
  void add(long took) {
    nanos += WEIGHT_OF_LAST * (took - nanos);
  }

  /** The time that so many runs take one after another in each of so many places. */
  Duration of(int runs, int places) {
    return Duration.ofNanos((long) (nanos * runs / places));
  }
}
