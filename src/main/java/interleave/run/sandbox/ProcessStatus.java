package interleave.run.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What /proc/pid/status (proc(5)) says of a process.
 *
 * @param inside its number in its own namespace, that is inside the sandbox
 * @param parent the number of its parent as we see it
 * @param name the program's name, at most 15 bytes
 */
record ProcessStatus(int inside, int parent, String name) {
  /** Reads it; empty when the process is gone. */
  static Optional<ProcessStatus> of(int pid) {
    try {
      var lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
      return Optional.of(
          new ProcessStatus(
              Integer.parseInt(last(lines, "NSpid:")),
              Integer.parseInt(last(lines, "PPid:")),
              last(lines, "Name:")));
    } catch (IOException | UncheckedIOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String last(List<String> lines, String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
