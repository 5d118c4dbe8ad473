package interleave.web;

import interleave.course.Demo;
import interleave.course.Recording;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Python that a demo offers, or that several do which are compared.
 *
 * @param name such as {@code 3.11}; null for none
 * @param recorded whether there is a recorded run on it, of each of them
 */
public record RuntimeChoice(@Nullable String name, State state, boolean recorded) {
  /** For a demo that offers nothing. */
  public static final RuntimeChoice NONE = new RuntimeChoice(null, State.MISSING, false);

  /** Whether programs can be run on it. */
  public enum State {
    RUNS,
    /** It is not installed. */
    MISSING,
    /** Nothing can be run right now. */
    UNAVAILABLE
  }

  /** Of one demo: see the other {@code of}. */
  public static List<RuntimeChoice> of(
      Demo demo, List<PythonRuntime> runtimes, Runner.Status status) {
    return of(List.of(demo), runtimes, status);
  }

  /**
   * What all of these demos offer: first what is installed, in its order, then what there are only
   * recorded runs on.
   *
   * @param demos at least one
   */
  public static List<RuntimeChoice> of(
      List<Demo> demos, List<PythonRuntime> runtimes, Runner.Status status) {
    boolean ready = status instanceof Runner.Status.Ready;
    var installed =
        runtimes.stream()
            .map(PythonRuntime::name)
            .filter(name -> demos.stream().allMatch(demo -> isAbout(demo, name)))
            .toList();
    var recorded =
        demos.getFirst().recordings().stream()
            .map(Recording::runtime)
            .filter(name -> demos.stream().allMatch(demo -> demo.recording(name).isPresent()))
            .toList();
    return Stream.concat(installed.stream(), recorded.stream())
        .distinct()
        .map(
            name ->
                new RuntimeChoice(
                    name,
                    !ready
                        ? State.UNAVAILABLE
                        : installed.contains(name) ? State.RUNS : State.MISSING,
                    recorded.contains(name)))
        .toList();
  }

  private static boolean isAbout(Demo demo, String runtime) {
    return demo.runtimes().isEmpty() || demo.runtimes().contains(runtime);
  }

  public boolean runs() {
    return state == State.RUNS;
  }

  /** Whether one thread at a time runs Python on it. */
  public boolean hasGil() {
    return name == null || PythonRuntime.hasGil(name);
  }

  /** What the menu calls it. */
  public String label() {
    return !runs() && recorded ? name + " recorded" : "Python " + name;
  }

  /** Why it has nothing but a recorded run, in a word for the page's script; null if it runs. */
  public @Nullable String instead() {
    return switch (state) {
      case RUNS -> null;
      case MISSING -> "missing";
      case UNAVAILABLE -> "unavailable";
    };
  }
}
