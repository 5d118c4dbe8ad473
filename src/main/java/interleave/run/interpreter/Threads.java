package interleave.run.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the threads of a process and their frames, at one moment. For one thread. */
final class Threads {
  private static final int MOST_INTERPRETERS = 16;
  private static final int MOST_THREADS = 512;

  /** The largest number that a thread can have. */
  private static final int LARGEST_ID = 1 << 22;

  private final BudgetedMemory memory;
  private final Layout layout;
  private final Objects objects;
  private final long runtime;
  private final Map<PyThread, CallStack> stacks = new HashMap<>();
  private @Nullable List<PyThread> all;

  /**
   * Reads nothing yet.
   *
   * @param runtime the address of the runtime object
   */
  Threads(BudgetedMemory memory, Layout layout, Objects objects, long runtime) {
    this.memory = memory;
    this.layout = layout;
    this.objects = objects;
    this.runtime = runtime;
  }

  /** Those that can be read. */
  List<PyThread> all() {
    if (all == null) {
      all = read();
    }
    return all;
  }

  /** The first that is as wanted. */
  Optional<PyThread> find(Predicate<PyThread> wanted) {
    return all().stream().filter(wanted).findFirst();
  }

  /** The frames of a thread, as they were when somebody asked for them first. */
  CallStack stack(PyThread thread) {
    return stacks.computeIfAbsent(thread, this::stackNow);
  }

  /**
   * The frames of a thread, as they are now: it may have come to wait only after somebody asked for
   * them first.
   */
  CallStack freshStack(PyThread thread) {
    var now = stackNow(thread);
    stacks.put(thread, now);
    return now;
  }

  private CallStack stackNow(PyThread thread) {
    return new CallStack(memory, layout, objects, innermost(thread));
  }

  private long innermost(PyThread thread) {
    try {
      long frame = memory.word(thread.state() + layout.thread().frame());
      boolean indirect = layout.thread().indirect() && frame != 0;
      return indirect ? memory.word(frame + Long.BYTES) : frame;
    } catch (UnreadableException _) {
      return 0;
    }
  }

  private List<PyThread> read() {
    var found = new ArrayList<PyThread>();
    try {
      long interpreter = memory.word(runtime + layout.firstInterpreter());
      for (int i = 0; interpreter != 0 && i < MOST_INTERPRETERS; i++) {
        long thread = memory.word(interpreter + layout.firstThread());
        while (thread != 0 && found.size() < MOST_THREADS) {
          var fields = layout.thread();
          var state = memory.at(thread, fields.bytes());
          long nativeId = state.getLong(fields.nativeId());
          found.add(
              new PyThread(
                  nativeId >= 0 && nativeId <= LARGEST_ID ? (int) nativeId : 0,
                  state.getLong(fields.ident()),
                  thread,
                  fields.atEnd() == 0 ? 0 : state.getLong(fields.atEnd())));
          thread = state.getLong(fields.next());
        }
        interpreter = memory.word(interpreter + layout.nextInterpreter());
      }
    } catch (UnreadableException _) {
      // Those that were read stand; others begin and end meanwhile.
    }
    return found;
  }
}
