package interleave.run.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * Adds up from /proc (proc(5)) what all processes of a sandbox use. Exact enough to enforce limits
 * within a few tens of milliseconds, on any machine and without rights.
 */
final class Meter {
  /** What is used now; {@code tasks} counts threads, a process's first one included. */
  record Usage(long cpuMs, long memoryBytes, int tasks) {}

  private static final long MS_PER_TICK = 10;
  private static final long PAGE_BYTES = 4096;

  /** Fields of /proc/pid/stat after the name in brackets. */
  private static final int USER_TICKS = 11;

  private static final int CHILDREN_TICKS = 13;
  private static final int LAST_TICKS = 14;
  private static final int THREADS = 17;

  private static final int ALWAYS_SHARED_OUT = 16;

  private final Descendants inside;

  /** For the sandbox that this process, bubblewrap's outer one, holds. */
  Meter(int bubblewrap) {
    this.inside = new Descendants(bubblewrap);
  }

  /**
   * Looks now. Memory that processes share counts once, unless they are many and even the plain sum
   * of what they have is within the limit: to ask takes time.
   */
  Usage look(long memoryLimit) {
    long ticks = 0;
    long memory = 0;
    int tasks = 0;
    var processes = inside.now();
    // The first is bubblewrap's own; of it only what it collected from orphans counts.
    for (int i = 0; i < processes.size(); i++) {
      var stat = fields(ProcFile.read(processes.get(i), "stat"));
      if (stat.size() <= THREADS) {
        continue;
      }
      for (int field = i == 0 ? CHILDREN_TICKS : USER_TICKS; field <= LAST_TICKS; field++) {
        ticks += Long.parseLong(stat.get(field));
      }
      if (i > 0) {
        tasks += Integer.parseInt(stat.get(THREADS));
        memory += residentBytes(processes.get(i));
      }
    }
    boolean few = processes.size() > 2 && processes.size() <= 1 + ALWAYS_SHARED_OUT;
    if (few || memory > memoryLimit) {
      memory = processes.stream().skip(1).mapToLong(Meter::proportionalBytes).sum();
    }
    return new Usage(ticks * MS_PER_TICK, memory, tasks);
  }

  private static long residentBytes(int process) {
    var statm = split(ProcFile.read(process, "statm"));
    return statm.size() < 2 ? 0 : Long.parseLong(statm.get(1)) * PAGE_BYTES;
  }

  private static long proportionalBytes(int process) {
    return ProcFile.read(process, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseGet(() -> residentBytes(process));
  }

  /** The name may hold spaces and brackets: fields begin after its last bracket. */
  private static List<String> fields(String stat) {
    return split(stat.substring(stat.lastIndexOf(')') + 1));
  }

  private static List<String> split(String text) {
    return Stream.of(text.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
