package interleave.content;

import interleave.course.Prediction;
import interleave.course.Prediction.Measure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a demo asks before its first run. */
final class PredictionReader {
  private static final Set<String> KEYS =
      Set.of("question", "choices", "number", "unit", "answer", "tolerance", "from", "why");
  private static final String MEASURES =
      Arrays.stream(Measure.values()).map(PredictionReader::name).collect(Collectors.joining(", "));

  /** As long as a kept answer may be. */
  private static final int LONGEST_CHOICE = 200;

  private PredictionReader() {}

  static Prediction read(TomlTable toml, ShortTexts texts) {
    toml.only(KEYS);
    var question = texts.html(toml, "question", toml.text("question"));
    var answer = answer(toml);
    return new Prediction(question, answer, texts.html(toml, "why", toml.text("why")));
  }

  private static Prediction.Answer answer(TomlTable toml) {
    boolean number = toml.flag("number");
    if (toml.has("choices") == number) {
      throw toml.problem(
          "choices", "a prediction has either `choices`, or `number = true` for a number");
    }
    if (!number) {
      without(toml, "choices", "unit", "tolerance", "from");
      return choice(toml);
    }
    if (toml.has("answer") == toml.has("from")) {
      throw toml.problem(
          "answer", "a number has either an `answer`, or `from` and what is measured");
    }
    if (toml.has("from")) {
      without(toml, "from", "unit");
      return new Prediction.Measured(measure(toml), tolerance(toml));
    }
    return new Prediction.Amount(toml.textIfAny("unit").orElse(""), right(toml), tolerance(toml));
  }

  private static Prediction.Choice choice(TomlTable toml) {
    List<String> choices = toml.texts("choices");
    if (choices.size() < 2) {
      throw toml.problem("choices", "`choices` is to have at least two texts");
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < choices.size(); i++) {
      String key = "choices[" + i + "]";
      String text = choices.get(i);
      if (text.isBlank() || text.length() > LONGEST_CHOICE) {
        throw toml.problem(key, "a choice has 1 to " + LONGEST_CHOICE + " characters");
      }
      if (!seen.add(text)) {
        throw toml.problem(key, "this choice stands twice in the prediction");
      }
    }
    String right = toml.text("answer");
    if (!choices.contains(right)) {
      throw toml.problem("answer", "`answer` is to be one of the choices, in the same words");
    }
    return new Prediction.Choice(choices, right);
  }

  private static double right(TomlTable toml) {
    return finite(toml, "answer", toml.number("answer").orElseThrow());
  }

  private static double tolerance(TomlTable toml) {
    double tolerance =
        toml.number("tolerance")
            .orElseThrow(() -> toml.missing("tolerance", "a number such as 0.2"));
    if (finite(toml, "tolerance", tolerance) < 0) {
      throw toml.problem("tolerance", "`tolerance` is to be 0 or more");
    }
    return tolerance;
  }

  private static double finite(TomlTable toml, String key, double number) {
    if (!Double.isFinite(number)) {
      throw toml.problem(key, "`" + key + "` is to be a finite number");
    }
    return number;
  }

  private static Measure measure(TomlTable toml) {
    String name = toml.text("from");
    return Arrays.stream(Measure.values())
        .filter(measure -> name(measure).equals(name))
        .findFirst()
        .orElseThrow(() -> toml.problem("from", "`from` is to be one of " + MEASURES));
  }

  private static String name(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }

  private static void without(TomlTable toml, String given, String... keys) {
    for (String key : keys) {
      if (toml.has(key)) {
        throw toml.problem(key, "with `" + given + "` there is no `" + key + "`");
      }
    }
  }
}
