package interleave.run.sandbox;

import interleave.run.RunEvent.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the kernel does for one sandbox as a whole, beside what is metered. Safe for many threads.
 */
interface Group extends AutoCloseable {
  /** Words to put before a command, so that it and all that it starts are in the group. */
  List<String> entry();

  /** The limit that the kernel has stopped the sandbox at, if it did. */
  Optional<Reason> passed();

  /** Microseconds of processor time of all that was ever in it; empty when nobody counts. */
  OptionalLong cpuMicros();

  /** The most memory that it ever held; empty when nobody counts. */
  OptionalLong peakBytes();

  /** Kills all that is in it where the kernel can do this at once, else nothing. */
  void kill();

  /** Gives it up: it is removed once nothing is in it, by {@link Tier#sweep}. Never waits. */
  @Override
  void close();
}
