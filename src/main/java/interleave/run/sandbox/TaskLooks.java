package interleave.run.sandbox;

import interleave.run.Network;
import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Wait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each task of a sandbox, by way of /proc (proc(5)): of the program it needs nothing. For
 * one thread at a time.
 */
final class TaskLooks {
  /** So many looks in a row may be cut; a program that has more cut loses them for good. */
  private static final int MOST_CUT = 10;

  private final Descendants inside;

  /** How many looks in a row were cut, as there was more to read than a look may. */
  private int cut;

  /** Processes, by their numbers inside, that are none of the program's. */
  private final Set<Integer> hidden;

  private final Waits waits;

  /** What was found at the last look, by the tasks' numbers outside. */
  private Map<Integer, Last> last = new HashMap<>();

  /**
   * A task at the last look.
   *
   * @param name its id
   * @param turns how often it had been put on a core
   * @param waitsFor what it waited for, as far as that is believed
   * @param isVague whether it waited for another thread, and no more could be told
   */
  private record Last(String name, long turns, Optional<Wait> waitsFor, boolean isVague) {
    boolean waits() {
      return isVague || waitsFor.isPresent();
    }

    @Nullable Cause cause() {
      return waitsFor.map(Wait::cause).orElse(null);
    }
  }

  private TaskLooks(int init, Set<Integer> hidden, Waits waits) {
    inside = new Descendants(init);
    this.hidden = hidden;
    this.waits = waits;
  }

  /** For a sandbox; the server of its network is no task of the program. */
  static TaskLooks of(Sandbox sandbox, Network network, Waits waits) {
    var hidden = network == Network.DEMO ? Set.of(Members.WEB) : Set.<Integer>of();
    return new TaskLooks(sandbox.init().pid(), hidden, waits);
  }

  /**
   * Looks at all tasks; those that end meanwhile may be missing.
   *
   * @throws Starved when it cannot be looked
   */
  Look now() {
    long began = System.nanoTime();
    var seen = new HashMap<String, Seen>();
    var found = new HashMap<Integer, Last>();
    var processes = inside.now();
    waits.begin(processes);
    try {
      processes.forEach(process -> look(process, seen, found));
    } finally {
      waits.end();
    }
    cut = waits.wasCut() ? cut + 1 : 0;
    if (cut > MOST_CUT) {
      waits.giveUp();
    }
    last = found;
    return new Look(began, seen);
  }

  private void look(int process, Map<String, Seen> seen, Map<Integer, Last> found) {
    for (int task : ProcFile.threads(process)) {
      var before = last.get(task);
      var name = before == null ? nameOf(process, task) : before.name;
      var times = Schedstat.of(process, task).orElse(null);
      if (name != null && times != null) {
        var now = lookAt(process, task, name, times.turns(), before);
        found.put(task, now);
        seen.put(name, new Seen(times.cpuNanos(), times.readyNanos(), now.waitsFor));
      }
    }
  }

  /**
   * A task that had no turn since the last look still waits for the same; but the lock that it
   * waits for may have passed from one to another. That it waits for another thread, and no more,
   * is what a moment in between shows as well: it is believed when it is seen twice.
   */
  private Last lookAt(int process, int task, String name, long turns, @Nullable Last before) {
    if (before == null || before.turns != turns || !before.waits()) {
      var now = waits.of(process, task, name);
      return now.filter(TaskLooks::isVague).isPresent()
          ? new Last(name, turns, Optional.empty(), true)
          : new Last(name, turns, now, false);
    }
    if (!before.isVague && before.cause() != Cause.LOCK) {
      return before;
    }
    var now = waits.of(process, task, name);
    if (before.isVague) {
      return now.isEmpty() ? before : new Last(name, turns, now, isVague(now.get()));
    }
    return now.filter(wait -> wait.cause() == Cause.LOCK)
        .map(wait -> new Last(name, turns, Optional.of(wait), false))
        .orElse(before);
  }

  private static boolean isVague(Wait wait) {
    return wait.cause() == Cause.THREAD && wait.task() == null;
  }

  private @Nullable String nameOf(int process, int task) {
    return ProcessStatus.of(process)
        .filter(of -> !hidden.contains(of.inside()))
        .flatMap(
            of -> ProcessStatus.of(process, task).map(own -> Tasks.id(of.inside(), own.inside())))
        .orElse(null);
  }
}
