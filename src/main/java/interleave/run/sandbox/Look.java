package interleave.run.sandbox;

import java.util.Map;

/**
 * A look at all tasks that are alive.
 *
 * @param nanos when it began, by {@link System#nanoTime}
 * @param tasks what each was seen to do, by its id
 */
record Look(long nanos, Map<String, Seen> tasks) {
  private static final Seen NOTHING = Seen.at(0, 0);

  /** What was seen of a task; nothing yet where that was not there. */
  Seen of(String task) {
    return tasks.getOrDefault(task, NOTHING);
  }
}
