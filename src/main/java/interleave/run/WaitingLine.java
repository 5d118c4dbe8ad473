package interleave.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs that wait, in the order of their arrival. Each is told its position, from 1, when it comes
 * in. When it changes, the first {@value #NEAR} are told at once, and the others at the next {@link
 * #tellAll}: so it costs the same to take one out of a long line as of a short one. Not safe for
 * many threads: its runner guards it.
 */
final class WaitingLine {
  static final int NEAR = 8;

  /** From runs, in their order, to the positions that they were told last. */
  private final LinkedHashMap<QueuedRun, Integer> told = new LinkedHashMap<>();

  /** How many wait. */
  int size() {
    return told.size();
  }

  /** All who wait, in their order; a copy. */
  List<QueuedRun> runs() {
    return List.copyOf(told.keySet());
  }

  /** Puts a run at the end, and tells it where that is. */
  void add(QueuedRun run) {
    told.put(run, told.size() + 1);
    run.log().append(new RunEvent.Queued(told.size()));
  }

  /** Takes out the run that has waited longest; null when none waits. */
  @Nullable QueuedRun next() {
    var first = told.pollFirstEntry();
    tell(NEAR);
    return first == null ? null : first.getKey();
  }

  /** Takes a run out; answers whether it was there. */
  boolean remove(QueuedRun run) {
    boolean waited = told.remove(run) != null;
    tell(NEAR);
    return waited;
  }

  /** Tells their positions to those who were last told others. */
  void tellAll() {
    tell(told.size());
  }

  private void tell(int most) {
    int position = 0;
    for (var entry : told.entrySet()) {
      if (position == most) {
        return;
      }
      tell(entry, ++position);
    }
  }

  private static void tell(Map.Entry<QueuedRun, Integer> entry, int position) {
    if (entry.getValue() != position) {
      entry.setValue(position);
      entry.getKey().log().append(new RunEvent.Queued(position));
    }
  }
}
