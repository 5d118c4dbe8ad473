package interleave;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.content.CourseReader;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.run.Network;
import interleave.run.PythonRuntime;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs every demo of the course on every installed runtime that it is about, and holds it to the
 * claims in its header. So no sentence of a lesson outlives its fact.
 */
class DemosTest {
  private static final Course COURSE = CourseReader.read(Path.of("content"));

  private static final int TRIES = 6;

  @AutoClose private static final Runner RUNNER = RealRunner.create();

  private final Map<String, Ran> done = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> every_demo_does_what_its_header_claims() {
    return COURSE
        .lessons()
        .flatMap(lesson -> lesson.demos().stream())
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

  private void hold(Demo demo, PythonRuntime runtime) throws RunRefused, InterruptedException {
    var ran = run(demo, runtime);
    var claims = demo.expectation();
    if (claims.gil() && !runtime.hasGil()) {
      assertEnd(claims, ran);
      return;
    }
    assertAll(
        Stream.<Stream<Executable>>of(
                Stream.of(() -> assertEnd(claims, ran)),
                claims.contains().stream().map(text -> () -> assertContains(text, ran)),
                claims.lacks().stream().map(text -> () -> assertLacks(text, ran)),
                claims.matches().stream()
                    .map(
                        pattern ->
                            () ->
                                assertTrue(
                                    pattern.matcher(ran.out()).find(),
                                    () -> "nothing matches " + pattern + " in:\n" + ran.out())),
                Stream.of(() -> assertOneOf(claims, ran)))
            .flatMap(each -> each));
    if (claims.faster().isPresent()) {
      assertFaster(demo, claims.faster().get(), runtime);
    }
  }

  private static void assertEnd(Expectation claims, Ran ran) {
    assertEquals(
        claims.reason(), ran.end().reason().name().toLowerCase(Locale.ROOT), () -> said(ran));
    claims.exit().ifPresent(exit -> assertEquals(exit, ran.end().exit()));
  }

  private static void assertContains(String text, Ran ran) {
    assertTrue(ran.out().contains(text), () -> "no \"" + text + "\" in:\n" + said(ran));
  }

  private static void assertLacks(String text, Ran ran) {
    assertFalse(said(ran).contains(text), () -> "\"" + text + "\" is in:\n" + said(ran));
  }

  private static void assertOneOf(Expectation claims, Ran ran) {
    assertTrue(
        claims.outputs().isEmpty() || claims.outputs().contains(ran.out()),
        () -> "not one of the outputs claimed:\n" + ran.out());
  }

  /** Holds it to the best of some tries: other programs may take a core away meanwhile. */
  private static void assertFaster(Demo demo, Expectation.Faster claim, PythonRuntime runtime)
      throws RunRefused, InterruptedException {
    var folder = demo.id().substring(0, demo.id().lastIndexOf('/') + 1);
    var other = COURSE.demo(folder + claim.demo()).orElseThrow();
    double best = 0;
    for (int i = 0; i < TRIES && best < claim.factor(); i++) {
      double ours = runNow(demo, runtime).end().wallMs();
      best = Math.max(best, runNow(other, runtime).end().wallMs() / ours);
    }
    assertTrue(
        best >= claim.factor(),
        claim.demo() + " took at best " + best + " times as long as " + demo.name());
  }

  private Ran run(Demo demo, PythonRuntime runtime) throws RunRefused, InterruptedException {
    var key = demo.id() + " " + runtime.name();
    var known = done.get(key);
    if (known == null) {
      known = runNow(demo, runtime);
      done.put(key, known);
    }
    return known;
  }

  private static Ran runNow(Demo demo, PythonRuntime runtime)
      throws RunRefused, InterruptedException {
    var network = demo.network() ? Network.DEMO : Network.NONE;
    var request = new RunRequest(demo.code(), runtime.name(), "demos", "net", "", network);
    return Ran.ended(RUNNER.submit(request));
  }

  private static String said(Ran ran) {
    return ran.out() + ran.err();
  }
}
