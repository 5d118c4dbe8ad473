package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that are to pass for the solution of a challenge, and are none. */
@ParameterizedClass(name = "on Python {0}")
@MethodSource("interleave.run.RealRunner#runtimes")
class CheatsTest {
  /** One of them waits for the end of its time. */
  private static final Limits LIMITS =
      new Limits(8_000, 8_000, 256L << 20, 64, 256 << 10, 64 << 10);

  /** What two updates of a counter are to come to. */
  private static final Goal GOAL = new Goal(List.of("2\n"), "assert counter == 2", 2);

  private static Runner runner;
  private static Judge judge;

  private final String runtime;

  CheatsTest(String runtime) {
    this.runtime = runtime;
  }

  @BeforeAll
  static void open() {
    runner = RealRunner.create(LIMITS, new Places(2, 100, 100));
    judge = new Judge(new Lab(runner));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  @TestFactory
  Stream<DynamicTest> none_is_taken_for_a_solution() throws IOException {
    return Cheat.all().stream()
        .map(
            cheat ->
                dynamicTest(
                    cheat.name(),
                    () -> {
                      var verdict = fixes(cheat.code());
                      assertFalse(verdict.met(), () -> verdict.finding().words());
                    }));
  }

  private Verdict fixes(String code) throws Exception {
    var program = new LabProgram(code, runtime, Granularity.LINE);
    return judge.fixes(program, GOAL, "test", "here");
  }
}
