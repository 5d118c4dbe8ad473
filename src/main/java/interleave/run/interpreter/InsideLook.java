package interleave.run.interpreter;

import interleave.run.RunEvent.Cause;
import interleave.run.linux.Memory;
import interleave.run.linux.ProcessMemory;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One look into a process that runs Python, at what its threads wait for. The process goes on
 * meanwhile: only of threads that wait during the whole look is it true. What is read is whatever
 * the program likes; it can make the answers wrong, but not long in coming. For one thread; closed
 * by who opened it.
 */
public final class InsideLook implements AutoCloseable {
  /** How a joined thread is known, in the object that stands for it. */
  private static final int IDENT = 4;

  private final BudgetedMemory memory;
  private final Objects objects;
  private final Threads threads;
  private final Locks locks;
  private final LookBudget budget;

  /** Reads nothing yet; closes the memory in the end. */
  InsideLook(Memory memory, Layout layout, long runtime, LookBudget budget) {
    this.memory = new BudgetedMemory(memory, budget);
    this.budget = budget;
    objects = new Objects(this.memory, layout);
    threads = new Threads(this.memory, layout, objects, runtime);
    locks = new Locks(objects, threads, layout.parks());
  }

  /**
   * Opens it; empty when this version of Python is not known inside.
   *
   * @param process as we number it
   * @param runtime where its runtime object is
   * @param budget what is left to read of the look at the whole sandbox
   * @throws IOException when it is gone, or cannot be read
   */
  public static Optional<InsideLook> into(
      int process, PyRuntime python, long runtime, LookBudget budget) throws IOException {
    var layout = python.layout();
    return layout.isEmpty()
        ? Optional.empty()
        : Optional.of(new InsideLook(new ProcessMemory(process), layout.get(), runtime, budget));
  }

  /**
   * What a thread waits for that waits for another thread. Once the budget is used up, that is
   * unknown: what was read of it may be half of it.
   *
   * @param nativeId its number in its own system
   * @param address at which the kernel lets it wait
   */
  public Obstacle obstacle(int nativeId, long address) {
    if (budget.exhausted()) {
      return Obstacle.UNKNOWN;
    }
    var obstacle =
        threads
            .find(thread -> thread.nativeId() == nativeId)
            .map(threads::freshStack)
            .flatMap(stack -> stack.innermost().map(frame -> obstacle(stack, frame, address)))
            .orElse(Obstacle.UNKNOWN);
    return budget.exhausted() ? Obstacle.UNKNOWN : obstacle;
  }

  private Obstacle obstacle(CallStack stack, Frame innermost, long address) {
    var code = innermost.code();
    var at = locks.waitedAt(stack, innermost, address);
    if (at.isPresent()) {
      return obstacle(stack, code, at.getAsLong());
    }
    // At a program's end Python waits in C for the threads that are left.
    return Obstacle.of(isShutdown(code) ? Cause.JOIN : Cause.THREAD);
  }

  private Obstacle obstacle(CallStack stack, Code code, long at) {
    return switch (objects.type(at)) {
      case Locks.THREAD -> joins(threadOfHandle(at));
      case Locks.QUEUE -> Obstacle.of(Cause.QUEUE);
      case Locks.SEMAPHORE -> Obstacle.of(Purposes.of(stack).orElseGet(() -> semaphore(at)));
      default -> lock(stack, code, at);
    };
  }

  /** A lock may be there to be held, to be woken by, or to tell of a thread's end. */
  private Obstacle lock(CallStack stack, Code code, long lock) {
    if (code.is("threading.py", "Condition.wait")) {
      return Obstacle.of(Purposes.of(stack).orElse(Cause.CONDITION));
    }
    if (code.is("threading.py", "Thread._wait_for_tstate_lock") || isShutdown(code)) {
      return joins(threadAtWhoseEnd(lock));
    }
    return new Obstacle(Cause.LOCK, number(locks.holder(lock)));
  }

  private static boolean isShutdown(Code code) {
    return code.is("threading.py", "_shutdown");
  }

  /** Of those between processes: what at most one may have is a lock. */
  private Cause semaphore(long at) {
    try {
      int most = (int) (objects.field(at, 2) >>> Integer.SIZE);
      return most == 1 ? Cause.LOCK : Cause.SEMAPHORE;
    } catch (UnreadableException _) {
      return Cause.THREAD;
    }
  }

  private Optional<PyThread> threadOfHandle(long handle) {
    try {
      long ident = memory.word(objects.field(handle, 0) + IDENT * (long) Long.BYTES);
      return threads.find(thread -> thread.ident() == ident);
    } catch (UnreadableException _) {
      return Optional.empty();
    }
  }

  /** Threads have a weak reference to the lock. */
  private Optional<PyThread> threadAtWhoseEnd(long lock) {
    return threads.find(
        thread -> thread.atEnd() != 0 && objects.head(thread.atEnd()).first() == lock);
  }

  private static Obstacle joins(Optional<PyThread> thread) {
    return new Obstacle(Cause.JOIN, number(thread));
  }

  private static OptionalInt number(Optional<PyThread> thread) {
    return thread.stream().mapToInt(PyThread::nativeId).filter(id -> id > 0).findFirst();
  }

  @Override
  public void close() {
    memory.close();
  }
}
