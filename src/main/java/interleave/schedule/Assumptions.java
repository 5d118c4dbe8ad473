package interleave.schedule;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an exploration holds fixed, or has no model of. The engine's assumptions.py finds it. */
final class Assumptions {
  private static final String DRAWS = "draws";
  private static final String DRAWN =
      "Random choices among few values were tried, too: an order counts once for each way they can"
          + " go. ";

  private static final Map<String, String> WORDS =
      Map.of(
          "random", "random numbers (always the same)",
          "time", "time (it goes on by what the program sleeps)",
          "hashes", "the order of sets",
          "input", "input (there is none)",
          "environment", "the environment and files",
          "text", "exec and eval (one step each)",
          "wake-ups", "spurious wake-ups (there are none)",
          "libraries", "library code (one step for each call)",
          "calls", "calls into C (one step each)",
          "lines", "lines (one step each)");

  private Assumptions() {}

  /** What outcomes depend on that was decided in each way. */
  static String deciding(JsonNode end) {
    return drew(end) ? "the order or on what is drawn" : "the order";
  }

  private static boolean drew(JsonNode end) {
    return end.path("assumptions").valueStream().anyMatch(each -> each.asString("").equals(DRAWS));
  }

  /** Those of an end of an exploration, as a sentence; empty when nothing is known of them. */
  static String words(JsonNode end) {
    var words = end.path("assumptions").valueStream().map(each -> each.asString("")).toList();
    boolean drew = drew(end);
    var held =
        words.stream()
            .filter(each -> !each.equals(DRAWS))
            .map(
                each ->
                    (drew && each.equals("random") ? "other " : "")
                        + WORDS.getOrDefault(each, each))
            .collect(Collectors.joining(", "));
    return ((drew ? DRAWN : "")
            + (held.isEmpty() ? "" : "Held fixed or not modelled: " + held + "."))
        .strip();
  }
}
