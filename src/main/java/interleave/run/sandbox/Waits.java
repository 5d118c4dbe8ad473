package interleave.run.sandbox;

import interleave.log.SparseLog;
import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Wait;
import interleave.run.interpreter.InsideLook;
import interleave.run.interpreter.LookBudget;
import interleave.run.interpreter.Obstacle;
import interleave.run.linux.SystemCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds out what tasks of a sandbox wait for, by the system calls that they are in (syscall in
 * proc(5)), and what they wait for of one another by the interpreter's own memory. The program has
 * no part in it, and is not slowed down. For one thread at a time.
 */
final class Waits {
  private static final SparseLog LOG = new SparseLog(Waits.class);
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

  /** Where processes have their runtime object; empty for those that do not run this Python. */
  private final Map<Integer, OptionalLong> states = new HashMap<>();

  /** The looks into processes since {@link #begin}; empty where nothing can be seen. */
  private final Map<Integer, Optional<InsideLook>> looks = new HashMap<>();

  private LookBudget budget = new LookBudget();
  private boolean givenUp;

  Waits(Interpreter python) {
    this.python = python;
  }

  /**
   * A look at tasks begins, with a budget of its own for all their processes; all processes but
   * these are forgotten.
   */
  void begin(List<Integer> processes) {
    budget = new LookBudget();
    states.keySet().retainAll(Set.copyOf(processes));
  }

  /** The look is over. */
  void end() {
    looks.values().forEach(look -> look.ifPresent(InsideLook::close));
    looks.clear();
  }

  /**
   * Whether the look that was begun last had more to read than it may, or took too long for it:
   * what its tasks wait for of one another is unknown then. To an ordinary program it happens when
   * the machine is very busy; to have it happen again and again takes another.
   */
  boolean wasCut() {
    return budget.exhausted();
  }

  /** Looks no more into processes: what tasks wait for of one another stays unknown. */
  void giveUp() {
    givenUp = true;
  }

  /**
   * What a task waits for now; empty when it runs, or it is not known.
   *
   * @param process its process, as we number it
   * @param thread its own number, as we number it
   * @param task its id
   */
  Optional<Wait> of(int process, int thread, String task) {
    var call = call(process, thread);
    var words = call.split(" ", -1);
    if (words.length < 4) {
      return Optional.empty();
    }
    var wait = of(process, words, task);
    // It may have gone on meanwhile: then it was read in pieces that do not belong together.
    return wait.filter(_ -> call.equals(call(process, thread)));
  }

  private Optional<Wait> of(int process, String[] words, String task) {
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

  private static String call(int process, int thread) {
    return ProcFile.read(process, "task/" + thread + "/syscall").strip();
  }

  private Optional<Wait> onThread(int process, long address, String task) {
    var state = states.computeIfAbsent(process, this::state);
    if (state.isEmpty() || givenUp) {
      return waits(Cause.THREAD);
    }
    if (python.state().orElseThrow().holds(state.getAsLong(), address)) {
      return waits(python.runtime().hasGil() ? Cause.GIL : Cause.THREAD);
    }
    int dot = task.indexOf('.');
    var obstacle =
        looks
            .computeIfAbsent(process, _ -> look(process, state.getAsLong()))
            .map(look -> obstacle(look, Integer.parseInt(task.substring(dot + 1)), address))
            .orElse(Obstacle.UNKNOWN);
    if (budget.late()) {
      // Then it is asked anew at the next look; what is once told of a task stays while it rests.
      return Optional.empty();
    }
    var other = obstacle.thread();
    var name = other.isPresent() ? task.substring(0, dot + 1) + other.getAsInt() : null;
    return Optional.of(new Wait(obstacle.cause(), name));
  }

  /** The reader is made to take any memory; should it fail all the same, nobody is to suffer. */
  private static Obstacle obstacle(InsideLook look, int thread, long address) {
    try {
      return look.obstacle(thread, address);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
      var at = thrown.getStackTrace().length > 0 ? " at " + thrown.getStackTrace()[0] : "";
      LOG.error("a program's memory could not be read: " + thrown.getClass().getName() + at);
      return Obstacle.UNKNOWN;
    }
  }

  private OptionalLong state(int process) {
    try {
      return python.state().isEmpty() ? OptionalLong.empty() : python.state().get().in(process);
    } catch (IOException _) {
      Starved.check();
      return OptionalLong.empty();
    }
  }

  private Optional<InsideLook> look(int process, long state) {
    try {
      return InsideLook.into(process, python.state().orElseThrow(), state, budget);
    } catch (IOException _) {
      Starved.check();
      return Optional.empty();
    }
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
