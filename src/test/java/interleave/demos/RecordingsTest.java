package interleave.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.content.CourseReader;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Recording;
import interleave.run.PythonRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every demo has a recorded run of just its program on each of these Pythons, and what was recorded
 * holds the claims in its header.
 */
class RecordingsTest {
  private static final List<String> RUNTIMES = List.of("3.11", "3.13t", "3.14");
  private static final Course COURSE = CourseReader.read(Path.of("content"));

  @TestFactory
  Stream<DynamicTest> every_demo_has_recordings_that_hold_its_claims() {
    return COURSE
        .lessons()
        .flatMap(lesson -> lesson.demos().stream())
        .filter(Demo::runs)
        .map(demo -> DynamicTest.dynamicTest(demo.id(), () -> check(demo)));
  }

  private static void check(Demo demo) throws Exception {
    var wrong = new ArrayList<String>();
    for (var runtime : RUNTIMES) {
      if (demo.runtimes().isEmpty() || demo.runtimes().contains(runtime)) {
        if (demo.recording(runtime).isEmpty()) {
          wrong.add("none that fits on " + runtime + ": run src/main/scripts/record " + demo.id());
        }
      }
    }
    for (var recording : demo.recordings()) {
      wrong.addAll(broken(demo, recording));
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> broken(Demo demo, Recording recording) throws Exception {
    return Claims.brokenWithSpeed(
        demo,
        Outcome.of(recording),
        new PythonRuntime(recording.runtime(), recording.python()).hasGil(),
        other ->
            COURSE
                .demo(other)
                .flatMap(it -> it.recording(recording.runtime()))
                .map(Outcome::of)
                .orElseThrow());
  }
}
