package interleave.run;

import java.util.Map;
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

  /** The sandbox is up and the program begins. {@code tier} says how limits are enforced. */
  record Started(String runtime, String tier, Limits limits) implements RunEvent {}

  /**
   * A task began or ended. {@code parent} is the task that started it, null for the first. A second
   * beginning gives the task a name that was not known at its first.
   */
  record Task(
      long t, String task, Kind kind, State state, @Nullable String name, @Nullable String parent)
      implements RunEvent {}

  /** One write, in the order in which the kernel took it; never merged across tasks. */
  record Output(long t, String task, Stream stream, String text) implements RunEvent {}

  /**
   * What part of one core each task had since the last sample; a sample is taken every 50 ms at
   * first and ever more rarely as the run grows long.
   *
   * @param cpu from tasks to shares, 0.01 or more and in hundredths; tasks without one had less.
   *     Empty says that all rest, and that nothing is said until one works again
   */
  record Usage(long t, Map<String, Double> cpu) implements RunEvent {
    public Usage {
      cpu = Map.copyOf(cpu);
    }
  }

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
