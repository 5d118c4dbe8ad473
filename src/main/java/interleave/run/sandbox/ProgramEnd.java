package interleave.run.sandbox;

import java.util.Optional;
import java.util.regex.Pattern;

/** How the first process of a program ended, in the words of the sandbox's process 1. */
sealed interface ProgramEnd {
  /** With an exit code of its own, 0 to 255. */
  record Exit(int code) implements ProgramEnd {}

  /** By a signal, 1 to 64. */
  record Signal(int number) implements ProgramEnd {}

  Pattern REPORT = Pattern.compile("(exit|signal) (\\d{1,3})");

  /** Reads {@code exit 3} or {@code signal 9}; empty when the sandbox ended before its program. */
  static Optional<ProgramEnd> of(String report) {
    var match = REPORT.matcher(report);
    if (!match.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(match.group(2));
    return Optional.of(match.group(1).equals("exit") ? new Exit(number) : new Signal(number));
  }
}
