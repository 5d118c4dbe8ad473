package interleave.run.sandbox;

import interleave.run.Network;
import interleave.run.PythonRuntime;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunRefused;
import interleave.run.Runner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that hold on each Python that is here. One runner serves a class. */
@ParameterizedClass(name = "on Python {0}")
@MethodSource("interleave.run.RealRunner#runtimes")
abstract class OnEachPython {
  private static Runner runner;

  private final String runtime;

  OnEachPython(String runtime) {
    this.runtime = runtime;
  }

  @BeforeAll
  static void open() {
    runner = RealRunner.create();
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  /** Starts a program. */
  Run start(String code) throws RunRefused {
    return RealRunner.start(runner, runtime, code);
  }

  /** Starts a program that asks for the demo network. */
  Run startWithNetwork(String code) throws RunRefused {
    return RealRunner.start(runner, runtime, code, Network.DEMO);
  }

  /** Runs a program that asks for the demo network to its end. */
  Ran runWithNetwork(String code) throws RunRefused, InterruptedException {
    return Ran.ended(startWithNetwork(code));
  }

  PythonRuntime runtime() {
    return runner.runtimes().stream()
        .filter(each -> each.name().equals(runtime))
        .findFirst()
        .orElseThrow();
  }

  /** Runs a program to its end. */
  Ran run(String code) throws RunRefused, InterruptedException {
    return Ran.ended(start(code));
  }
}
