package interleave.web;

import interleave.run.PythonRuntime;
import interleave.run.RunRefused;
import interleave.run.Runner;
import java.time.Duration;
import java.util.Optional;

/** Gives programs to the runner, and says as HTTP does what is in the way. */
final class Submissions {
  private static final Duration NO_PYTHON = Duration.ofSeconds(30);

  private static final Duration AFTER_STOP = Duration.ofSeconds(5);

  /** Something that the runner may refuse. */
  interface Submission<T> {
    T submit() throws RunRefused;
  }

  private final Runner runner;

  Submissions(Runner runner) {
    this.runner = runner;
  }

  /**
   * The runtime that is asked for, or the first.
   *
   * @throws Problem when there is none at all
   */
  String runtime(Optional<String> wanted) {
    return wanted
        .or(() -> runner.runtimes().stream().map(PythonRuntime::name).findFirst())
        .orElseThrow(this::nothingInstalled);
  }

  /**
   * The runtime that is asked for, or the first that programs can be stepped on.
   *
   * @throws Problem when there is none at all
   */
  String steppable(Optional<String> wanted) {
    var first = runner.steppable().stream().map(PythonRuntime::name).findFirst();
    return runtime(wanted.or(() -> first));
  }

  /**
   * Submits something.
   *
   * @throws Problem when the runner refuses it
   */
  static <T> T accepted(Submission<T> submission) {
    try {
      return submission.submit();
    } catch (RunRefused refused) {
      throw switch (refused) {
        case RunRefused.Invalid invalid -> Problem.badField(invalid.field(), invalid.getMessage());
        case RunRefused.TooLarge tooLarge -> Problem.tooLarge(tooLarge.getMessage());
        case RunRefused.Busy busy -> Problem.busy(busy.getMessage(), busy.retryAfter());
        case RunRefused.Unavailable unavailable ->
            Problem.unavailable(unavailable.getMessage(), unavailable.retryAfter());
      };
    }
  }

  /** Something that waits for a program. */
  interface Waiting<T> {
    T run() throws RunRefused, InterruptedException;
  }

  /**
   * Waits for a program.
   *
   * @throws Problem when the server stops meanwhile
   */
  static <T> T uninterrupted(Waiting<T> waiting) throws RunRefused {
    try {
      return waiting.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The server is about to stop.", AFTER_STOP);
    }
  }

  private Problem nothingInstalled() {
    return Problem.unavailable(
        switch (runner.status()) {
          case Runner.Status.Ready _ -> "No Python is installed on this server.";
          case Runner.Status.Unavailable(var reason) ->
              "Programs cannot be run here right now: " + reason;
        },
        NO_PYTHON);
  }
}
