package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.content.CourseReader;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.demos.Claims;
import interleave.demos.DemoRequest;
import interleave.demos.Outcome;
import interleave.run.PythonRuntime;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every demo of the course on every installed runtime that it is about, and holds it to the
 * claims in its header. So no sentence of a lesson outlives its fact.
 */
class DemosTest {
  private static final Course COURSE = CourseReader.read(Path.of("content"));

  @AutoClose private static final Runner RUNNER = RealRunner.create();

  @TestFactory
  Stream<DynamicTest> every_demo_does_what_its_header_claims() {
    return COURSE
        .lessons()
        .flatMap(lesson -> lesson.demos().stream())
        .filter(Demo::runs)
        .flatMap(
            demo ->
                RUNNER.runtimes().stream()
                    .filter(
                        runtime ->
                            demo.runtimes().isEmpty() || demo.runtimes().contains(runtime.name()))
                    .map(
                        runtime ->
                            DynamicTest.dynamicTest(
                                demo.id() + " on " + runtime.name(), () -> hold(demo, runtime))));
  }

  private static void hold(Demo demo, PythonRuntime runtime) throws Exception {
    var ran = Ran.ended(RUNNER.submit(DemoRequest.of(demo, runtime)));
    assertEquals(List.of(), Claims.broken(demo, Outcome.of(ran), runtime.hasGil()));
  }
}
