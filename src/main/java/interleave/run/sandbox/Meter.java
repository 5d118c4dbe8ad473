package interleave.run.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adds up from /proc (proc(5)) what all processes of a sandbox use. Exact enough to enforce limits
 * within a few tens of milliseconds, on any machine and without rights.
 */
final class Meter {
  /** What is used now; {@code tasks} counts threads, a process's first one included. */
  record Usage(long cpuMs, MemoryUse memory, int tasks) {}

  private static final long MS_PER_TICK = 10;

  /** Fields of /proc/pid/stat after the name in brackets. */
  private static final int USER_TICKS = 11;

  private static final int CHILDREN_TICKS = 13;
  private static final int LAST_TICKS = 14;
  private static final int THREADS = 17;
  private static final int START = 19;

  private final int init;
  private final Tier.CountedMemory counted;
  private final Descendants inside;
  private final MemoryMeter memory;

  /**
   * What each process that was seen used itself, by its number and start: one whose parent wants no
   * word of its end (SIGCHLD ignored) is on nobody's account afterwards.
   */
  private final Map<String, Long> ownTicks = new HashMap<>();

  /**
   * Meters nothing yet.
   *
   * @param init the sandbox's process 1
   * @param counted what of its memory the kernel counts, and is not metered
   */
  Meter(int init, Tier.CountedMemory counted) {
    this.init = init;
    this.counted = counted;
    this.inside = new Descendants(init);
    this.memory = new MemoryMeter(init);
  }

  /** Looks now. When there are more processes than tasks may be, nothing else is asked. */
  Usage look(long memoryLimit, int taskLimit) {
    var processes = inside.now();
    if (processes.size() > taskLimit) {
      return new Usage(0, MemoryUse.UNKNOWN, processes.size());
    }
    // Of process 1 only what it collected from orphans counts.
    long ticks = ticks(fields(init), CHILDREN_TICKS);
    int tasks = 0;
    for (int process : processes) {
      var stat = fields(process);
      if (stat.size() > START) {
        ticks += ticks(stat, USER_TICKS);
        ownTicks.put(process + " " + stat.get(START), ownTicks(stat));
        tasks += Integer.parseInt(stat.get(THREADS));
      }
    }
    long seen = ownTicks.values().stream().mapToLong(Long::longValue).sum();
    return new Usage(Math.max(ticks, seen) * MS_PER_TICK, memory(processes, memoryLimit), tasks);
  }

  private MemoryUse memory(List<Integer> processes, long limit) {
    return switch (counted) {
      case ALL -> MemoryUse.UNKNOWN;
      case ALL_BUT_DATAGRAMS -> new MemoryUse(0, true, KernelBuffers.datagrams(init));
      case NOTHING -> memory.look(processes, limit);
    };
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

  /** The name may hold spaces and brackets: fields begin after its last bracket. */
  private static List<String> fields(int process) {
    var stat = ProcFile.read(process, "stat");
    return Stream.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
