package interleave.run;

import interleave.run.linux.LinuxException;
import interleave.run.sandbox.Sandboxes;
import interleave.run.sandbox.Tier;
import interleave.run.sandbox.TierSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Real runners with real sandboxes, for tests. */
public final class RealRunner {
  public static final Limits LIMITS =
      new Limits(10_000, 8_000, 256L << 20, 64, 256 << 10, 64 << 10);

  /** Takes from nobody, and stops at once. */
  public static final Fairness UNHINDERED =
      new Fairness(100_000, 100_000, Duration.ofHours(1), Duration.ZERO);

  /** Where {@code src/main/scripts/runtime} puts the interpreters that it installs. */
  public static final Path INSTALLED = Path.of("var/runtimes");

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
          new Sandboxes(
              "bwrap", "/usr/bin/python3", INSTALLED, limits, places.atOnce(), TierSource.of(tier)),
          limits,
          places,
          UNHINDERED);
    } catch (LinuxException thrown) {
      throw new AssertionError(thrown);
    }
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
      var sandboxes = new Sandboxes(bubblewrap, python, INSTALLED, limits, places.atOnce());
      return new QueueRunner(sandboxes, limits, places, fairness);
    } catch (LinuxException thrown) {
      throw new AssertionError(thrown);
    }
  }

  /** The names of all runtimes here, for tests that are to hold on each. */
  public static List<String> runtimes() {
    try (var runner = create()) {
      return runner.runtimes().stream().map(PythonRuntime::name).toList();
    }
  }

  /** Runs a program to its end on the default runtime. */
  public static Ran run(Runner runner, String code) throws RunRefused, InterruptedException {
    return Ran.ended(start(runner, code));
  }

  /** Runs a program to its end. */
  public static Ran run(Runner runner, String runtime, String code)
      throws RunRefused, InterruptedException {
    return Ran.ended(start(runner, runtime, code));
  }

  /** Starts a program on the default runtime. */
  public static Run start(Runner runner, String code) throws RunRefused {
    return runner.submit(request(runner, code, "test"));
  }

  /** Starts a program. */
  public static Run start(Runner runner, String runtime, String code) throws RunRefused {
    return start(runner, runtime, code, Network.NONE);
  }

  /** Starts a program with a network. */
  public static Run start(Runner runner, String runtime, String code, Network network)
      throws RunRefused {
    return runner.submit(new RunRequest(code, runtime, "test", "net", "", network));
  }

  public static RunRequest request(Runner runner, String code, String owner) {
    return new RunRequest(code, runner.runtimes().getFirst().name(), owner, "net");
  }
}
