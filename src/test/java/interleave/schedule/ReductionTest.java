package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The reduction loses no outcome: of programs made for what Python's types do, and of such made at
 * random. {@code src/main/scripts/reduction} compares as many as one likes.
 */
@Timeout(600)
class ReductionTest extends OnEachPython {
  ReductionTest(String runtime) {
    super(runtime);
  }

  @Test
  void of_what_types_and_their_methods_do_no_outcome_is_lost() throws Exception {
    check(Comparisons.ofWalkedTypes(this::run, 0, 4));
  }

  @Test
  void of_random_programs_no_outcome_is_lost() throws Exception {
    check(Comparisons.ofRandomPrograms(this::run, 0, 6));
  }

  @Test
  void of_random_programs_that_wait_no_outcome_is_lost() throws Exception {
    check(Comparisons.ofRandomWaits(this::run, 0, 6));
  }

  private static void check(Comparisons.Result result) {
    assertEquals("", String.join("\n", result.faults()));
    assertTrue(result.compared() >= 50, result::toString);
    assertTrue(result.differing() >= 25, result::toString);
  }
}
