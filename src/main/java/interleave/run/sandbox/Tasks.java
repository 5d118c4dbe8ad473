package interleave.run.sandbox;

import interleave.run.RunEvent;
import interleave.run.RunEvent.Kind;
import interleave.run.RunEvent.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads and processes of one run, by their numbers inside. Tells of their beginnings and ends
 * once each. Of a program that starts ever new tasks so many are told, and then no more.
 */
final class Tasks {
  /** Beginnings that are told of; a limit on what a run's log takes. */
  private static final int MOST_TOLD = 4000;

  private final Consumer<RunEvent> events;
  private final Consumer<String> ended;
  private final Map<String, Live> live = new LinkedHashMap<>();
  private int told;

  private record Live(String id, Kind kind, @Nullable String name, boolean told) {}

  /**
   * No tasks yet.
   *
   * @param events takes beginnings and ends
   * @param ended is told the id of every task that ends, before its end is told
   */
  Tasks(Consumer<RunEvent> events, Consumer<String> ended) {
    this.events = events;
    this.ended = ended;
  }

  /** The id of a thread; a process has that of its first thread. */
  static String id(int process, int thread) {
    return process + "." + thread;
  }

  /** How many are alive. */
  int count() {
    return live.size();
  }

  /** Whether this process is alive and known. */
  boolean isLive(int process) {
    return live.containsKey(id(process, process));
  }

  /** Whether this task is alive and told of. */
  boolean isTold(String task) {
    var found = live.get(task);
    return found != null && found.told;
  }

  /** A process began; nothing happens when that is known under this name, or none is given. */
  void beginProcess(long t, int process, @Nullable String name, @Nullable String parent) {
    begin(t, id(process, process), Kind.PROCESS, name, parent);
  }

  /** A thread of a known process began. */
  void beginThread(
      long t, int process, int thread, @Nullable String name, @Nullable String parent) {
    begin(t, id(process, thread), Kind.THREAD, name, parent);
  }

  /** A thread ended; a process's first thread ends with it. */
  void endThread(long t, int process, int thread) {
    if (process != thread) {
      end(t, id(process, thread));
    }
  }

  /** A process ended, and all its threads with it. */
  void endProcess(long t, int process) {
    live.keySet().stream()
        .filter(id -> id.startsWith(process + "."))
        .toList()
        .reversed()
        .forEach(id -> end(t, id));
  }

  /** All ended. */
  void endAll(long t) {
    live.keySet().stream().toList().reversed().forEach(id -> end(t, id));
  }

  /** The task that a process's write belongs to: the thread named if it lives, else the process. */
  String writer(int process, OptionalInt thread) {
    return Optional.of(thread)
        .filter(OptionalInt::isPresent)
        .map(number -> live.get(id(process, number.getAsInt())))
        .or(() -> Optional.ofNullable(live.get(id(process, process))))
        .map(Live::id)
        .orElseGet(() -> id(process, process));
  }

  /** A name that becomes known late is told by a second beginning. */
  private void begin(long t, String id, Kind kind, @Nullable String name, @Nullable String parent) {
    var before = live.get(id);
    if (before != null && (name == null || name.equals(before.name))) {
      return;
    }
    boolean tell = told < MOST_TOLD;
    boolean wasTold = before != null && before.told;
    live.put(id, new Live(before == null ? id : before.id, kind, name, tell || wasTold));
    if (tell) {
      told++;
      events.accept(new RunEvent.Task(t, id, kind, State.START, name, parent));
    }
  }

  private void end(long t, String id) {
    var last = live.remove(id);
    if (last != null) {
      ended.accept(id);
      if (last.told) {
        events.accept(new RunEvent.Task(t, id, last.kind, State.END, null, null));
      }
    }
  }
}
