package interleave.content;

import interleave.course.Expectation;
import interleave.course.Expectation.Faster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a lesson claims of a demo. */
final class Expectations {
  private static final List<String> REASONS =
      List.of("exited", "failed", "stopped", "time", "cpu", "memory", "tasks", "output", "lost");

  private Expectations() {}

  /**
   * Reads the table, or what holds for a demo that has none: it ends with exit code 0.
   *
   * @param isOther whether another demo of this name stands beside this one
   */
  static Expectation of(Optional<TomlTable> table, Predicate<String> isOther) {
    return table.map(toml -> read(toml, isOther)).orElseGet(Expectation::none);
  }

  private static Expectation read(TomlTable toml, Predicate<String> isOther) {
    toml.only(Set.of("reason", "exit", "contains", "lacks", "matches", "outputs", "faster", "gil"));
    String reason = toml.textIfAny("reason").orElse("exited");
    if (!REASONS.contains(reason)) {
      throw toml.problem("reason", "`reason` is to be one of " + String.join(", ", REASONS));
    }
    Optional<Integer> usual = reason.equals("exited") ? Optional.of(0) : Optional.empty();
    return new Expectation(
        reason,
        toml.integer("exit").or(() -> usual),
        toml.texts("contains"),
        toml.texts("lacks"),
        patterns(toml),
        toml.texts("outputs"),
        toml.table("faster").map(faster -> faster(faster, isOther)),
        toml.flag("gil"));
  }

  private static List<Pattern> patterns(TomlTable toml) {
    var patterns = new ArrayList<Pattern>();
    for (String pattern : toml.texts("matches")) {
      try {
        patterns.add(Pattern.compile(pattern, Pattern.MULTILINE));
      } catch (PatternSyntaxException wrong) {
        throw toml.problem(
            "matches[" + patterns.size() + "]",
            "the pattern " + pattern + " is wrong: " + wrong.getDescription());
      }
    }
    return patterns;
  }

  private static Faster faster(TomlTable toml, Predicate<String> isOther) {
    toml.only(Set.of("demo", "factor"));
    String demo = toml.text("demo");
    if (!isOther.test(demo)) {
      throw toml.problem("demo", "there is no other demo " + demo + ".py beside this one");
    }
    double factor =
        toml.number("factor").orElseThrow(() -> toml.missing("factor", "a number such as 1.3"));
    if (!(factor > 0 && Double.isFinite(factor))) {
      throw toml.problem("factor", "`factor` is to be above 0");
    }
    return new Faster(demo, factor);
  }
}
