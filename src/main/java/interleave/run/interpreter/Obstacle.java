package interleave.run.interpreter;

import interleave.run.RunEvent.Cause;
import java.util.OptionalInt;

/**
 * What a thread waits for.
 *
 * @param thread the thread of its process that it waits for, by its number in its own system, where
 *     that is known: the one that it joins, or that holds the lock
 */
public record Obstacle(Cause cause, OptionalInt thread) {
  /** It waits for another thread, and no more can be told. */
  public static final Obstacle UNKNOWN = of(Cause.THREAD);

  static Obstacle of(Cause cause) {
    return new Obstacle(cause, OptionalInt.empty());
  }
}
