package interleave.quiz;

import interleave.course.Prediction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What somebody expects of a demo, and what then came.
 *
 * @param text as a page says it, with its unit
 * @param came what came, likewise; empty while a run has yet to show it
 * @param correct whether both are the same, or near enough; empty with {@code came}
 */
public record Expected(String text, Optional<String> came, Optional<Boolean> correct) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,6})?");

  /**
   * Reads what was typed or chosen and compares it with what is right; empty when it is no answer
   * to the question.
   *
   * @param measured what the learner's run measured, if there was one and if that is asked
   */
  public static Optional<Expected> of(
      Prediction.Answer answer, String typed, OptionalDouble measured) {
    return switch (answer) {
      case Prediction.Choice(var choices, var right) ->
          Optional.of(typed)
              .filter(choices::contains)
              .map(chosen -> decided(chosen, right, chosen.equals(right)));
      case Prediction.Amount(var unit, double right, double tolerance) ->
          number(typed).map(number -> near(number, right, tolerance, unit));
      case Prediction.Measured(var measure, double tolerance) ->
          number(typed)
              .map(
                  number ->
                      measured.isPresent()
                          ? near(number, measured.getAsDouble(), tolerance, measure.unit())
                          : new Expected(
                              say(number, measure.unit()), Optional.empty(), Optional.empty()));
    };
  }

  /** What was typed, of a text that says it with its unit. */
  public static String typed(Prediction.Answer answer, String text) {
    return switch (answer) {
      case Prediction.Choice _ -> text;
      case Prediction.Amount _, Prediction.Measured _ -> text.replaceFirst(" .*", "");
    };
  }

  private static Expected near(BigDecimal number, double right, double tolerance, String unit) {
    var came = BigDecimal.valueOf(right).setScale(2, RoundingMode.HALF_UP);
    var beside = number.subtract(came).abs();
    return decided(
        say(number, unit), say(came, unit), beside.compareTo(BigDecimal.valueOf(tolerance)) <= 0);
  }

  private static Expected decided(String text, String came, boolean correct) {
    return new Expected(text, Optional.of(came), Optional.of(correct));
  }

  private static Optional<BigDecimal> number(String typed) {
    var text = typed.strip();
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }

  private static String say(BigDecimal number, String unit) {
    boolean one = number.compareTo(BigDecimal.ONE) == 0 && unit.length() > 1;
    var counted = one && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return (number.stripTrailingZeros().toPlainString() + " " + counted).strip();
  }
}
