package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of schedules; whether one fits a program is told by the engine. */
class ScheduleTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.3-2-1.2", "r0", "r1-1-r2.3", "999.99999"})
  void these_are_schedules(String text) {
    assertTrue(Schedule.of(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"r", "r12", "R1", "1r", "1-", "-r1", "1.r2", "r1.", "r-1", " r1"})
  void these_are_none(String text) {
    assertTrue(Schedule.of(text).isEmpty());
  }
}
