package interleave.run;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a run. Times {@code t} are microseconds since the program began. A
 * task is a thread or a process; its id is {@code "pid.tid"} as numbered inside the sandbox.
 */
public sealed interface RunEvent {
  /**
   * It waits; {@code position} counts from 1 and is said again when it has changed: at once near
   * the front, within a second or so far back.
   */
  record Queued(int position) implements RunEvent {}

  /**
   * The sandbox is up and the program begins.
   *
   * @param cores how many the program may use
   * @param tier how limits are enforced
   */
  record Started(PythonRuntime runtime, int cores, String tier, Limits limits)
      implements RunEvent {}

  /**
   * A task began or ended. {@code parent} is the task that started it, null for the first. A second
   * beginning gives the task a name that was not known at its first.
   */
  record Task(
      long t, String task, Kind kind, State state, @Nullable String name, @Nullable String parent)
      implements RunEvent {}

  /**
   * One write, in the order in which the kernel took it; never merged across tasks.
   *
   * @param line the line of the program that wrote it, from 1; null when that is not known
   */
  record Output(long t, String task, Stream stream, String text, @Nullable Integer line)
      implements RunEvent {}

  /**
   * What the tasks did since the last sample; see {@link #interval}. The last one comes after the
   * ends of all tasks and reaches until then; there is none when the program was over before
   * anything was seen of it.
   *
   * <p>Tasks are looked at from outside every 20 ms. A thread of Python's that ends, and the main
   * thread of a process that ends by itself, also say what they had in all, so that even those too
   * short for a look have their share. Of others, which are cut off, it is taken that they went on
   * until their end as they did between the last two looks. What tasks say is their word only: it
   * makes no share larger than 1 and not all of them together larger than the cores, and no limit
   * and no total hangs on it.
   *
   * @param from when the time that this is about began, where that is not at the last sample: there
   *     was none, or it said that all rest, and they rested until then
   * @param cpu from tasks to the share of one core that each had, 0.01 or more and in hundredths;
   *     of those that said it themselves 0.0001 or more and in ten-thousandths. Tasks without one
   *     had less. Empty says that all rest, and that nothing is said until something changes
   * @param ready from tasks to the share of the time in which each could have run but had no core
   * @param waits what tasks waited for when they were looked at and did not run; only where that is
   *     another than before, and empty where nothing is known of it any more
   */
  record Usage(
      long t,
      @Nullable Long from,
      Map<String, Double> cpu,
      Map<String, Double> ready,
      Map<String, Optional<Wait>> waits)
      implements RunEvent {
    public Usage {
      cpu = Map.copyOf(cpu);
      ready = Map.copyOf(ready);
      waits = Map.copyOf(waits);
    }

    /**
     * How long after the sample before it one is taken, or a little later on a busy machine: a 25th
     * of the run's age, but 50 ms at least. Drawn over the whole run samples stay as close, and ten
     * minutes make fewer than 200.
     *
     * @param age of the run at the sample, in microseconds like what is returned
     */
    public static long interval(long age) {
      return Math.max(50_000, age / 25);
    }
  }

  /**
   * What a task waits for.
   *
   * @param task the one that it waits for, where that is known
   */
  record Wait(Cause cause, @Nullable String task) {}

  /** The output limit was passed: what was written beyond {@code bytes} is not kept. */
  record Truncated(String limit, long bytes) implements RunEvent {}

  /**
   * The last event of every run.
   *
   * @param exit the exit code, or null when a signal or we ended it
   * @param signal the number of the signal that ended it, or null
   */
  record End(
      Reason reason,
      @Nullable Integer exit,
      @Nullable Integer signal,
      long wallMs,
      long cpuMs,
      long peakMemoryBytes)
      implements RunEvent {}

  /** What a task is. */
  enum Kind {
    THREAD,
    PROCESS
  }

  /** Which end of a task's life. */
  enum State {
    START,
    END
  }

  /** Why a task waits. */
  enum Cause {
    /** For the interpreter's global lock. */
    GIL,
    /** For a lock of the program or of a library. */
    LOCK,
    /** Until a time. */
    SLEEP,
    /** For a thread or a process to end. */
    JOIN,
    /** For any of its processes to end. */
    PROCESS,
    /** For something to be put into a queue, or taken out. */
    QUEUE,
    EVENT,
    CONDITION,
    SEMAPHORE,
    BARRIER,
    /** For what a task of a pool will answer. */
    RESULT,
    PIPE,
    SOCKET,
    /** For one of several streams, or a stream of another kind. */
    IO,
    /** For another thread, in one of the ways above; which is not known. */
    THREAD
  }

  /** Where output went. */
  enum Stream {
    OUT,
    ERR
  }

  /** Why a run ended. */
  enum Reason {
    /** By itself, with exit code 0. */
    EXITED,
    /** By itself, with another exit code or by a signal. */
    FAILED,
    /** Somebody stopped it. */
    STOPPED,
    /** It passed {@link Limits#wallMs}. */
    TIME,
    /** It passed {@link Limits#cpuMs}. */
    CPU,
    /** It passed {@link Limits#memoryBytes}. */
    MEMORY,
    /** It passed {@link Limits#tasks}. */
    TASKS,
    /** It passed {@link Limits#outputBytes}. */
    OUTPUT,
    /** The sandbox could not be made or was lost: our fault, not the program's. */
    LOST
  }
}
