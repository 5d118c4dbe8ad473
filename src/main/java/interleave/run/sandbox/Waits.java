package interleave.run.sandbox;

import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Wait;
import interleave.run.linux.SystemCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what tasks of a sandbox wait for, by the system calls that they are in (syscall in
 * proc(5)): of the program it needs nothing. Which kind of waiting for another thread it is, the
 * interpreter adds where it knows. For one thread at a time.
 */
final class Waits {
  private static final Set<Integer> SLEEPS = SystemCalls.numbers("nanosleep", "clock_nanosleep");
  private static final Set<Integer> FUTEX = SystemCalls.numbers("futex");
  private static final Set<Integer> WAIT4 = SystemCalls.numbers("wait4");
  private static final Set<Integer> WAITID = SystemCalls.numbers("waitid");
  private static final Set<Integer> ON_ONE =
      SystemCalls.numbers(
          "read",
          "readv",
          "write",
          "writev",
          "recvfrom",
          "recvmsg",
          "sendto",
          "sendmsg",
          "accept",
          "accept4",
          "connect");
  private static final Set<Integer> ON_MANY =
      SystemCalls.numbers("poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait");

  private static final int P_PID = 1;

  private final Interpreter python;
  private final Hints hints;
  private final Map<Integer, Optional<Long>> locks = new HashMap<>();

  Waits(Interpreter python, Hints hints) {
    this.python = python;
    this.hints = hints;
  }

  /**
   * What a task waits for now; empty when it runs, or it is not known.
   *
   * @param process its process, as we number it
   * @param thread its own number, as we number it
   * @param task its id
   */
  Optional<Wait> of(int process, int thread, String task) {
    var words = ProcFile.read(process, "task/" + thread + "/syscall").strip().split(" ", -1);
    if (words.length < 4) {
      return Optional.empty();
    }
    int call = Integer.parseInt(words[0]);
    long first = argument(words[1]);
    if (SLEEPS.contains(call)) {
      return waits(Cause.SLEEP);
    } else if (FUTEX.contains(call)) {
      return onThread(process, first, task);
    } else if (WAIT4.contains(call)) {
      return onProcess((int) first);
    } else if (WAITID.contains(call)) {
      return onProcess(first == P_PID ? (int) argument(words[2]) : -1);
    } else if (ON_ONE.contains(call)) {
      return waits(kindOf(process, (int) first));
    }
    return ON_MANY.contains(call) ? waits(Cause.IO) : Optional.empty();
  }

  /** Forgets all processes but these. */
  void keepOnly(List<Integer> processes) {
    locks.keySet().retainAll(Set.copyOf(processes));
  }

  private Optional<Wait> onThread(int process, long address, String task) {
    var gil = python.gil();
    if (gil.isEmpty()) {
      return hints.of(task);
    }
    var place = locks.computeIfAbsent(process, gil.get()::in);
    if (place.isEmpty()) {
      return waits(Cause.THREAD);
    }
    long offset = address - place.get();
    if (offset >= 0 && offset < gil.get().runtime().bytes()) {
      return waits(Cause.GIL);
    }
    return hints.of(task).or(() -> waits(python.tellsJoins() ? Cause.LOCK : Cause.THREAD));
  }

  private static Optional<Wait> onProcess(int inside) {
    return inside > 0
        ? Optional.of(new Wait(Cause.JOIN, Tasks.id(inside, inside)))
        : waits(Cause.PROCESS);
  }

  private static Cause kindOf(int process, int descriptor) {
    try {
      var target = Files.readSymbolicLink(Path.of("/proc/" + process + "/fd/" + descriptor));
      return switch (target.toString().replaceFirst(":.*", "")) {
        case "pipe" -> Cause.PIPE;
        case "socket" -> Cause.SOCKET;
        default -> Cause.IO;
      };
    } catch (IOException _) {
      return Cause.IO;
    }
  }

  private static Optional<Wait> waits(Cause cause) {
    return Optional.of(new Wait(cause, null));
  }

  private static long argument(String word) {
    return Long.parseUnsignedLong(word.substring(2), 16);
  }
}
