package interleave.run.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the memory of a sandbox where no control group counts it: what its processes have in
 * memory, the tables for that, its files in memory, and what its sockets and pipes may hold. All
 * other shared memory, which no process need have mapped, cannot be had in such a sandbox ({@link
 * SeccompPolicy}). For one thread at a time.
 */
final class MemoryMeter {
  /** To ask what processes share takes time: of more than this it is not asked at each look. */
  private static final int ALWAYS_SHARED_OUT = 16;

  private static final int SHARED_OUT_EVERY = 16;

  /**
   * How many looks in a row find no memory of a process that is alive, or no files, until that is
   * no passing moment of a beginning or an end any more.
   */
  private static final int MOST_UNREADABLE = 50;

  private final int init;
  private final Map<Integer, Integer> unreadable = new HashMap<>();
  private int unreadableFiles;
  private long fileBytes;
  private int looks;

  /** {@code init} is the sandbox's process 1. */
  MemoryMeter(int init) {
    this.init = init;
  }

  /**
   * Looks now.
   *
   * @param processes all of the sandbox but process 1, as we number them
   * @param limit in bytes: near to it, everything is counted exactly
   */
  MemoryUse look(List<Integer> processes, long limit) {
    looks++;
    unreadable.keySet().retainAll(processes);
    lookAtFiles(processes);
    long plain = fileBytes + processes.stream().mapToLong(this::plainBytes).sum();
    if (unreadableFiles > MOST_UNREADABLE
        || unreadable.values().stream().anyMatch(times -> times > MOST_UNREADABLE)) {
      return MemoryUse.UNREADABLE;
    }
    var use = new MemoryUse(plain, processes.size() <= 1, KernelBuffers.most(init, processes));
    if (use.most() > limit && use.kernelBytes() > 0) {
      use = new MemoryUse(plain, use.exact(), KernelBuffers.counted(init, processes));
    }
    boolean often = processes.size() <= ALWAYS_SHARED_OUT || looks % SHARED_OUT_EVERY == 0;
    if (!use.exact() && (often || use.most() > limit)) {
      long exact = fileBytes + processes.stream().mapToLong(MemoryMeter::exactBytes).sum();
      use = new MemoryUse(exact, true, use.kernelBytes());
    }
    return use;
  }

  private void lookAtFiles(List<Integer> processes) {
    var bytes = SandboxFiles.bytes(processes);
    unreadableFiles = bytes.isPresent() || processes.isEmpty() ? 0 : unreadableFiles + 1;
    fileBytes = bytes.orElse(fileBytes);
  }

  private long plainBytes(int process) {
    var memory = ProcessMemoryStatus.of(process);
    if (memory.isReadable() || memory.hasEnded()) {
      unreadable.remove(process);
    } else {
      unreadable.merge(process, 1, Integer::sum);
    }
    return memory.bytes();
  }

  private static long exactBytes(int process) {
    return ProcessMemoryStatus.of(process).exactBytes();
  }
}
