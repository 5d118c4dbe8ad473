package interleave.run.sandbox;

import interleave.run.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the limits of runs are enforced beside metering, which always is. Safe for many threads. */
public sealed interface Tier permits Polling, CgroupTier {
  /**
   * The best that this machine gives us: {@code cgroup2} where groups of cgroup v2 can be made,
   * {@code cgroup1} when we are root and groups of v1 can, else {@code polling}.
   *
   * @param group the group to divide, as {@code /proc/self/cgroup} names groups; when empty, our
   *     own, or as root another that this takes nothing from
   */
  static Tier find(String group) {
    return new CgroupSearch(Path.of("/proc/self")).find(group);
  }

  /** Metering alone. */
  static Tier polling() {
    return new Polling();
  }

  /** {@code cgroup2}, {@code cgroup1} or {@code polling}. */
  String label();

  /** What of a sandbox's memory the kernel counts and limits. */
  CountedMemory counts();

  /** How much of a sandbox's memory the kernel counts. */
  enum CountedMemory {
    ALL,
    /** All but what sockets of UDP have got and nobody has read: so it is in cgroup v1. */
    ALL_BUT_DATAGRAMS,
    NOTHING
  }

  /** What a program may use that is not held to a limit, a phrase each. */
  List<String> uncovered();

  /**
   * Makes a group for one sandbox.
   *
   * @throws IOException when the system gives none
   */
  Group open(Limits limits) throws IOException;

  /**
   * Removes groups that were given up and are empty by now; to be called now and then.
   *
   * @param keep whether some may stay, to be opened again
   * @return whether none is left to be removed
   */
  boolean sweep(boolean keep);
}
