package interleave.run.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A control group as a folder.
 *
 * @param path where it is
 * @param top whether it is the uppermost that we see of its hierarchy
 * @param named whether it was asked for by name
 */
record CgroupFolder(Path path, boolean top, boolean named) {
  /** Fields of mountinfo (proc_pid_mountinfo(5)). */
  private static final int ROOT = 3;

  private static final int MOUNT_POINT = 4;

  /**
   * Finds our own group, or one by its name; empty when its hierarchy is not mounted or does not
   * have it.
   *
   * @param self a folder with {@code mountinfo} and {@code cgroup} as in {@code /proc/self}
   * @param controller of cgroup v1, such as {@code memory}; empty for v2
   * @param name as in {@code /proc/self/cgroup}; empty for our own
   */
  static Optional<CgroupFolder> find(Path self, String controller, String name) throws IOException {
    var group = name.isEmpty() ? own(self, controller) : Optional.of(name);
    for (var mount : Files.readAllLines(self.resolve("mountinfo"))) {
      var fields = List.of(mount.split(" ", -1));
      if (group.isPresent() && holds(fields, controller)) {
        var folder = below(fields, group.get());
        if (folder.isPresent()) {
          boolean top = folder.get().equals(Path.of(fields.get(MOUNT_POINT)));
          return Optional.of(new CgroupFolder(folder.get(), top, !name.isEmpty()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> own(Path self, String controller) throws IOException {
    return Files.readAllLines(self.resolve("cgroup")).stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> List.of(parts[1].split(",", -1)).contains(controller))
        .map(parts -> parts[2])
        .findFirst();
  }

  private static boolean holds(List<String> mount, String controller) {
    int end = mount.indexOf("-");
    return controller.isEmpty()
        ? mount.get(end + 1).equals("cgroup2")
        : mount.get(end + 1).equals("cgroup")
            && List.of(mount.get(end + 3).split(",", -1)).contains(controller);
  }

  /** Where a mount shows a group; a container may be shown but a part of the hierarchy. */
  private static Optional<Path> below(List<String> mount, String group) {
    var root = Path.of(mount.get(ROOT));
    var wanted = Path.of("/").resolve(group).normalize();
    return wanted.startsWith(root)
        ? Optional.of(Path.of(mount.get(MOUNT_POINT)).resolve(root.relativize(wanted)).normalize())
            .filter(Files::isDirectory)
        : Optional.empty();
  }
}
