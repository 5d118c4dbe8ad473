package interleave.run;

import interleave.run.linux.LinuxException;
import interleave.run.sandbox.Sandboxes;
import interleave.run.sandbox.Tier;

/** Real runners with real sandboxes, for tests. */
public final class RealRunner {
  public static final Limits LIMITS =
      new Limits(10_000, 8_000, 256L << 20, 64, 256 << 10, 64 << 10);

  private RealRunner() {}

  /** A runner with the limits that the server has by default. */
  public static Runner create() {
    return create(LIMITS, new QueueRunner.Places(2, 100, 100));
  }

  public static Runner create(Limits limits, QueueRunner.Places places) {
    return create("bwrap", "/usr/bin/python3", limits, places);
  }

  /** A runner whose limits are enforced in this way. */
  public static Runner create(Limits limits, QueueRunner.Places places, Tier tier) {
    try {
      return new QueueRunner(
          new Sandboxes("bwrap", "/usr/bin/python3", limits, places.atOnce(), tier),
          limits,
          places);
    } catch (LinuxException thrown) {
      throw new AssertionError(thrown);
    }
  }

  public static Runner create(
      String bubblewrap, String python, Limits limits, QueueRunner.Places places) {
    try {
      return new QueueRunner(
          new Sandboxes(bubblewrap, python, limits, places.atOnce()), limits, places);
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
    return new RunRequest(code, runner.runtimes().getFirst().name(), owner);
  }
}
