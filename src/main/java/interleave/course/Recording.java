package interleave.course;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A run of a demo that was kept, to be shown where the demo cannot be run.
 *
 * @param runtime what demos call the interpreter, such as {@code 3.11}
 * @param python its version in full, such as {@code 3.11.2}
 * @param recorded the day of the run, in UTC
 * @param cores how many cores it could use, at least 1
 * @param printed what it wrote, line by line in the order of writing
 * @param json the whole recording with all its events, as it is kept and served
 */
public record Recording(
    String runtime, String python, LocalDate recorded, int cores, List<Line> printed, String json) {
  public Recording {
    printed = List.copyOf(printed);
  }

  /**
   * A line of output, or a piece of one when another task wrote before its end.
   *
   * @param t when it began, in microseconds since the start of the program
   * @param task the name of the thread or process that wrote it, as pages show it
   * @param error whether it was written to standard error
   * @param text without the end of the line
   */
  public record Line(long t, String task, boolean error, String text) {}

  /** What tells whether a recording is of this program: the SHA-256 of its UTF-8, in hex. */
  public static String fingerprint(String code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
