package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the engine holds fixed has a name on the page. */
class AssumptionsTest extends OnEachPython {
  private static final String ALL =
      """
      import os, random, re, time
      from threading import Condition
      def never():
          {1}
          exec("1")
          input()
      print(1)
      """;

  AssumptionsTest(String runtime) {
    super(runtime);
  }

  @Test
  void each_is_named() throws Exception {
    assertEquals(
        "Held fixed or not modelled: random numbers (always the same), time (it goes on by what the"
            + " program sleeps), input (there is none), the environment and files, exec and eval"
            + " (one step each), spurious wake-ups (there are none), the order of sets, library"
            + " code (one step for each call), lines (one step each).",
        Assumptions.words(explore(ALL, Granularity.LINE, REDUCED)));
    assertEquals(
        "Held fixed or not modelled: calls into C (one step each).",
        Assumptions.words(explore("print(1)", Granularity.BYTECODE, REDUCED)));
  }
}
