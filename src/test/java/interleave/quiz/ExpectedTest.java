package interleave.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.course.Prediction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  private static final Prediction.Answer CHOICE =
      new Prediction.Choice(List.of("To 8", "To 16"), "To 16");
  private static final Prediction.Answer AMOUNT = new Prediction.Amount("cores", 1, 0.2);
  private static final Prediction.Answer MEASURED =
      new Prediction.Measured(Prediction.Measure.WALL, 0.1);

  @Test
  void a_choice_is_right_or_not() {
    assertEquals(decided("To 16", "To 16", true), of(CHOICE, "To 16"));
    assertEquals(decided("To 8", "To 16", false), of(CHOICE, "To 8"));
    assertEquals(Optional.empty(), of(CHOICE, "to 16"));
  }

  @Test
  void a_number_is_right_up_to_its_tolerance() {
    assertEquals(decided("1.2 cores", "1 core", true), of(AMOUNT, "1.2"));
    assertEquals(decided("1.21 cores", "1 core", false), of(AMOUNT, "1.21"));
    assertEquals(decided("0.8 cores", "1 core", true), of(AMOUNT, " 0,80 "));
    assertEquals(decided("1 core", "1 core", true), of(AMOUNT, "1.0"));
  }

  @Test
  void what_is_no_number_is_no_answer() {
    for (var typed : List.of("", "two", "NaN", "1e9", "1.", "0x1", "1234567890", "1 2", "--1")) {
      assertEquals(Optional.empty(), of(AMOUNT, typed), typed);
    }
  }

  @Test
  void what_a_run_measures_decides_and_before_it_nothing_does() {
    assertEquals(
        Optional.of(new Expected("0.8 s", Optional.empty(), Optional.empty())),
        of(MEASURED, "0.8"));
    assertEquals(
        decided("0.8 s", "0.9 s", true), Expected.of(MEASURED, "0.8", OptionalDouble.of(0.904)));
    assertEquals(
        decided("0.8 s", "0.91 s", false), Expected.of(MEASURED, "0.8", OptionalDouble.of(0.906)));
  }

  @Test
  void what_was_typed_is_found_again_in_its_words() {
    assertEquals("0.8", Expected.typed(AMOUNT, "0.8 cores"));
    assertEquals("To 16", Expected.typed(CHOICE, "To 16"));
  }

  private static Optional<Expected> of(Prediction.Answer answer, String typed) {
    return Expected.of(answer, typed, OptionalDouble.empty());
  }

  private static Optional<Expected> decided(String text, String came, boolean correct) {
    return Optional.of(new Expected(text, Optional.of(came), Optional.of(correct)));
  }
}
