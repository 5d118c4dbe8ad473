package interleave.web;

import interleave.course.Demo;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import java.util.List;

/**
 * How a page compares demos with one another, or one demo on several Pythons.
 *
 * @param pythons what all of the demos offer
 * @param runs whether there are at least two runs to measure here and now
 * @param recorded whether there are at least two recorded runs
 */
public record ComparisonView(List<RuntimeChoice> pythons, boolean runs, boolean recorded) {
  /**
   * How these demos are compared.
   *
   * @param demos at least one; if it is one, its Pythons are compared
   * @param runtimes what is installed
   */
  public static ComparisonView of(
      List<Demo> demos, List<PythonRuntime> runtimes, Runner.Status status) {
    if (!demos.stream().allMatch(Demo::runs)) {
      // What is stepped in the lab takes no time that could be compared.
      return new ComparisonView(List.of(), false, false);
    }
    var pythons = RuntimeChoice.of(demos, runtimes, status);
    long run = pythons.stream().filter(RuntimeChoice::runs).count();
    long recorded = pythons.stream().filter(RuntimeChoice::recorded).count();
    if (demos.size() == 1) {
      return new ComparisonView(pythons, run > 1, recorded > 1);
    }
    if (!pythons.isEmpty()) {
      return new ComparisonView(pythons, run > 0, recorded > 0);
    }
    // Demos that are each about another Python are compared all the same, each on its own.
    return new ComparisonView(
        pythons,
        demos.stream().allMatch(demo -> runs(demo, runtimes, status)),
        demos.stream().noneMatch(demo -> demo.recordings().isEmpty()));
  }

  /** Whether there is anything to compare. */
  public boolean possible() {
    return runs || recorded;
  }

  private static boolean runs(Demo demo, List<PythonRuntime> runtimes, Runner.Status status) {
    return RuntimeChoice.of(demo, runtimes, status).stream().anyMatch(RuntimeChoice::runs);
  }
}
