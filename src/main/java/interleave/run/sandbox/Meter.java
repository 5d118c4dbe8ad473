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

  private final int init;
  private final Descendants inside;

  /**
   * What each process that was seen used itself, by its number and start: one whose parent wants no
   * word of its end (SIGCHLD ignored) is on nobody's account afterwards.
   */
  private final Map<String, Long> ownTicks = new HashMap<>();

  /** For the sandbox whose process 1 this is. */
  Meter(int init) {
    this.init = init;
    this.inside = new Descendants(init);
  }

  /**
   * Looks now. Memory that processes share counts once, unless they are many and even the plain sum
   * of what they have is within the limit: to ask takes time. When there are more processes than
   * tasks may be, nothing else is asked.
   */
  Usage look(long memoryLimit, int taskLimit) {
    var processes = inside.now();
    if (processes.size() > taskLimit) {
      return new Usage(0, 0, processes.size());
    }
    // Of process 1 only what it collected from orphans counts.
    long ticks = ticks(fields(ProcFile.read(init, "stat")), CHILDREN_TICKS);
    long memory = 0;
    int tasks = 0;
    for (int process : processes) {
      var stat = fields(ProcFile.read(process, "stat"));
      if (stat.size() > START) {
        ticks += ticks(stat, USER_TICKS);
        ownTicks.put(process + " " + stat.get(START), ownTicks(stat));
        tasks += Integer.parseInt(stat.get(THREADS));
        memory += residentBytes(process);
      }
    }
    boolean few = processes.size() > 1 && processes.size() <= ALWAYS_SHARED_OUT;
    if (few || memory > memoryLimit) {
      memory = processes.stream().mapToLong(Meter::proportionalBytes).sum();
    }
    long seen = ownTicks.values().stream().mapToLong(Long::longValue).sum();
    return new Usage(Math.max(ticks, seen) * MS_PER_TICK, memory, tasks);
  }

  private static long ticks(List<String> stat, int first) {
    long ticks = 0;
    for (int field = first; field <= LAST_TICKS && stat.size() > START; field++) {
      ticks += Long.parseLong(stat.get(field));
    }
    return ticks;
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
