package interleave.run;

import java.util.List;
import java.util.function.Consumer;

/** Starts programs one by one, in whatever keeps them from doing harm. Safe for many threads. */
public interface Launcher extends AutoCloseable {
  /** A program that was launched. */
  interface Execution {
    /** Kills it, with everything that it started; the end event names the first reason given. */
    void stop(RunEvent.Reason reason);
  }

  /**
   * Launches a program and returns before it begins.
   *
   * @param events takes its events in their order, one at a time and from other threads; whatever
   *     happens, the last of them is an {@link RunEvent.End}
   */
  Execution launch(RunRequest request, Consumer<RunEvent> events);

  /** Whether programs can be launched. */
  Runner.Status status();

  /** The installed runtimes; the first is the default. */
  List<PythonRuntime> runtimes();

  /** Those of them that the engine of the schedule lab can step programs on. */
  List<PythonRuntime> steppable();

  /** Kills what still runs and ends the threads of this launcher. */
  @Override
  void close();
}
