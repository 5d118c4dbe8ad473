package interleave.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs that ended, so that a page can still read them: for 10 minutes, and at most 64 MiB of them
 * by estimate, the oldest given up first. Not safe for many threads: its runner guards it.
 */
final class RunArchive {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final long MOST_BYTES = 64L << 20;

  /** Oldest first. */
  private final Map<String, Kept> runs = new LinkedHashMap<>();

  private long bytes;

  private record Kept(Run run, long nanos, long bytes) {}

  void add(Run run) {
    var kept = new Kept(run, System.nanoTime(), run.log().weight());
    runs.put(run.id(), kept);
    bytes += kept.bytes();
    var oldest = runs.values().iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      boolean old = System.nanoTime() - next.nanos() > KEPT.toNanos();
      if (!old && (bytes <= MOST_BYTES || runs.size() == 1)) {
        return;
      }
      bytes -= next.bytes();
      oldest.remove();
    }
  }

  Optional<Run> find(String id) {
    return Optional.ofNullable(runs.get(id)).map(Kept::run);
  }
}
