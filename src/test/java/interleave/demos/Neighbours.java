package interleave.demos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What other programs on this machine took of its cores while one of ours ran: a run that shared
 * them is no picture of what the program does.
 *
 * @param busyMs time that all cores together have been at work since the machine started
 * @param at the moment of this look, by {@link System#nanoTime}
 */
record Neighbours(long busyMs, long at) {
  private static final int MS_PER_TICK = 10;

  /** What the recorder needs beside the program, such as for the sandbox of the next. */
  private static final long OUR_OWN_MS = 400;

  private static final int TENTH = 10;

  static Neighbours now() throws IOException {
    return new Neighbours(atWorkMs(), System.nanoTime());
  }

  /**
   * Whether they took so much since then that the picture is another.
   *
   * @param ownCpuMs what our program itself used
   */
  boolean disturbed(long ownCpuMs) throws IOException {
    long passedMs = (System.nanoTime() - at) / 1_000_000;
    long cores = Runtime.getRuntime().availableProcessors();
    return atWorkMs() - busyMs - ownCpuMs > OUR_OWN_MS + passedMs * cores / TENTH;
  }

  /** The first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal. */
  private static long atWorkMs() throws IOException {
    var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+", -1);
    long ticks = 0;
    for (int i = 1; i <= 8; i++) {
      boolean idle = i == 4 || i == 5;
      ticks += idle ? 0 : Long.parseLong(fields[i]);
    }
    return ticks * MS_PER_TICK;
  }
}
