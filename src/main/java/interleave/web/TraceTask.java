package interleave.web;

import org.jspecify.annotations.Nullable;

/** A thread or process of a run that is being written as a trace. Times are microseconds. */
final class TraceTask {
  final String id;

  /** As numbered inside the sandbox. */
  final int pid;

  final int tid;
  final String name;
  final long start;

  /** When it ended, or -1 while it lives. */
  long end = -1;

  /** Where its slices have come to: none begins or ends before this. */
  long at;

  /** The name of the slice of what it waits for now, or null. */
  @Nullable String wait;

  /** The share of a core that its counter shows, from 0. */
  double cpu;

  /** Where its counter has come to. */
  long counted;

  TraceTask(String id, String name, long start) {
    this.id = id;
    var numbers = id.split("\\.", 2);
    pid = Integer.parseInt(numbers[0]);
    tid = Integer.parseInt(numbers[numbers.length - 1]);
    this.name = name;
    this.start = start;
    at = start;
    counted = start;
  }

  /** Moves on to a time, or stays where it is already later. */
  long advance(long t) {
    at = Math.max(at, t);
    return at;
  }
}
