package interleave.run.sandbox;

import java.io.File;
import java.util.List;
import java.util.OptionalLong;

/** The folders in memory that a program can write to (_interleave_template.py mounts them). */
final class SandboxFiles {
  private static final List<String> FOLDERS = List.of("/dev/shm", "/tmp", "/box");

  private SandboxFiles() {}

  /**
   * How much all files in them take, also those that have no name any more (statvfs(3)); empty when
   * no process shows its folders. Nothing inside can lead the way elsewhere: no program can change
   * what stands at the top of its system.
   *
   * @param processes of the sandbox; the first that still is there shows its folders
   */
  static OptionalLong bytes(List<Integer> processes) {
    for (int process : processes) {
      var root = "/proc/" + process + "/root";
      long bytes = 0;
      boolean found = true;
      for (var name : FOLDERS) {
        var folder = new File(root + name);
        long room = folder.getTotalSpace();
        found &= room > 0;
        bytes += room - folder.getFreeSpace();
      }
      if (found) {
        return OptionalLong.of(bytes);
      }
    }
    return OptionalLong.empty();
  }
}
