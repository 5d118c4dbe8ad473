package interleave.hostile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is of this server on the machine: to be compared before and after.
 *
 * @param descriptors open in this process
 * @param threads of this process
 * @param heapBytes used after a collection
 * @param children processes below this one
 * @param files of the project, those that are built left out
 */
record Remains(
    int descriptors, int threads, long heapBytes, List<String> children, Set<Path> files) {
  /** The users that sandboxes run as when the server is root. */
  private static final Predicate<Integer> SANDBOXED = user -> user >= 65_000 && user < 65_500;

  /** Folders that everybody on a machine can write to. */
  private static final List<Path> COMMON =
      List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

  static Remains now() throws IOException {
    System.gc();
    return new Remains(
        entries(Path.of("/proc/self/fd")),
        entries(Path.of("/proc/self/task")),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ProcessHandle.current().descendants().map(ProcessHandle::toString).toList(),
        project());
  }

  /** Processes of sandboxes that no server has started, or none any more: they got away. */
  static List<Integer> strays() throws IOException {
    var users = new HashMap<Integer, Integer>();
    var parents = new HashMap<Integer, Integer>();
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var process : processes) {
        readStatus(process, users, parents);
      }
    }
    return users.keySet().stream()
        .filter(pid -> SANDBOXED.test(users.get(pid)) && parents.getOrDefault(pid, 0) == 1)
        .toList();
  }

  /** Files in common folders that belong to a sandbox's user or are named as a program's. */
  static List<Path> litter() throws IOException {
    var found = new ArrayList<Path>();
    for (var folder : COMMON) {
      try (var files = Files.list(folder)) {
        files.filter(Remains::isLitter).forEach(found::add);
      }
    }
    return found;
  }

  /** How many groups of processes (cgroups(7)) this server has made. */
  static long groups() throws IOException {
    var own = "interleave-" + ProcessHandle.current().pid();
    try (var folders = Files.find(Path.of("/sys/fs/cgroup"), 6, (path, _) -> named(path, own))) {
      return folders.count();
    }
  }

  private static boolean named(Path path, String start) {
    return path.getFileName().toString().startsWith(start);
  }

  private static boolean isLitter(Path file) {
    try {
      int owner = (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return SANDBOXED.test(owner) || named(file, "hostile-");
    } catch (IOException _) {
      return false;
    }
  }

  private static void readStatus(
      Path process, Map<Integer, Integer> users, Map<Integer, Integer> parents) {
    try {
      int pid = Integer.parseInt(process.getFileName().toString());
      for (var line : Files.readAllLines(process.resolve("status"))) {
        var words = List.of(line.split("\\s+", -1));
        switch (words.getFirst()) {
          case "Uid:" -> users.put(pid, Integer.parseInt(words.get(1)));
          case "PPid:" -> parents.put(pid, Integer.parseInt(words.get(1)));
          default -> {}
        }
      }
    } catch (IOException _) {
      // It ended while we looked, or its name is no text.
    }
  }

  private static int entries(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  private static Set<Path> project() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      var found = new TreeSet<Path>();
      files
          .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
          .forEach(found::add);
      return found;
    }
  }
}
