package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteLimitsTest {
  private static final int RUNS_PER_MINUTE = 60;

  private long nanos = 17;
  private final WriteLimits limits = new WriteLimits(RUNS_PER_MINUTE, () -> nanos);

  @ParameterizedTest
  @EnumSource
  void an_address_gets_what_it_may_and_then_waits_and_no_other_does(WriteAllowance allowance) {
    var wanted = Set.of(allowance);
    for (int i = 0; i < allowance.most(RUNS_PER_MINUTE); i++) {
      assertEquals(Optional.empty(), limits.take(wanted, "here"));
    }
    var wait = limits.take(wanted, "here").orElseThrow();
    assertTrue(wait.isPositive());
    assertEquals(Optional.empty(), limits.take(wanted, "there"));
    nanos += wait.toNanos();
    assertEquals(Optional.empty(), limits.take(wanted, "here"));
    assertTrue(limits.take(wanted, "here").isPresent());
  }

  @Test
  void when_one_is_used_up_nothing_is_taken_of_the_others() {
    var newcomer = EnumSet.of(WriteAllowance.NEWCOMER);
    int most = WriteAllowance.NEWCOMER.most(RUNS_PER_MINUTE);
    for (int i = 0; i < most; i++) {
      assertEquals(Optional.empty(), limits.take(newcomer, "here"));
    }
    var both = EnumSet.of(WriteAllowance.NEWCOMER, WriteAllowance.ANSWER);
    for (int i = 0; i < 2000; i++) {
      assertTrue(limits.take(both, "here").isPresent());
    }
    assertEquals(Optional.empty(), limits.take(EnumSet.of(WriteAllowance.ANSWER), "here"));
  }

  @Test
  void a_class_of_30_is_let_in_at_once_with_many_answers_each() {
    assertTrue(WriteAllowance.NEWCOMER.most(RUNS_PER_MINUTE) >= 30 * 5);
    assertTrue(WriteAllowance.ANSWER.most(RUNS_PER_MINUTE) >= 30 * 20);
    assertTrue(WriteAllowance.ANSWER.time().compareTo(Duration.ofMinutes(1)) <= 0);
    assertTrue(WriteAllowance.PROGRAM.most(RUNS_PER_MINUTE) >= 30 * 20);
  }
}
