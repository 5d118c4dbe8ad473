package interleave.run.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What /proc/pid/status (proc(5)) says of a process.
 *
 * @param inside its number in its own namespace, that is inside the sandbox
 * @param parent the number of its parent as we see it
 * @param name the program's name, at most 15 bytes; wrong UTF-8 in it is replaced
 */
record ProcessStatus(int inside, int parent, String name) {
  /**
   * Reads it; empty when the process is gone. Only line feeds end a line: a name may hold anything
   * else, such as a carriage return and what looks like a field.
   */
  static Optional<ProcessStatus> of(int pid) {
    return parse(ProcFile.read(pid, "status"));
  }

  /** Reads it of one thread of a process. */
  static Optional<ProcessStatus> of(int pid, int thread) {
    return parse(ProcFile.read(pid, "task/" + thread + "/status"));
  }

  private static Optional<ProcessStatus> parse(String status) {
    var lines = List.of(status.split("\n", -1));
    try {
      return Optional.of(
          new ProcessStatus(
              Integer.parseInt(last(lines, "NSpid:")),
              Integer.parseInt(last(lines, "PPid:")),
              utf8(last(lines, "Name:"))));
    } catch (NumberFormatException _) {
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

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
