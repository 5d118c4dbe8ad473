package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine says that Python's own functions and methods touch: see its effects.py. */
@Timeout(600)
class EffectsTest extends OnEachPython {
  EffectsTest(String runtime) {
    super(runtime);
  }

  /** The driver goes over the tables itself: a row for which it has no call is a fault, too. */
  @Test
  void each_row_of_the_tables_claims_no_less_than_is_touched() throws Exception {
    var result = Comparisons.ofEffects(this::run);
    assertEquals("", String.join("\n", result.faults()));
    assertTrue(result.compared() >= 1_500, result::toString);
  }
}
