package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.Limits;
import interleave.run.sandbox.RunTimes.Late;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTimesTest {
  private static final Limits LIMITS = new Limits(20_000, 8_000, 1 << 20, 4, 1024, 1024);

  private long now = 1;
  private final RunTimes times = new RunTimes(() -> now);

  @Test
  void a_sandbox_is_given_ten_seconds_to_begin() {
    assertEquals(Optional.empty(), lateAfter(10));
    assertEquals(Optional.of(Late.BEGINNING), lateAfter(0.1));
    times.launched();
    assertEquals(Optional.empty(), lateAfter(10));
  }

  @Test
  void a_program_is_given_its_time_whatever_was_measured() {
    times.began();
    for (int second = 0; second < 20; second++) {
      assertEquals(Optional.empty(), lateAfter(1));
      times.measured();
    }
    assertEquals(Optional.of(Late.END), lateAfter(0.1));
  }

  @Test
  void one_that_cannot_be_measured_for_five_seconds_cannot_be_held_to_its_limits() {
    times.began();
    assertEquals(Optional.empty(), lateAfter(5));
    assertEquals(Optional.of(Late.MEASUREMENT), lateAfter(0.1));
    times.measured();
    assertEquals(Optional.empty(), lateAfter(5));
  }

  @Test
  void what_was_killed_or_has_ended_is_given_five_seconds_to_be_gone() {
    times.began();
    times.ending();
    assertEquals(Optional.empty(), lateAfter(3));
    times.exited();
    assertEquals(Optional.empty(), lateAfter(2));
    assertEquals(Optional.of(Late.DEPARTURE), lateAfter(0.1));
  }

  @Test
  void time_is_told_from_the_programs_beginning_to_the_sandboxs_end() {
    lateAfter(3);
    times.began();
    lateAfter(1.5);
    times.exited();
    lateAfter(1);
    assertEquals(1500, times.wallMs());
  }

  private Optional<Late> lateAfter(double seconds) {
    now += Math.round(seconds * 1e9);
    return times.late(LIMITS);
  }
}
