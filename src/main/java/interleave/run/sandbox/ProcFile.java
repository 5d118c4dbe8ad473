package interleave.run.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the small files and the folders of /proc (proc(5)). */
final class ProcFile {
  private ProcFile() {}

  /**
   * The content of a file about a process, byte for char; empty when the process is gone. A program
   * names its processes as it likes, and a name that is no text must not hide the rest of the file.
   *
   * @throws Starved when it cannot be known
   */
  static String read(int pid, String name) {
    try {
      return Files.readString(Path.of("/proc/" + pid, name), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      Starved.check();
      return "";
    }
  }

  /**
   * The threads of a process, by their numbers as we see them; none when it is gone, and perhaps
   * not all when they end while we look.
   *
   * @throws Starved when they cannot be known
   */
  static List<Integer> threads(int pid) {
    var found = new ArrayList<Integer>();
    try (var folders = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      folders.forEach(folder -> found.add(Integer.parseInt(folder.getFileName().toString())));
    } catch (IOException | DirectoryIteratorException _) {
      Starved.check();
    }
    return found;
  }
}
