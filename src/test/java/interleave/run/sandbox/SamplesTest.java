package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Wait;
import interleave.run.sandbox.Samples.Sample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final long MS = 1_000_000;
  private static final Wait SLEEP = new Wait(Cause.SLEEP, null);
  private static final Wait GIL = new Wait(Cause.GIL, null);

  private final Samples samples = new Samples();

  @Test
  void what_was_used_before_the_first_look_does_not_count() {
    samples.at(1, Map.of("2.2", used(40)));
    assertEquals(Map.of("2.2", 0.5), samples.at(1 + 50 * MS, Map.of("2.2", used(65))).get().cpu());
  }

  @Test
  void a_task_that_came_later_counts_from_its_beginning_also_when_it_ended_since() {
    samples.at(1, Map.of("2.2", used(0)));
    assertEquals(
        Optional.empty(), samples.at(1 + 20 * MS, Map.of("2.2", used(0), "3.3", used(10))));
    assertEquals(Map.of("3.3", 0.2), samples.at(1 + 50 * MS, Map.of("2.2", used(0))).get().cpu());
  }

  @Test
  void rest_is_told_once_and_never_at_first() {
    samples.at(1, Map.of("2.2", used(0)));
    assertEquals(Optional.empty(), samples.at(1 + 50 * MS, Map.of("2.2", used(0))));
    assertEquals(Map.of("2.2", 1.0), samples.at(1 + 100 * MS, Map.of("2.2", used(51))).get().cpu());
    var rest = Optional.of(new Sample(Map.of(), Map.of(), Map.of()));
    assertEquals(rest, samples.at(1 + 150 * MS, Map.of("2.2", used(51))));
    assertEquals(Optional.empty(), samples.at(1 + 200 * MS, Map.of("2.2", used(51))));
  }

  @Test
  void who_could_have_run_is_told_like_who_did() {
    samples.at(1, Map.of("2.2", new Seen(0, 0, Optional.empty())));
    var sample = samples.at(1 + 50 * MS, Map.of("2.2", new Seen(0, 25 * MS, Optional.empty())));
    assertEquals(Map.of("2.2", 0.5), sample.get().ready());
  }

  @Test
  void of_waits_the_most_frequent_is_told_and_only_when_it_is_another() {
    samples.at(1, Map.of("2.2", waiting(GIL)));
    samples.at(1 + 20 * MS, Map.of("2.2", waiting(SLEEP)));
    var first = samples.at(1 + 50 * MS, Map.of("2.2", waiting(SLEEP)));
    assertEquals(Map.of("2.2", Optional.of(SLEEP)), first.get().waits());
    assertEquals(Optional.empty(), samples.at(1 + 100 * MS, Map.of("2.2", waiting(SLEEP))));
    var last = samples.at(1 + 150 * MS, Map.of("2.2", used(0)));
    assertEquals(Map.of("2.2", Optional.empty()), last.get().waits());
  }

  @Test
  void a_number_that_is_used_again_begins_anew() {
    samples.at(1, Map.of("3.3", waiting(SLEEP)));
    samples.at(1 + 50 * MS, Map.of("3.3", waiting(SLEEP)));
    samples.at(1 + 100 * MS, Map.of("2.2", used(0)));
    var again = samples.at(1 + 150 * MS, Map.of("3.3", waiting(SLEEP)));
    assertEquals(Map.of("3.3", Optional.of(SLEEP)), again.get().waits());
  }

  @Test
  void the_longest_run_makes_fewer_than_200() {
    long told = 0;
    for (long at = 1; at < 600_000 * MS; at += 20 * MS) {
      told += samples.at(at, Map.of("2.2", used(at / MS))).isPresent() ? 1 : 0;
    }
    assertTrue(told > 100 && told < 200, "told " + told);
  }

  private static Seen used(long millis) {
    return new Seen(millis * MS, 0, Optional.empty());
  }

  private static Seen waiting(Wait wait) {
    return new Seen(0, 0, Optional.of(wait));
  }
}
