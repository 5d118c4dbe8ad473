package interleave.run;

import interleave.run.linux.LinuxException;
import interleave.run.sandbox.Sandboxes;
import java.time.Duration;

/** Real runners with real sandboxes, for tests. */
public final class RealRunner {
  public static final Limits LIMITS =
      new Limits(10_000, 8_000, 256L << 20, 64, 256 << 10, 64 << 10);

  /** Takes from nobody, and stops at once. */
  public static final Fairness UNHINDERED =
      new Fairness(100_000, 100_000, Duration.ofHours(1), Duration.ZERO);

  private RealRunner() {}

  /** A runner with the limits that the server has by default. */
  public static Runner create() {
    return create(LIMITS, new QueueRunner.Places(2, 100, 100));
  }

  public static Runner create(Limits limits, QueueRunner.Places places) {
    return create("bwrap", "/usr/bin/python3", limits, places);
  }

  public static Runner create(
      String bubblewrap, String python, Limits limits, QueueRunner.Places places) {
    return create(bubblewrap, python, limits, places, UNHINDERED);
  }

  public static Runner create(
      String bubblewrap,
      String python,
      Limits limits,
      QueueRunner.Places places,
      Fairness fairness) {
    try {
      var sandboxes = new Sandboxes(bubblewrap, python, limits, places.atOnce());
      return new QueueRunner(sandboxes, limits, places, fairness);
    } catch (LinuxException thrown) {
      throw new AssertionError(thrown);
    }
  }

  /** Runs a program to its end on the default runtime. */
  public static Ran run(Runner runner, String code) throws RunRefused, InterruptedException {
    return Ran.ended(start(runner, code));
  }

  /** Starts a program on the default runtime. */
  public static Run start(Runner runner, String code) throws RunRefused {
    return runner.submit(request(runner, code, "test"));
  }

  public static RunRequest request(Runner runner, String code, String owner) {
    return new RunRequest(code, runner.runtimes().getFirst().name(), owner, "net");
  }
}
