package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private long nanos = 17;
  private final Allowance allowance = new Allowance(3, () -> nanos);

  @Test
  void a_minutes_runs_may_be_taken_at_once_and_then_one_in_twenty_seconds() {
    for (int run = 0; run < 3; run++) {
      assertEquals(Duration.ZERO, allowance.untilNext("a"));
      allowance.take("a");
    }
    assertEquals(Duration.ofSeconds(20), allowance.untilNext("a"));
    assertEquals(Duration.ZERO, allowance.untilNext("b"));
  }

  @Test
  void the_wait_that_is_told_is_enough_and_a_nanosecond_less_is_not() {
    for (int run = 0; run < 3; run++) {
      allowance.take("a");
    }
    nanos += allowance.untilNext("a").toNanos() - 1;
    assertEquals(Duration.ofNanos(1), allowance.untilNext("a"));
    nanos++;
    assertEquals(Duration.ZERO, allowance.untilNext("a"));
  }

  @Test
  void a_key_that_has_all_its_runs_back_is_forgotten() {
    allowance.take("a");
    allowance.take("b");
    assertEquals(2, allowance.size());
    nanos += Duration.ofSeconds(20).toNanos();
    allowance.take("c");
    assertEquals(1, allowance.size());
  }

  @Test
  void of_too_many_keys_the_one_used_longest_ago_is_forgotten() {
    for (int key = 0; key <= Allowance.MOST_KEYS + 100; key++) {
      allowance.take("key" + key);
      assertTrue(allowance.size() <= Allowance.MOST_KEYS);
    }
  }
}
