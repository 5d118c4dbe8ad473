package interleave.run;

import java.util.List;
import java.util.Optional;

/** Runs programs. Knows nothing of HTTP, courses or learners. Safe for use by many threads. */
public interface Runner extends AutoCloseable {
  /**
   * Takes a program to run, at once or after those before it.
   *
   * @throws RunRefused when it is not accepted; nothing of it remains
   */
  Run submit(RunRequest request) throws RunRefused;

  /** The run with this id, while it lives and for some minutes after it, or empty. */
  Optional<Run> find(String id);

  /** The installed runtimes; the first is the default. Empty when there is no Python. */
  List<PythonRuntime> runtimes();

  /** Those of them that the engine of the schedule lab can step programs on. */
  List<PythonRuntime> steppable();

  /** Whether programs can be run here, and how safely. */
  Status status();

  Limits limits();

  /**
   * Takes no more runs, gives those under way some seconds to end by themselves, stops them, and
   * waits until nothing of them is left; once more does nothing.
   */
  @Override
  void close();

  /** Whether programs can be run. */
  sealed interface Status {
    /**
     * They can.
     *
     * @param tier names how the limits are enforced
     * @param uncovered what is not held to a limit or not kept apart here, a phrase each, for the
     *     person who runs us
     */
    record Ready(String tier, List<String> uncovered) implements Status {
      /** Nothing is left uncovered. */
      public Ready(String tier) {
        this(tier, List.of());
      }
    }

    /** They cannot, and {@code reason} says why in one sentence for the person who runs us. */
    record Unavailable(String reason) implements Status {}
  }
}
