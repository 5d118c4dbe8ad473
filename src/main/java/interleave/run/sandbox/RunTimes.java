package interleave.run.sandbox;

import interleave.run.Limits;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When a run's sandbox was launched, began, was last measured and ended, and what is late by that.
 * Reads nothing but the clock. Safe for many threads.
 */
final class RunTimes {
  /** How long a sandbox may take to begin. */
  private static final long BEGIN_NANOS = 10_000_000_000L;

  /** How long it may take until nothing of it is left after its end, or after it was killed. */
  private static final long GONE_NANOS = 5_000_000_000L;

  /** How long it may go unmeasured: one that cannot be measured cannot be held to its limits. */
  private static final long UNMEASURED_NANOS = 5_000_000_000L;

  /** What should have happened by now, and did not. */
  enum Late {
    /** Its program should have begun. */
    BEGINNING,
    /** Its time is over. */
    END,
    /** Its processor time and memory should have been measured again. */
    MEASUREMENT,
    /** All of it should be gone. */
    DEPARTURE
  }

  private final LongSupplier nanos;
  private volatile long launchedAt;
  private volatile long beganAt;
  private volatile long measuredAt;
  private volatile long endingSince;
  private volatile long exitedAt;

  /**
   * Launched now.
   *
   * @param nanos the clock: nanoseconds since whenever, but never 0
   */
  RunTimes(LongSupplier nanos) {
    this.nanos = nanos;
    launched();
  }

  /** It has its sandbox now; what it waited for one does not count. */
  void launched() {
    launchedAt = nanos.getAsLong();
  }

  void began() {
    measured();
    beganAt = nanos.getAsLong();
  }

  void measured() {
    measuredAt = nanos.getAsLong();
  }

  /** It was killed, or its process 1 has ended. */
  void ending() {
    if (endingSince == 0) {
      endingSince = nanos.getAsLong();
    }
  }

  /** Its process 1 has ended. */
  void exited() {
    exitedAt = nanos.getAsLong();
    ending();
  }

  boolean hasBegun() {
    return beganAt != 0;
  }

  boolean isEnding() {
    return endingSince != 0;
  }

  boolean hasExited() {
    return exitedAt != 0;
  }

  /** From the program's beginning to the sandbox's end; 0 when one of them never came. */
  long wallMs() {
    return hasBegun() ? (Math.max(beganAt, exitedAt) - beganAt) / 1_000_000 : 0;
  }

  /** What is late now, if anything is. */
  Optional<Late> late(Limits limits) {
    long now = nanos.getAsLong();
    if (isEnding()) {
      return now - endingSince > GONE_NANOS ? Optional.of(Late.DEPARTURE) : Optional.empty();
    } else if (!hasBegun()) {
      return now - launchedAt > BEGIN_NANOS ? Optional.of(Late.BEGINNING) : Optional.empty();
    } else if (now - beganAt > limits.wallMs() * 1_000_000) {
      return Optional.of(Late.END);
    }
    return now - measuredAt > UNMEASURED_NANOS ? Optional.of(Late.MEASUREMENT) : Optional.empty();
  }
}
