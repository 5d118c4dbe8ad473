package interleave.content;

import interleave.course.Challenge;
import interleave.course.Challenge.Level;
import interleave.course.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a demo in the lab asks for. */
final class ChallengeReader {
  private static final Set<String> KEYS =
      Set.of("level", "granularity", "goal", "fix", "good", "check", "threads", "hints");

  private ChallengeReader() {}

  static Challenge read(TomlTable toml, ShortTexts texts) {
    toml.only(KEYS);
    List<String> good = toml.texts("good");
    if (good.isEmpty()) {
      throw toml.missing("good", "the outputs that are right, such as [\"2\\n\"]");
    }
    return new Challenge(
        level(toml),
        byInstruction(toml),
        texts.html(toml, "goal", toml.text("goal")),
        texts.html(toml, "fix", toml.text("fix")),
        good,
        toml.textIfAny("check"),
        threads(toml),
        hints(toml, texts));
  }

  private static Level level(TomlTable toml) {
    return switch (toml.text("level")) {
      case "easy" -> Level.EASY;
      case "medium" -> Level.MEDIUM;
      case "hard" -> Level.HARD;
      default -> throw toml.problem("level", "`level` is to be easy, medium or hard");
    };
  }

  private static boolean byInstruction(TomlTable toml) {
    return switch (toml.textIfAny("granularity").orElse("line")) {
      case "line" -> false;
      case "bytecode" -> true;
      default -> throw toml.problem("granularity", "`granularity` is to be line or bytecode");
    };
  }

  private static int threads(TomlTable toml) {
    double threads = toml.number("threads").orElse(2.0);
    if (threads < 1 || threads > 20 || threads != Math.rint(threads)) {
      throw toml.problem("threads", "`threads` is to be a whole number from 1 to 20");
    }
    return (int) threads;
  }

  private static List<Html> hints(TomlTable toml, ShortTexts texts) {
    List<String> hints = toml.texts("hints");
    if (hints.isEmpty()) {
      throw toml.missing("hints", "one hint or two");
    }
    var found = new ArrayList<Html>();
    for (int i = 0; i < hints.size(); i++) {
      found.add(texts.html(toml, "hints[" + i + "]", hints.get(i)));
    }
    return found;
  }
}
