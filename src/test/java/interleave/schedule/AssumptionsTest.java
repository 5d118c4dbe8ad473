package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine holds fixed has a name on the page, and is the same each time. */
@Timeout(120)
class AssumptionsTest extends OnEachPython {
  private static final String ALL =
      """
      import os, random, re, time
      from threading import Condition
      random.shuffle([1, 2])
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
    assertEquals(
        "Random choices among few values were tried, too: an order counts once for each way they"
            + " can go. Held fixed or not modelled: lines (one step each).",
        Assumptions.words(
            explore(
                "import random\nfrom threading import Event\nEvent().set()\nprint(random.choice([1, 2]))",
                Granularity.LINE,
                REDUCED)));
  }

  @Test
  void sets_are_in_the_same_order_each_time() throws Exception {
    var code = "print(*{'a', 'b', 'c', 'd', 'e', 'f'})";
    var first = words(explore(code, Granularity.LINE, FEW));
    assertEquals(1, first.size());
    assertEquals(first, words(explore(code, Granularity.LINE, FEW)));
  }
}
