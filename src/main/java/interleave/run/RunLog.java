package interleave.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only record of a run: append-only, numbered from 1, ended by one {@link RunEvent.End}. It
 * never takes more than {@value #MOST_BYTES} bytes by estimate: when it is full, only an end is
 * taken. So a reader may be as slow as it likes: it holds nobody up, and costs no memory. Some time
 * after its end it is given up, and is empty from then on. Safe for use by many threads.
 */
public final class RunLog {
  /** An event and its number in the log. */
  public record Entry(long sequence, RunEvent event) {}

  /** Somebody who reads a log, until closed; to close it again does nothing. */
  public interface Listener extends AutoCloseable {
    @Override
    void close();
  }

  /** More than the output of a run takes by default, though it were written byte by byte. */
  static final long MOST_BYTES = 64L << 20;

  /** A character beyond Latin-1; the others take half of that. */
  static final int CHAR_BYTES = 2;

  /** An entry, its event and a string's head, roughly. */
  private static final int ENTRY_BYTES = 128;

  /** A task's id and its share, roughly. */
  private static final int SHARE_BYTES = 96;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<Entry> entries = new ArrayList<>();
  private boolean ended;
  private int listeners;
  private long heardAt = System.nanoTime();
  private long weight;

  /** Appends an event; nothing is taken after the end, and only an end when the log is full. */
  public void append(RunEvent event) {
    lock.lock();
    try {
      if (ended || (full() && !(event instanceof RunEvent.End))) {
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

  /** Whether it takes no more than an end. */
  boolean full() {
    return weight() >= MOST_BYTES;
  }

  /** Says that somebody reads the log from now on, until the listener is closed. */
  public Listener listen() {
    lock.lock();
    try {
      listeners++;
    } finally {
      lock.unlock();
    }
    var open = new AtomicBoolean(true);
    return () -> {
      if (open.compareAndSet(true, false)) {
        leave();
      }
    };
  }

  /** How long nobody has read the log: zero while somebody does. */
  public Duration unheard() {
    lock.lock();
    try {
      return listeners > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - heardAt);
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      listeners--;
      heardAt = System.nanoTime();
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

  /** Lets go of all that is in the log and ends it: its readers get no more, not even an end. */
  public void giveUp() {
    lock.lock();
    try {
      entries = List.of();
      weight = 0;
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static long weight(RunEvent event) {
    return switch (event) {
      case RunEvent.Output output -> ENTRY_BYTES + (long) CHAR_BYTES * output.text().length();
      case RunEvent.Usage(_, _, var cpu, var ready, var waits) ->
          ENTRY_BYTES + (long) SHARE_BYTES * (cpu.size() + ready.size() + waits.size());
      case RunEvent.Task(_, _, _, _, String name, _) when name != null ->
          ENTRY_BYTES + (long) CHAR_BYTES * name.length();
      case RunEvent.Queued _, RunEvent.Started _, RunEvent.Task _ -> ENTRY_BYTES;
      case RunEvent.Truncated _, RunEvent.End _ -> ENTRY_BYTES;
    };
  }

  /** Whether nothing more will come: the end event is in the log, or it was given up. */
  public boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the last entry so far; 0 when there is none, or the log was given up. */
  public long last() {
    lock.lock();
    try {
      return entries.size();
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
    return after(sequence, Integer.MAX_VALUE);
  }

  /** The first {@code most} entries, or all, with a number above {@code sequence}. */
  public List<Entry> after(long sequence, int most) {
    lock.lock();
    try {
      int from = Math.clamp(sequence, 0, entries.size());
      int to = Math.clamp((long) from + most, 0, entries.size());
      return List.copyOf(entries.subList(from, to));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there are entries after {@code sequence}, or the log has ended, or {@code timeout}
   * has passed; then does as {@link #after}. So an empty answer means a timeout, or the end.
   */
  public List<Entry> await(long sequence, Duration timeout) throws InterruptedException {
    return await(sequence, Integer.MAX_VALUE, timeout);
  }

  /** As {@link #await(long, Duration)}, of the first {@code most} entries. */
  public List<Entry> await(long sequence, int most, Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (entries.size() <= sequence && !ended && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return after(sequence, most);
    } finally {
      lock.unlock();
    }
  }
}
