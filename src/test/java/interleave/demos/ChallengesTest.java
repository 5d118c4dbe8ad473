package interleave.demos;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.content.CourseReader;
import interleave.course.Challenge;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.run.PythonRuntime;
import interleave.run.RealRunner;
import interleave.run.Runner;
import interleave.schedule.Goal;
import interleave.schedule.Granularity;
import interleave.schedule.Judge;
import interleave.schedule.Lab;
import interleave.schedule.LabProgram;
import interleave.schedule.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each challenge of the course can be met, on each Python that is here. */
class ChallengesTest {
  private static final Course COURSE = CourseReader.read(Path.of("content"));
  private static final Path SOLUTIONS = Path.of("src/test/resources/solutions");

  private static Runner runner;
  private static Judge judge;

  @BeforeAll
  static void open() {
    runner = RealRunner.create();
    judge = new Judge(new Lab(runner));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  @TestFactory
  Stream<DynamicTest> each_goes_wrong_in_some_order_and_its_solution_in_none() {
    return challenges()
        .flatMap(
            demo ->
                runner.runtimes().stream()
                    .map(
                        python ->
                            DynamicTest.dynamicTest(
                                demo.id() + " on Python " + python.name(),
                                () -> check(demo, python))));
  }

  private static void check(Demo demo, PythonRuntime python) throws Exception {
    assumeTrue(demo.runtimes().isEmpty() || demo.runtimes().contains(python.name()));
    var challenge = demo.challenge().orElseThrow();
    var goal = new Goal(challenge.good(), challenge.check().orElse(""), challenge.threads());
    var asItIs = program(demo.code(), challenge, python);
    var wrong = judge.fixes(asItIs, goal, "test", "here");
    assertFalse(wrong.met(), "it is right already");
    assertTrue(wrong.schedule() != null, () -> wrong.finding().words());
    var order = Schedule.of(wrong.schedule()).orElseThrow();
    var plain = new Goal(challenge.good(), "", challenge.threads());
    var broken = judge.breaks(asItIs, order, plain, "test", "here");
    assertTrue(broken.met(), () -> broken.finding().words() + " " + broken.outcome());
    var usual = judge.breaks(asItIs, Schedule.USUAL, plain, "test", "here");
    assertFalse(usual.met(), () -> "the usual order goes wrong: " + usual.outcome());
    var solution = Files.readString(SOLUTIONS.resolve(demo.name() + ".py"));
    var fixed = judge.fixes(program(solution, challenge, python), goal, "test", "here");
    assertTrue(fixed.met(), () -> fixed.finding().words() + " " + fixed.outcome());
  }

  private static LabProgram program(String code, Challenge challenge, PythonRuntime python) {
    var granularity = challenge.byInstruction() ? Granularity.BYTECODE : Granularity.LINE;
    return new LabProgram(code, python.name(), granularity);
  }

  private static Stream<Demo> challenges() {
    return COURSE
        .lessons()
        .flatMap(lesson -> lesson.demos().stream())
        .filter(demo -> demo.challenge().isPresent());
  }
}
