package interleave.run.sandbox;

import interleave.run.RunEvent.Reason;
import interleave.run.linux.Fd;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the kernel does for one sandbox as a whole, beside what is metered. Safe for many threads.
 */
interface Group extends AutoCloseable {
  /**
   * Opens the files by which a process puts itself into the group, and so all that it starts from
   * then on: it writes {@code 0} to each. The caller closes them.
   *
   * @throws IOException when the system refuses
   */
  List<Fd> entrances() throws IOException;

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
