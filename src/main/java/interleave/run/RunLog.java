package interleave.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only record of a run: append-only, numbered from 1, ended by one {@link RunEvent.End}. It is
 * bounded because what is written to it is: the output and task limits of a run are enforced before
 * it. Safe for use by many threads.
 */
public final class RunLog {
  /** An event and its number in the log. */
  public record Entry(long sequence, RunEvent event) {}

  /** An entry, its event and a string's head, roughly. */
  private static final int ENTRY_BYTES = 128;

  /** A task's id and its share, roughly. */
  private static final int SHARE_BYTES = 96;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Entry> entries = new ArrayList<>();
  private boolean ended;
  private long weight;

  /** Appends an event; after the end event nothing is taken any more. */
  public void append(RunEvent event) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      entries.add(new Entry(entries.size() + 1L, event));
      ended = event instanceof RunEvent.End;
      weight += weight(event);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** About how much memory the log takes, in bytes. */
  public long weight() {
    lock.lock();
    try {
      return weight;
    } finally {
      lock.unlock();
    }
  }

  private static long weight(RunEvent event) {
    return switch (event) {
      case RunEvent.Output output -> ENTRY_BYTES + output.text().length();
      case RunEvent.Usage usage -> ENTRY_BYTES + (long) SHARE_BYTES * usage.cpu().size();
      case RunEvent.Queued _, RunEvent.Started _, RunEvent.Task _ -> ENTRY_BYTES;
      case RunEvent.Truncated _, RunEvent.End _ -> ENTRY_BYTES;
    };
  }

  /** Whether the end event is in the log. */
  public boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** All entries so far. */
  public List<Entry> entries() {
    return after(0);
  }

  /** The entries with a number above {@code sequence}, oldest first. */
  public List<Entry> after(long sequence) {
    lock.lock();
    try {
      int from = Math.clamp(sequence, 0, entries.size());
      return List.copyOf(entries.subList(from, entries.size()));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there are entries after {@code sequence}, or the log has ended, or {@code timeout}
   * has passed; then does as {@link #after}. So an empty answer means a timeout, or the end.
   */
  public List<Entry> await(long sequence, Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (entries.size() <= sequence && !ended && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return after(sequence);
    } finally {
      lock.unlock();
    }
  }
}
