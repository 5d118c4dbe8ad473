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
 * once each. A program that starts ever new tasks is told of up to a number, and then no more.
 */
final class Tasks {
  /** Beginnings that are told of; a limit on what a run's log takes. */
  private static final int MOST_TOLD = 4000;

  private final Consumer<RunEvent> events;
  private final Map<String, Live> live = new LinkedHashMap<>();
  private int told;

  private record Live(Kind kind, @Nullable String name) {}

  Tasks(Consumer<RunEvent> events) {
    this.events = events;
  }

  /** The id of a thread; a process has that of its first thread. */
  static String id(int process, int thread) {
    return process + "." + thread;
  }

  /** How many are alive. */
  int count() {
    return live.size();
  }

  /** Whether this process is alive and told of. */
  boolean isLive(int process) {
    return live.containsKey(id(process, process));
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
        .map(number -> id(process, number.getAsInt()))
        .filter(live::containsKey)
        .orElse(id(process, process));
  }

  /** A name that becomes known late is told by a second beginning. */
  private void begin(long t, String id, Kind kind, @Nullable String name, @Nullable String parent) {
    var before = live.get(id);
    if (before != null && (name == null || name.equals(before.name))) {
      return;
    }
    live.put(id, new Live(kind, name));
    if (told++ < MOST_TOLD) {
      events.accept(new RunEvent.Task(t, id, kind, State.START, name, parent));
    }
  }

  private void end(long t, String id) {
    var ended = live.remove(id);
    if (ended != null && told <= MOST_TOLD) {
      events.accept(new RunEvent.Task(t, id, ended.kind, State.END, null, null));
    }
  }
}
