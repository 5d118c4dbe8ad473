package interleave.run.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds up from /proc (proc(5)) what all processes of a sandbox use. Exact enough to enforce limits
 * within a few tens of milliseconds, on any machine and without rights.
 */
final class Meter {
  /** What is used now; {@code tasks} counts threads, a process's first one included. */
  record Usage(long cpuMs, long memoryBytes, int tasks) {}

  private static final long MS_PER_TICK = 10;

  /** Tables of pages count: a program can make many for pages that cost nothing. */
  private static final Set<String> RESIDENT = Set.of("VmRSS:", "VmPTE:");

  private static final Set<String> PROPORTIONAL = Set.of("Pss:");
  private static final Set<String> TABLES = Set.of("VmPTE:");

  /** Fields of /proc/pid/stat after the name in brackets. */
  private static final int USER_TICKS = 11;

  private static final int CHILDREN_TICKS = 13;
  private static final int LAST_TICKS = 14;
  private static final int THREADS = 17;
  private static final int START = 19;

  private static final int ALWAYS_SHARED_OUT = 16;

  private final Descendants inside;

  /**
   * What each process that was seen used itself, by its number and start: one whose parent wants no
   * word of its end (SIGCHLD ignored) is on nobody's account afterwards.
   */
  private final Map<String, Long> ownTicks = new HashMap<>();

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
      if (stat.size() <= START) {
        continue;
      }
      for (int field = i == 0 ? CHILDREN_TICKS : USER_TICKS; field <= LAST_TICKS; field++) {
        ticks += Long.parseLong(stat.get(field));
      }
      if (i > 0) {
        ownTicks.put(processes.get(i) + " " + stat.get(START), ownTicks(stat));
        tasks += Integer.parseInt(stat.get(THREADS));
        memory += residentBytes(processes.get(i));
      }
    }
    boolean few = processes.size() > 2 && processes.size() <= 1 + ALWAYS_SHARED_OUT;
    if (few || memory > memoryLimit) {
      memory = processes.stream().skip(1).mapToLong(Meter::proportionalBytes).sum();
    }
    long seen = ownTicks.values().stream().mapToLong(Long::longValue).sum();
    return new Usage(Math.max(ticks, seen) * MS_PER_TICK, memory, tasks);
  }

  private static long ownTicks(List<String> stat) {
    return Long.parseLong(stat.get(USER_TICKS)) + Long.parseLong(stat.get(USER_TICKS + 1));
  }

  private static long residentBytes(int process) {
    return kilobytes(ProcFile.read(process, "status"), RESIDENT) * 1024;
  }

  private static long proportionalBytes(int process) {
    long shared = kilobytes(ProcFile.read(process, "smaps_rollup"), PROPORTIONAL);
    long tables = kilobytes(ProcFile.read(process, "status"), TABLES);
    return shared == 0 ? residentBytes(process) : (shared + tables) * 1024;
  }

  /** The sum of some fields. Only line feeds end a line: a name may hold anything else. */
  private static long kilobytes(String text, Set<String> fields) {
    return Stream.of(text.split("\n", -1))
        .filter(line -> fields.contains(line.substring(0, line.indexOf(':') + 1)))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** The name may hold spaces and brackets: fields begin after its last bracket. */
  private static List<String> fields(String stat) {
    return split(stat.substring(stat.lastIndexOf(')') + 1));
  }

  private static List<String> split(String text) {
    return Stream.of(text.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
