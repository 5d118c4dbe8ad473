package interleave.hostile;

import static java.util.concurrent.TimeUnit.SECONDS;

import interleave.run.RunnerThreads;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is of this server on the machine: to be compared before and after.
 *
 * @param descriptors open in this process
 * @param threads of runners
 * @param heapBytes used after a collection
 * @param children processes below this one
 * @param files of the project, those that are built left out
 */
public record Remains(
    int descriptors, Set<Thread> threads, long heapBytes, List<String> children, Set<Path> files) {
  /** Folders that everybody on a machine can write to. */
  private static final List<Path> COMMON =
      List.of(Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

  public static Remains now() throws IOException {
    System.gc();
    return new Remains(
        entries(Path.of("/proc/self/fd")),
        RunnerThreads.live(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ProcessHandle.current().descendants().map(ProcessHandle::toString).toList(),
        project());
  }

  /** Live processes of sandboxes that have no server any more: they got away. */
  public static List<Integer> strays() throws IOException {
    var users = new HashMap<Integer, Integer>();
    var parents = new HashMap<Integer, Integer>();
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var process : processes) {
        readStatus(process, users, parents);
      }
    }
    return users.keySet().stream()
        .filter(pid -> isSandboxed(users.get(pid)) && parents.getOrDefault(pid, 0) == 1)
        .filter(pid -> !endsSoon(pid))
        .toList();
  }

  /** Files in common folders that belong to a sandbox's user or are named as a program's. */
  public static List<Path> litter() throws IOException {
    var found = new ArrayList<Path>();
    for (var folder : COMMON) {
      try (var files = Files.list(folder)) {
        files.filter(Remains::isLitter).forEach(found::add);
      }
    }
    return found;
  }

  /** The groups of processes (cgroups(7)) that this server has made. */
  public static List<Path> groups() throws IOException {
    var own = "interleave-" + ProcessHandle.current().pid() + "-";
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        Path.of("/sys/fs/cgroup"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
            if (named(folder, own)) {
              found.add(folder);
            }
            return FileVisitResult.CONTINUE;
          }

          // Groups of others come and go.
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException thrown) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException thrown) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** Those of a server beside this one that was killed go by themselves. */
  private static boolean endsSoon(long pid) {
    try {
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().orTimeout(5, SECONDS).join());
      return true;
    } catch (CompletionException _) {
      return false;
    }
  }

  /** The users that sandboxes run as when the server is root. */
  private static boolean isSandboxed(@Nullable Integer user) {
    return user != null && user >= 65_000 && user < 65_500;
  }

  private static boolean named(Path path, String start) {
    return path.getFileName().toString().startsWith(start);
  }

  private static boolean isLitter(Path file) {
    try {
      int owner = (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return isSandboxed(owner) || named(file, "hostile-");
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
        if (line.startsWith("State:\tZ")) {
          return;
        }
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
