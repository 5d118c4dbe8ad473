package interleave.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs that ended, so that a page can still read them: for 10 minutes, and at most 64 MiB of them
 * by estimate, the oldest put out first. One that is put out while somebody reads it may be read to
 * its end, as long as all of those take at most 256 MiB: otherwise slow readers could make us hold
 * any number of runs. Not safe for many threads: its runner guards it.
 */
final class RunArchive {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final long MOST_BYTES = 64L << 20;
  private static final long MOST_READ_BYTES = 256L << 20;

  /** A run without a program and without events, roughly. */
  private static final int RUN_BYTES = 1024;

  private final long mostBytes;
  private final long mostReadBytes;

  /** Oldest first. */
  private final Map<String, Kept> runs = new LinkedHashMap<>();

  /** Put out, but read as yet; oldest first. */
  private final Deque<Kept> read = new ArrayDeque<>();

  private long bytes;
  private long readBytes;

  private record Kept(Run run, long nanos, long bytes) {
    boolean isRead() {
      return run.log().unheard().isZero();
    }
  }

  RunArchive() {
    this(MOST_BYTES, MOST_READ_BYTES);
  }

  /**
   * An archive of another size.
   *
   * @param mostBytes of runs that can be found; the latest is one of them however large it is
   * @param mostReadBytes of runs that cannot be found any more, and are still read
   */
  RunArchive(long mostBytes, long mostReadBytes) {
    this.mostBytes = mostBytes;
    this.mostReadBytes = mostReadBytes;
  }

  /** Adds a run, whose log will not grow any more. */
  void add(Run run) {
    var kept = new Kept(run, System.nanoTime(), weight(run));
    runs.put(run.id(), kept);
    bytes += kept.bytes();
    putOut();
    giveUp();
  }

  Optional<Run> find(String id) {
    return Optional.ofNullable(runs.get(id)).map(Kept::run);
  }

  private void putOut() {
    var oldest = runs.values().iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      boolean old = System.nanoTime() - next.nanos() > KEPT.toNanos();
      if (!old && (bytes <= mostBytes || runs.size() == 1)) {
        return;
      }
      bytes -= next.bytes();
      oldest.remove();
      read.add(next);
      readBytes += next.bytes();
    }
  }

  private void giveUp() {
    var oldest = read.iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      if (readBytes > mostReadBytes || !next.isRead()) {
        readBytes -= next.bytes();
        oldest.remove();
        next.run().log().giveUp();
      }
    }
  }

  private static long weight(Run run) {
    var request = run.request();
    long chars = request.code().length() + (long) request.input().length();
    return RUN_BYTES + RunLog.CHAR_BYTES * chars + run.log().weight();
  }
}
