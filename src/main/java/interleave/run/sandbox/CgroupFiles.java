package interleave.run.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of a group's folders, one for each hierarchy, has which file: that is the same for all
 * groups of a tier, so it is looked for once. Safe for many threads.
 */
final class CgroupFiles {
  private static final List<String> READ =
      List.of(
          "tasks",
          "memory.max",
          "memory.events",
          "memory.oom_control",
          "memory.peak",
          "memory.max_usage_in_bytes",
          "pids.events",
          "cpu.stat",
          "cpuacct.usage");

  private static final int NOWHERE = -1;

  private final Map<String, Integer> places = new ConcurrentHashMap<>();

  /** Looks for all that will be read, while the folders are sure to be there. */
  void lookUp(List<Path> folders) {
    READ.forEach(file -> find(folders, file));
  }

  /** The file in the first folder that has it; empty when this kernel does not have it. */
  Optional<Path> find(List<Path> folders, String file) {
    int place = places.computeIfAbsent(file, _ -> place(folders, file));
    return place == NOWHERE ? Optional.empty() : Optional.of(folders.get(place).resolve(file));
  }

  private static int place(List<Path> folders, String file) {
    for (int i = 0; i < folders.size(); i++) {
      if (Files.exists(folders.get(i).resolve(file))) {
        return i;
      }
    }
    return NOWHERE;
  }
}
