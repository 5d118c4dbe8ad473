package interleave.run.sandbox;

import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run has used so far: the most that the meter saw, and of programs too short for the meter
 * what their processes report at their end. Safe for many threads.
 */
final class Consumption {
  private final Map<Integer, Long> reportedMicros = new HashMap<>();
  private long meteredCpuMs;
  private long peakBytes;
  private long startMicros;
  private OptionalLong groupStartMicros = OptionalLong.empty();
  private OptionalLong groupMicros = OptionalLong.empty();

  /** The program begins; its interpreter took this long to start, which is not the program's. */
  synchronized void began(long cpuMicros) {
    startMicros = cpuMicros;
  }

  /** What the group of the sandbox had used when the program began: it is not the program's. */
  synchronized void groupBegan(OptionalLong cpuMicros) {
    groupStartMicros = cpuMicros;
  }

  /** What the kernel counted for the group as a whole: of processor time it is exact. */
  synchronized void counted(OptionalLong cpuMicros, OptionalLong peak) {
    groupMicros = cpuMicros;
    peakBytes = Math.max(peakBytes, peak.orElse(0));
  }

  synchronized void metered(Meter.Usage usage) {
    meteredCpuMs = Math.max(meteredCpuMs, usage.cpuMs());
    if (usage.memory().exact()) {
      peakBytes = Math.max(peakBytes, usage.memory().bytes());
    }
  }

  /** What a group has used since the program began, in milliseconds; 0 when nobody counts. */
  synchronized long groupCpuMs(OptionalLong cpuMicros) {
    return cpuMicros.isPresent() && groupStartMicros.isPresent()
        ? Math.max(0, cpuMicros.getAsLong() - groupStartMicros.getAsLong()) / 1000
        : 0;
  }

  /** A process says what it used in all; its last word counts. */
  synchronized void reported(int pid, long cpuMicros, long bytes) {
    reportedMicros.put(pid, cpuMicros);
    peakBytes = Math.max(peakBytes, bytes);
  }

  /** The last event of a run; {@code end} is empty when it is of no interest. */
  synchronized RunEvent.End atTheEnd(Reason reason, Optional<ProgramEnd> end, long wallMs) {
    Integer exit = null;
    Integer signal = null;
    switch (end.orElse(null)) {
      case ProgramEnd.Exit(int code) -> exit = code;
      case ProgramEnd.Signal(int number) -> signal = number;
      case null -> {}
    }
    return new RunEvent.End(reason, exit, signal, wallMs, cpuMs(), peakBytes);
  }

  private long cpuMs() {
    if (groupMicros.isPresent() && groupStartMicros.isPresent()) {
      return groupCpuMs(groupMicros);
    }
    long reported = reportedMicros.values().stream().mapToLong(micros -> micros).sum() / 1000;
    return Math.max(0, Math.max(meteredCpuMs, reported) - startMicros / 1000);
  }
}
