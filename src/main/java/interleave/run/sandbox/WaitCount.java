package interleave.run.sandbox;

import interleave.run.RunEvent.Wait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each task waited for most often when it was looked at. For one thread at a time. */
final class WaitCount {
  private final Map<String, Map<Wait, Integer>> counts = new HashMap<>();
  private final Map<String, Wait> told = new HashMap<>();

  void add(Map<String, Seen> seen) {
    seen.forEach(
        (task, now) -> {
          var of = counts.computeIfAbsent(task, _ -> new HashMap<>());
          now.waitsFor().ifPresent(wait -> of.merge(wait, 1, Integer::sum));
        });
  }

  /** Of the tasks seen since the last call: what is another now, or is known no more. */
  Map<String, Optional<Wait>> changes() {
    var changes = new HashMap<String, Optional<Wait>>();
    counts.forEach(
        (task, of) -> {
          var most =
              of.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
          if (!most.equals(Optional.ofNullable(told.get(task)))) {
            changes.put(task, most);
          }
          most.ifPresentOrElse(wait -> told.put(task, wait), () -> told.remove(task));
        });
    // Who was not seen has ended; the number may be another's soon.
    told.keySet().retainAll(counts.keySet());
    counts.clear();
    return changes;
  }
}
