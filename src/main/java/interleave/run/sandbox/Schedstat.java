package interleave.run.sandbox;

import java.util.Optional;

/**
 * What the kernel counts of one task (schedstat in proc(5)).
 *
 * @param cpuNanos how long it has been on a core since it began
 * @param readyNanos how long it could have been on one but none was free
 * @param turns how often it has been put on one
 */
record Schedstat(long cpuNanos, long readyNanos, long turns) {
  /**
   * Reads it; empty when the task is gone.
   *
   * @param process the task's process, as we number it
   * @param task its own number, as we number it
   */
  static Optional<Schedstat> of(int process, int task) {
    var words = ProcFile.read(process, "task/" + task + "/schedstat").strip().split(" ", -1);
    return words.length < 3
        ? Optional.empty()
        : Optional.of(
            new Schedstat(
                Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])));
  }
}
