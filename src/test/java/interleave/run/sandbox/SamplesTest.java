package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Wait;
import interleave.run.sandbox.Samples.Sample;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times are milliseconds since the program began. */
class SamplesTest {
  private static final long MS = 1_000_000;
  private static final Wait SLEEP = new Wait(Cause.SLEEP, null);
  private static final Wait GIL = new Wait(Cause.GIL, null);
  private static final int CORES = 2;
  private static final long LIMIT = 300;

  private final Samples samples = new Samples(CORES, LIMIT * MS);

  @BeforeEach
  void begin() {
    samples.begin(1, "2.2", used(40));
  }

  @Test
  void what_was_used_before_the_program_began_does_not_count() {
    assertEquals(Map.of("2.2", 0.5), look(50, Map.of("2.2", used(65))).get().cpu());
  }

  @Test
  void a_task_that_came_later_counts_from_its_beginning_also_when_it_ended_since() {
    assertEquals(Optional.empty(), look(20, Map.of("2.2", used(40), "3.3", used(10))));
    assertEquals(Map.of("3.3", 0.2), look(50, Map.of("2.2", used(40))).get().cpu());
  }

  @Test
  void rest_is_told_once_and_never_at_first_and_then_when_it_ended() {
    assertEquals(Optional.empty(), look(50, Map.of("2.2", used(40))));
    assertEquals(
        Optional.of(new Sample(50_000L, Map.of("2.2", 1.0), Map.of(), Map.of())),
        look(100, Map.of("2.2", used(90))));
    var rest = Optional.of(new Sample(null, Map.of(), Map.of(), Map.of()));
    assertEquals(rest, look(150, Map.of("2.2", used(90))));
    assertEquals(Optional.empty(), look(200, Map.of("2.2", used(90))));
    var again = new Sample(200_000L, Map.of("2.2", 0.5), Map.of(), Map.of());
    assertEquals(Optional.of(again), look(250, Map.of("2.2", used(115))));
  }

  @Test
  void who_could_have_run_is_told_like_who_did_and_of_cores_there_need_be_no_more() {
    var all = Seen.at(0, 50 * MS);
    var sample = look(50, Map.of("3.3", Seen.at(0, 25 * MS), "4.4", all, "5.5", all));
    assertEquals(Map.of("3.3", 0.5, "4.4", 1.0, "5.5", 1.0), sample.get().ready());
  }

  @Test
  void of_waits_the_most_frequent_is_told_and_only_when_it_is_another() {
    look(1, Map.of("2.2", waiting(GIL)));
    look(20, Map.of("2.2", waiting(SLEEP)));
    var first = look(50, Map.of("2.2", waiting(SLEEP)));
    assertEquals(Map.of("2.2", Optional.of(SLEEP)), first.get().waits());
    assertEquals(Optional.empty(), look(100, Map.of("2.2", waiting(SLEEP))));
    var last = look(150, Map.of("2.2", used(40)));
    assertEquals(Map.of("2.2", Optional.empty()), last.get().waits());
  }

  @Test
  void a_number_that_is_used_again_begins_anew() {
    look(50, Map.of("3.3", waiting(SLEEP)));
    look(100, Map.of("2.2", used(40)));
    var again = look(150, Map.of("3.3", waiting(SLEEP)));
    assertEquals(Map.of("3.3", Optional.of(SLEEP)), again.get().waits());
  }

  @Test
  void the_longest_run_makes_fewer_than_200() {
    long told = 0;
    for (long at = 0; at < 600_000; at += 20) {
      told += look(at, Map.of("2.2", used(at))).isPresent() ? 1 : 0;
    }
    assertTrue(told > 100 && told < 200, "told " + told);
  }

  @Test
  void a_task_that_was_never_looked_at_has_what_it_says_however_little() {
    say("2.3", 3);
    samples.said("2.4", 10_000);
    assertEquals(Map.of("2.3", 0.06, "2.4", 0.0002), look(50, Map.of("2.2", used(40))).get().cpu());
    assertEquals(Map.of("2.2", 1.0), look(100, Map.of("2.2", used(90))).get().cpu());
  }

  @Test
  void of_a_look_and_a_word_the_one_that_says_more_counts_whichever_came_first() {
    look(20, Map.of("2.3", used(10), "2.4", used(5)));
    say("2.3", 12);
    say("2.4", 4);
    assertEquals(Map.of("2.3", 0.24, "2.4", 0.1), look(50, Map.of()).get().cpu());
  }

  @Test
  void a_look_that_began_before_the_last_sample_and_comes_late_tells_nothing_again() {
    say("2.3", 3);
    assertEquals(Map.of("2.3", 0.06), look(50, Map.of("2.2", used(40))).get().cpu());
    var late = new Look(30 * MS, Map.of("2.2", used(40), "2.3", used(2)));
    samples.looked(1 + 51 * MS, late);
    assertEquals(Map.of(), look(100, Map.of("2.2", used(40))).get().cpu());
  }

  @Test
  void a_word_that_comes_late_does_not_tell_again_what_was_seen() {
    look(20, Map.of("2.3", used(8)));
    assertEquals(Map.of("2.3", 0.16), look(50, Map.of()).get().cpu());
    say("2.3", 9);
    assertEquals(Map.of("2.3", 0.02), look(100, Map.of()).get().cpu());
  }

  @Test
  void what_is_charged_late_is_told_with_the_next_sample() {
    assertEquals(Map.of("2.2", 1.0), look(50, Map.of("2.2", used(100))).get().cpu());
    assertEquals(Map.of("2.2", 0.5), look(100, Map.of("2.2", used(115))).get().cpu());
  }

  @Test
  void a_task_that_goes_on_after_its_word_is_not_told_twice() {
    say("2.2", 50);
    assertEquals(Map.of("2.2", 0.2), look(50, Map.of("2.2", used(50))).get().cpu());
    assertEquals(Map.of("2.2", 0.1), look(100, Map.of("2.2", used(55))).get().cpu());
  }

  @Test
  void whatever_tasks_say_none_has_more_than_a_core_and_all_no_more_than_there_are() {
    say("2.3", 100);
    say("2.4", 50);
    say("2.5", 50);
    samples.said("2.6", Long.MIN_VALUE);
    samples.said("2.7", Long.MAX_VALUE);
    var shares = Map.of("2.3", 0.5, "2.4", 0.5, "2.5", 0.5, "2.7", 0.5);
    assertEquals(shares, look(50, Map.of("2.2", used(40))).get().cpu());
  }

  @Test
  void all_words_together_add_no_more_than_the_run_may_use() {
    double told = 0;
    for (int n = 1; n < 40; n++) {
      say("2." + (n + 2), 50);
      var cpu = look(50L * n, Map.of()).map(Sample::cpu).orElse(Map.of());
      told += 50 * cpu.values().stream().mapToDouble(share -> share).sum();
    }
    assertEquals(LIMIT, told);
  }

  @Test
  void who_says_too_much_hides_nothing_of_what_it_does_later() {
    say("2.2", 50_000);
    look(50, Map.of("2.2", used(41)));
    assertEquals(Map.of("2.2", 0.5), look(100, Map.of("2.2", used(66))).get().cpu());
  }

  @Test
  void the_last_sample_is_of_all_the_time_until_the_end() {
    look(50, Map.of("2.2", used(65)));
    say("2.3", 1);
    say("2.2", 70);
    assertEquals(
        Optional.of(new Sample(null, Map.of("2.2", 0.5, "2.3", 0.1), Map.of(), Map.of())),
        last(60));
  }

  @Test
  void who_gives_no_word_went_on_until_its_end_as_between_the_last_two_looks() {
    look(50, Map.of("2.2", used(65), "3.3", used(0)));
    look(70, Map.of("2.2", used(75), "3.3", used(5)));
    end(80, "2.2");
    say("3.3", 6);
    end(80, "3.3");
    assertEquals(Map.of("2.2", 0.38, "3.3", 0.15), last(90).get().cpu());
  }

  @Test
  void also_when_nobody_looked_since_the_last_sample_but_never_twice() {
    look(30, Map.of("2.2", used(65), "3.3", used(0)));
    look(50, Map.of("2.2", used(80), "3.3", used(20)));
    end(60, "3.3");
    assertEquals(Map.of("3.3", 0.2), look(100, Map.of("2.2", used(80))).get().cpu());
    assertEquals(Map.of(), last(120).get().cpu());
  }

  @Test
  void the_last_moments_of_a_rest_are_told_and_begin_where_it_ended() {
    look(50, Map.of("2.2", used(65)));
    look(100, Map.of("2.2", used(65)));
    look(150, Map.of("2.2", used(65)));
    var rest = new Sample(150_000L, Map.of(), Map.of(), Map.of());
    assertEquals(Optional.of(rest), last(160));
  }

  @Test
  void nothing_is_told_of_a_program_that_was_over_before_anybody_looked() {
    assertEquals(Optional.empty(), last(5));
    assertEquals(Optional.empty(), new Samples(1, 1).last(5));
  }

  private Optional<Sample> look(long at, Map<String, Seen> seen) {
    return samples.looked(1 + at * MS, new Look(1 + at * MS, seen));
  }

  private void say(String task, long millis) {
    samples.said(task, millis * MS);
  }

  private void end(long at, String task) {
    samples.ended(1 + at * MS, task);
  }

  private Optional<Sample> last(long at) {
    return samples.last(1 + at * MS);
  }

  private static Seen used(long millis) {
    return Seen.at(millis * MS, 0);
  }

  private static Seen waiting(Wait wait) {
    return new Seen(40 * MS, 0, Optional.of(wait));
  }
}
