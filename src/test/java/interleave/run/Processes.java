package interleave.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes of this machine. */
public final class Processes {
  private static final int BETWEEN_LOOKS_MS = 5;

  private Processes() {}

  /** What is asked of them again and again. */
  @FunctionalInterface
  public interface Question {
    boolean answer() throws IOException;
  }

  /** Waits until the answer is yes. They are no children of ours, so that nothing tells of them. */
  public static void await(Question question) throws IOException, InterruptedException {
    while (!question.answer()) {
      Thread.sleep(BETWEEN_LOOKS_MS);
    }
  }

  /** How many have this among their arguments. */
  public static long with(String argument) throws IOException {
    long found = 0;
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var process : processes) {
        try {
          found += Files.readString(process.resolve("cmdline")).contains(argument) ? 1 : 0;
        } catch (IOException _) {
          // It ended while we looked.
        }
      }
    }
    return found;
  }

  /** Whether one runs; one that has ended and is only not collected yet does not. */
  public static boolean live(ProcessHandle process) {
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0;
    } catch (IOException _) {
      return false;
    }
  }
}
