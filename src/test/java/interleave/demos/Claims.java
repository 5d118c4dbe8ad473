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
  public interface Others {
    /**
     * The run of another demo on the same Python.
     *
     * @param id {@code chapter/lesson/name}
     */
    Outcome outcome(String id) throws Exception;
  }

  /**
   * Which claims a run does not hold, a sentence for each.
   *
   * @param gil whether the Python that it ran on has a global lock
   */
  public static List<String> broken(Demo demo, Outcome outcome, boolean gil, Others others)
      throws Exception {
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
    if (claims.faster().isPresent()) {
      var claim = claims.faster().get();
      var folder = demo.id().substring(0, demo.id().lastIndexOf('/') + 1);
      double factor =
          (double) others.outcome(folder + claim.demo()).wallMs() / Math.max(1, outcome.wallMs());
      if (factor < claim.factor()) {
        broken.add(claim.demo() + " took only " + factor + " times as long as " + demo.name());
      }
    }
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
