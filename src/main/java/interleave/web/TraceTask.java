package interleave.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A thread or process of a run that is being written as a trace. Times are microseconds. */
final class TraceTask {
  final String id;

  /** As numbered inside the sandbox. */
  final int pid;

  final int tid;
  final long start;

  /** May become known late. */
  String name;

  /** The task that started it; null while that is not known. */
  @Nullable TraceTask parent;

  /** When it ended, or -1 while it lives. */
  long end = -1;

  /** Where its slices have come to: none begins or ends before this. */
  private long at;

  /** The slice of what it waits for now, which has no duration yet; or null. */
  @Nullable ObjectNode wait;

  TraceTask(String id, String name, long start) {
    this.id = id;
    var numbers = id.split("\\.", 2);
    pid = Integer.parseInt(numbers[0]);
    tid = Integer.parseInt(numbers[numbers.length - 1]);
    this.name = name;
    this.start = start;
    // Of slices that begin at once, viewers take the first for the outer: the inner begin later.
    at = start + 1;
  }

  /** Moves on to a time, or stays where it is already later. */
  long advance(long t) {
    at = Math.max(at, t);
    return at;
  }
}
