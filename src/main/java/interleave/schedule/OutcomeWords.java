package interleave.schedule;

import tools.jackson.databind.JsonNode;

/** What comes of a program, in the words that follow "it". */
final class OutcomeWords {
  private static final int MOST_SHOWN = 120;

  private OutcomeWords() {}

  static String of(JsonNode outcome) {
    var output = outcome.path("output").asString("");
    var printed = output.isBlank() ? "" : "prints " + excerpt(output);
    var end =
        switch (outcome.path("kind").asString("")) {
          case "deadlock" -> "ends in a deadlock";
          case "stuck" -> "goes on for ever";
          case "error" -> "ends in an error" + told(outcome.path("error").asString(""));
          default -> "";
        };
    if (end.isEmpty()) {
      return printed.isEmpty() ? "prints nothing" : printed;
    }
    return printed.isEmpty() ? end : printed + " and " + end;
  }

  /** One line of a text, cut short. */
  static String excerpt(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= MOST_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + "…";
  }

  private static String told(String error) {
    return error.isBlank() ? "" : ", “" + excerpt(error) + "”";
  }
}
