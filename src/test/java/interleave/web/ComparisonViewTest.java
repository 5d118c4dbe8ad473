package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.course.Html;
import interleave.course.Recording;
import interleave.run.PythonRuntime;
import interleave.run.Runner.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which comparisons a page offers: of runs here and now, and of recorded runs. */
final class ComparisonViewTest {
  private static final Status READY = new Status.Ready("paper");
  private static final Status AWAY = new Status.Unavailable("No sandbox.");

  @Test
  void one_demo_is_compared_on_two_pythons_or_more() {
    var demo = demo(List.of(), "3.11", "3.14");

    assertEquals(
        offers(true, true, "Python 3.11", "Python 3.14"), of(READY, List.of("3.11", "3.14"), demo));
    assertEquals(
        offers(false, true, "Python 3.11", "3.14 recorded"), of(READY, List.of("3.11"), demo));
    assertEquals(offers(false, true, "3.11 recorded", "3.14 recorded"), of(AWAY, List.of(), demo));
    assertEquals(
        offers(false, false, "Python 3.11"), of(READY, List.of("3.11"), demo(List.of(), "3.11")));
  }

  @Test
  void several_demos_are_compared_on_the_pythons_that_they_share() {
    var anywhere = demo(List.of(), "3.11", "3.13t", "3.14");
    var newer = demo(List.of("3.13t", "3.14"), "3.13t", "3.14");

    assertEquals(
        offers(true, true, "Python 3.14", "3.13t recorded"),
        of(READY, List.of("3.11", "3.14"), anywhere, newer));
    assertEquals(
        offers(false, true, "3.13t recorded", "3.14 recorded"),
        of(READY, List.of("3.11"), anywhere, newer));
  }

  @Test
  void recorded_runs_of_some_of_the_demos_are_not_compared() {
    assertEquals(
        offers(true, false, "Python 3.11"),
        of(READY, List.of("3.11"), demo(List.of(), "3.11"), demo(List.of())));
  }

  @Test
  void demos_about_different_pythons_are_compared_each_on_its_own() {
    var one = demo(List.of("3.11"), "3.11");
    var other = demo(List.of("3.13t"), "3.13t");

    assertEquals(offers(true, true), of(READY, List.of("3.11", "3.13t"), one, other));
    assertEquals(offers(false, true), of(READY, List.of("3.11"), one, other));
    assertEquals(offers(false, false), of(AWAY, List.of(), one, demo(List.of("3.13t"))));
  }

  /** What a page offers: whether runs of now, whether recorded runs, and what its menu says. */
  private record Offers(boolean runs, boolean recorded, List<String> pythons) {}

  private static Offers offers(boolean runs, boolean recorded, String... pythons) {
    return new Offers(runs, recorded, List.of(pythons));
  }

  private static Offers of(Status status, List<String> installed, Demo... demos) {
    var runtimes = installed.stream().map(name -> new PythonRuntime(name, name + ".2")).toList();
    var view = ComparisonView.of(List.of(demos), runtimes, status);
    assertEquals(view.runs() || view.recorded(), view.possible());
    return new Offers(
        view.runs(), view.recorded(), view.pythons().stream().map(RuntimeChoice::label).toList());
  }

  private static Demo demo(List<String> about, String... recorded) {
    return new Demo(
        "a/b/c",
        "c",
        "One",
        Demo.Mode.RUN,
        "",
        new Html(""),
        false,
        about,
        Expectation.none(),
        Stream.of(recorded).map(ComparisonViewTest::recording).toList(),
        Optional.empty(),
        Optional.empty());
  }

  private static Recording recording(String runtime) {
    return new Recording(runtime, runtime, LocalDate.of(2026, 11, 20), 2, List.of(), "{}");
  }
}
