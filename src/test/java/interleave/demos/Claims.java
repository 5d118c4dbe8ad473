package interleave.demos;

import interleave.course.Demo;
import interleave.course.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds a run of a demo to the claims in the demo's header. */
public final class Claims {
  private Claims() {}

  /** Runs another demo, or looks its run up. */
  @FunctionalInterface
  interface Others {
    /**
     * The run of another demo on the same Python.
     *
     * @param id {@code chapter/lesson/name}
     */
    Outcome outcome(String id) throws Exception;
  }

  /**
   * Which claims a run that is to be kept does not hold, that of its speed among them: a sentence
   * for each.
   *
   * @param gil whether the Python that it ran on has a global lock
   */
  static List<String> brokenWithSpeed(Demo demo, Outcome outcome, boolean gil, Others others)
      throws Exception {
    var broken = broken(demo, outcome, gil);
    var claim = demo.expectation().faster();
    if (claim.isPresent() && (gil || !demo.expectation().gil())) {
      var other = claim.get().demo();
      var folder = demo.id().substring(0, demo.id().lastIndexOf('/') + 1);
      double factor =
          (double) others.outcome(folder + other).wallMs() / Math.max(1, outcome.wallMs());
      if (factor < claim.get().factor()) {
        broken.add(other + " took only " + factor + " times as long as " + demo.name());
      }
    }
    return broken;
  }

  /**
   * Which claims a run does not hold, but for that of its speed: whatever else the machine does has
   * a part in that.
   *
   * @param gil whether the Python that it ran on has a global lock
   */
  public static List<String> broken(Demo demo, Outcome outcome, boolean gil) {
    var claims = demo.expectation();
    var broken = new ArrayList<>(brokenAtTheEnd(claims, outcome));
    if (claims.gil() && !gil) {
      return broken;
    }
    for (var text : claims.contains()) {
      hold(broken, outcome.out().contains(text), "no \"" + text + "\" in", said(outcome));
    }
    for (var text : claims.lacks()) {
      hold(broken, !said(outcome).contains(text), "\"" + text + "\" is in", said(outcome));
    }
    for (var pattern : claims.matches()) {
      hold(
          broken,
          pattern.matcher(outcome.out()).find(),
          "nothing matches " + pattern + " in",
          outcome.out());
    }
    hold(
        broken,
        claims.outputs().isEmpty() || claims.outputs().contains(outcome.out()),
        "not one of the outputs claimed",
        outcome.out());
    return broken;
  }

  private static List<String> brokenAtTheEnd(Expectation claims, Outcome outcome) {
    var broken = new ArrayList<String>();
    hold(
        broken,
        claims.reason().equals(outcome.reason()),
        "it ended with " + outcome.reason() + ", not " + claims.reason(),
        said(outcome));
    claims
        .exit()
        .ifPresent(
            exit ->
                hold(
                    broken,
                    Objects.equals(exit, outcome.exit()),
                    "its exit code is " + outcome.exit() + ", not " + exit,
                    said(outcome)));
    return broken;
  }

  private static void hold(List<String> broken, boolean holds, String what, String said) {
    if (!holds) {
      broken.add(what + ":\n" + said);
    }
  }

  private static String said(Outcome outcome) {
    return outcome.out() + outcome.err();
  }
}
