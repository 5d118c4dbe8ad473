package interleave.schedule;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an exploration holds fixed, or has no model of. The engine's assumptions.py finds it. */
final class Assumptions {
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

  /** Those of an end of an exploration, as a sentence; empty when nothing is known of them. */
  static String words(JsonNode end) {
    var parts =
        end.path("assumptions")
            .valueStream()
            .map(each -> each.asString(""))
            .map(each -> WORDS.getOrDefault(each, each))
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? "" : "Held fixed or not modelled: " + parts + ".";
  }
}
