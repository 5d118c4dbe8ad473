package interleave.schedule;

import java.util.OptionalInt;

/**
 * How far an exploration goes.
 *
 * @param reduction whether one order is enough of those that differ only in steps that touch
 *     nothing in common
 * @param preemptions how often a task may be stopped that could have gone on; without it any
 *     number. With it there is no reduction
 * @param schedules how many orders are tried at most
 */
public record Bounds(boolean reduction, OptionalInt preemptions, int schedules) {
  /** The most that may be asked for. */
  public static final int MOST_SCHEDULES = 100_000;

  public static final int MOST_PREEMPTIONS = 20;

  /** What is explored when nothing else is said. */
  public static final Bounds USUAL = new Bounds(true, OptionalInt.empty(), 20_000);
}
