package interleave.demos;

import interleave.content.AskedProgram;
import interleave.content.ContentProblem;
import interleave.content.CourseReader;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.log.Logging;
import interleave.run.PythonRuntime;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Records runs of the demos of the course, those named as arguments or all, on each Python that is
 * installed and that they are about. A run is kept when it holds what the demo's header claims, and
 * no other program on the machine took much from it. Of programs that quizzes ask about it keeps
 * what can come of them, first, since without that there is no course.
 */
public final class Recorder {
  private static final int TRIES = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
  private static final String DISTURBED = "other programs on this machine took too much meanwhile";
  private static final Path CONTENT = Path.of("content");

  private final Course course;
  private final Runner runner;

  private Recorder(Course course, Runner runner) {
    this.course = course;
    this.runner = runner;
  }

  public static void main(String[] ids) throws Exception {
    Logging.setUp();
    boolean all = true;
    try (var runner = RealRunner.create()) {
      var asked = AskedProgram.all(CONTENT);
      for (var program : asked) {
        if (isMeant(program.id(), ids)) {
          all &= KeptOutcomes.record(CONTENT, program, runner);
        }
      }
      var course = CourseReader.read(CONTENT);
      var recorder = new Recorder(course, runner);
      for (var demo :
          course.lessons().flatMap(lesson -> lesson.demos().stream()).filter(Demo::runs).toList()) {
        if (isMeant(demo.id(), ids)) {
          all &= recorder.record(demo);
        }
      }
      for (var id : ids) {
        if (course.demo(id).isEmpty() && asked.stream().noneMatch(it -> it.id().equals(id))) {
          System.err.println("There is no demo " + id + "; an id is chapter/lesson/name");
          all = false;
        }
      }
    } catch (ContentProblem problem) {
      System.err.println(problem.getMessage());
      all = false;
    }
    System.exit(all ? 0 : 1);
  }

  private static boolean isMeant(String id, String[] ids) {
    return ids.length == 0 || List.of(ids).contains(id);
  }

  /** Answers whether there is a recording on each runtime now. */
  private boolean record(Demo demo) throws Exception {
    boolean all = true;
    for (var runtime : runner.runtimes()) {
      if (demo.runtimes().isEmpty() || demo.runtimes().contains(runtime.name())) {
        all &= record(demo, runtime);
      }
    }
    return all;
  }

  private boolean record(Demo demo, PythonRuntime runtime) throws Exception {
    var name = demo.id() + " on Python " + runtime.version();
    for (int left = TRIES; left > 0; left--) {
      var before = Neighbours.now();
      var ran = run(demo, runtime);
      boolean disturbed = before.disturbed(ran.end().cpuMs());
      var broken = disturbed ? List.of(DISTURBED) : broken(demo, runtime, ran);
      if (broken.isEmpty()) {
        System.out.println(name + ": " + KeptRecording.write(CONTENT, demo, runtime, ran));
        return true;
      }
      System.out.println(name + ": " + broken.getFirst().strip());
      Thread.sleep(BETWEEN_TRIES);
    }
    System.out.println(name + ": not recorded");
    return false;
  }

  private List<String> broken(Demo demo, PythonRuntime runtime, Ran ran) throws Exception {
    return Claims.brokenWithSpeed(
        demo,
        Outcome.of(ran),
        runtime.hasGil(),
        other -> Outcome.of(run(course.demo(other).orElseThrow(), runtime)));
  }

  private Ran run(Demo demo, PythonRuntime runtime) throws Exception {
    return Ran.ended(runner.submit(DemoRequest.of(demo, runtime)));
  }
}
