package interleave.run.sandbox;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the kernel says of the memory of a process ({@code status} and {@code smaps_rollup} in
 * proc(5)). A process whose first thread has ended lives on in its others, and only they still show
 * what it has. Files in memory are left out: they are counted as files.
 *
 * @param thread one that lives, as we number it
 * @param text its {@code status}
 */
record ProcessMemoryStatus(int thread, String text) {
  private static final Set<String> RESIDENT = Set.of("RssAnon:", "RssFile:", "VmSwap:");
  private static final Set<String> SHARED_OUT = Set.of("Pss_Anon:", "Pss_File:", "SwapPss:");

  /** Tables of pages count: a program can make many for pages that cost nothing. */
  private static final Set<String> TABLES = Set.of("VmPTE:");

  private static final Set<String> MAPPED = Set.of("VmSize:");

  /** Of a process, as we number it; of one that is gone nothing is said. */
  static ProcessMemoryStatus of(int process) {
    var first = new ProcessMemoryStatus(process, ProcFile.read(process, "status"));
    if (first.isReadable()) {
      return first;
    }
    return ProcFile.threads(process).stream()
        .filter(thread -> thread != process)
        .map(
            thread ->
                new ProcessMemoryStatus(
                    thread, ProcFile.read(process, "task/" + thread + "/status")))
        .filter(ProcessMemoryStatus::isReadable)
        .findFirst()
        .orElse(first);
  }

  boolean isReadable() {
    return kilobytes(text, MAPPED).isPresent();
  }

  /** Whether it is gone, or only waits to be collected with all its threads. */
  boolean hasEnded() {
    boolean isZombie = line("State:").startsWith("Z") || line("State:").startsWith("X");
    return text.isEmpty() || (isZombie && line("Threads:").equals("1"));
  }

  /** What it has in memory or swapped out, whoever shares that. */
  long bytes() {
    return bytes(text, RESIDENT) + bytes(text, TABLES);
  }

  /** As {@link #bytes}, but its part only of what it shares with others. */
  long exactBytes() {
    var shared = kilobytes(ProcFile.read(thread, "smaps_rollup"), SHARED_OUT);
    return shared.isPresent() ? shared.getAsLong() * 1024 + bytes(text, TABLES) : bytes();
  }

  /** How many descriptors there is room for: at least as many as are open. */
  long descriptors() {
    var digits = line("FDSize:");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private String line(String field) {
    return lines(text)
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()).strip())
        .findFirst()
        .orElse("");
  }

  private static long bytes(String text, Set<String> fields) {
    return kilobytes(text, fields).orElse(0) * 1024;
  }

  /** The sum of some fields; empty when none of them is there. */
  private static OptionalLong kilobytes(String text, Set<String> fields) {
    return lines(text)
        .filter(line -> fields.contains(line.substring(0, line.indexOf(':') + 1)))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .reduce(Long::sum);
  }

  /** Only line feeds end a line: a name may hold anything else. */
  private static Stream<String> lines(String text) {
    return Stream.of(text.split("\n", -1));
  }
}
