package interleave.run.sandbox;

import interleave.run.RunEvent.Wait;
import java.util.Optional;

/**
 * What one look at a task found.
 *
 * @param cpuNanos how long it has been on a core since it began
 * @param readyNanos how long it could have been on one but none was free
 * @param waitsFor what it waits for now; empty when it runs or nothing is known
 */
record Seen(long cpuNanos, long readyNanos, Optional<Wait> waitsFor) {
  /** A task of which it is not known whether it waits. */
  static Seen at(long cpuNanos, long readyNanos) {
    return new Seen(cpuNanos, readyNanos, Optional.empty());
  }
}
