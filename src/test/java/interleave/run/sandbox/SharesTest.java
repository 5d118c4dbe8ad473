package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final long MS = 1_000_000;

  private final Shares shares = new Shares();

  @Test
  void what_was_used_before_the_first_look_does_not_count() {
    shares.at(1, Map.of("2.2", 40 * MS));
    assertEquals(Optional.of(Map.of("2.2", 0.5)), shares.at(1 + 50 * MS, Map.of("2.2", 65 * MS)));
  }

  @Test
  void a_task_that_came_later_counts_from_its_beginning_also_when_it_ended_since() {
    shares.at(1, Map.of("2.2", 0L));
    assertEquals(Optional.empty(), shares.at(1 + 20 * MS, Map.of("2.2", 0L, "3.3", 10 * MS)));
    assertEquals(Optional.of(Map.of("3.3", 0.2)), shares.at(1 + 50 * MS, Map.of("2.2", 0L)));
  }

  @Test
  void rest_is_told_once_and_never_at_first() {
    shares.at(1, Map.of("2.2", 0L));
    assertEquals(Optional.empty(), shares.at(1 + 50 * MS, Map.of("2.2", 10_000L)));
    assertEquals(Optional.of(Map.of("2.2", 1.0)), shares.at(1 + 100 * MS, Map.of("2.2", 51 * MS)));
    assertEquals(Optional.of(Map.of()), shares.at(1 + 150 * MS, Map.of("2.2", 51 * MS)));
    assertEquals(Optional.empty(), shares.at(1 + 200 * MS, Map.of("2.2", 51 * MS)));
  }

  @Test
  void the_longest_run_makes_fewer_than_200() {
    long told = 0;
    for (long at = 1; at < 600_000 * MS; at += 20 * MS) {
      told += shares.at(at, Map.of("2.2", at)).isPresent() ? 1 : 0;
    }
    assertTrue(told > 100 && told < 200, "told " + told);
  }
}
