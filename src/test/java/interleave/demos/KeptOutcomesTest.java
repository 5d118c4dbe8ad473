package interleave.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.content.AskedProgram;
import interleave.run.PythonRuntime;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What quizzes hold to be possible is just what every Python here can make of their programs. */
class KeptOutcomesTest {
  private static final Path CONTENT = Path.of("content");
  private static Runner runner;

  @BeforeAll
  static void open() {
    runner = RealRunner.create();
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  @TestFactory
  Stream<DynamicTest> what_is_kept_of_a_program_is_what_can_come_of_it() {
    return AskedProgram.all(CONTENT).stream()
        .flatMap(
            program ->
                Explored.runtimes(runner, program).stream()
                    .map(
                        runtime ->
                            DynamicTest.dynamicTest(
                                program.id() + " on Python " + runtime.name(),
                                () -> check(program, runtime))));
  }

  private static void check(AskedProgram program, PythonRuntime runtime) throws Exception {
    var explored = Explored.of(runner, program, runtime);
    assertEquals("", explored.missing());
    List<String> kept = KeptOutcomes.read(CONTENT, program);
    assertEquals(kept, explored.outcomes(), () -> "run src/main/scripts/record " + program.id());
  }
}
