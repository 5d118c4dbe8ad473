package interleave.run.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the small files of /proc (proc(5)). */
final class ProcFile {
  private ProcFile() {}

  /**
   * The content of a file about a process, byte for char; empty when the process is gone. A program
   * names its processes as it likes, and a name that is no text must not hide the rest of the file.
   */
  static String read(int pid, String name) {
    try {
      return Files.readString(Path.of("/proc/" + pid, name), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
