package interleave.web;

/** How a trace names what it shows. */
final class TraceWords {
  private TraceWords() {}

  /** What a wait is called, by the word that events have for it. */
  static String wait(String word) {
    return switch (word) {
      case "gil" -> "GIL";
      case "lock",
          "sleep",
          "join",
          "queue",
          "event",
          "condition",
          "semaphore",
          "barrier",
          "result",
          "pipe",
          "socket",
          "io",
          "process",
          "thread" ->
          word;
      default -> "waiting";
    };
  }

  /** The first line of what was written, cut to so many characters. */
  static String firstLine(String text, int most) {
    var line = text.lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      return "(blank)";
    }
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most));
  }
}
