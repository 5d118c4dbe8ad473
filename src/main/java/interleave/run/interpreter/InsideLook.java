package interleave.run.interpreter;

import interleave.run.RunEvent.Cause;
import interleave.run.linux.ProcessMemory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One look into a process that runs Python, at what its threads wait for. The process goes on
 * meanwhile: only of threads that wait during the whole look is it true. For one thread; closed by
 * who opened it.
 */
public final class InsideLook implements AutoCloseable {
  /** How a joined thread is known, in the object that stands for it. */
  private static final int IDENT = 4;

  private final ProcessMemory memory;
  private final Objects objects;
  private final Threads threads;
  private final Locks locks;

  private InsideLook(ProcessMemory memory, Layout layout, long runtime) throws IOException {
    this.memory = memory;
    objects = new Objects(memory, layout);
    threads = new Threads(memory, layout, objects, runtime);
    locks = new Locks(objects, threads, layout.parks());
  }

  /**
   * Opens it; empty when this version of Python is not known inside.
   *
   * @param process as we number it
   * @param runtime where its runtime object is
   * @throws IOException when it is gone, or cannot be read
   */
  public static Optional<InsideLook> into(int process, PyRuntime python, long runtime)
      throws IOException {
    var memory = new ProcessMemory(process);
    try {
      var layout = Layout.of(memory, runtime, python.minor());
      if (layout.isPresent()) {
        return Optional.of(new InsideLook(memory, layout.get(), runtime));
      }
      memory.close();
      return Optional.empty();
    } catch (IOException | RuntimeException thrown) {
      memory.close();
      throw thrown;
    }
  }

  /**
   * What a thread waits for that waits for another thread.
   *
   * @param nativeId its number in its own system
   * @param address at which the kernel lets it wait
   */
  public Obstacle obstacle(int nativeId, long address) {
    var frames =
        threads.all().stream()
            .filter(thread -> thread.nativeId() == nativeId)
            .findFirst()
            .map(threads::frames)
            .orElse(List.of());
    if (frames.isEmpty()) {
      return Obstacle.UNKNOWN;
    }
    var at = locks.waitedAt(frames.getFirst(), address);
    if (at.isPresent()) {
      return obstacle(frames, at.getAsLong());
    }
    // At a program's end Python waits in C for the threads that are left.
    return Obstacle.of(isShutdown(frames) ? Cause.JOIN : Cause.THREAD);
  }

  private Obstacle obstacle(List<Frame> frames, long at) {
    return switch (objects.type(at)) {
      case Locks.THREAD -> joins(threadOfHandle(at));
      case Locks.QUEUE -> Obstacle.of(Cause.QUEUE);
      case Locks.SEMAPHORE -> Obstacle.of(Purposes.of(frames).orElseGet(() -> semaphore(at)));
      default -> lock(frames, at);
    };
  }

  /** A lock may be there to be held, to be woken by, or to tell of a thread's end. */
  private Obstacle lock(List<Frame> frames, long lock) {
    var code = frames.getFirst().code();
    if (code.is("threading.py", "Condition.wait")) {
      return Obstacle.of(Purposes.of(frames).orElse(Cause.CONDITION));
    }
    if (code.is("threading.py", "Thread._wait_for_tstate_lock") || isShutdown(frames)) {
      return joins(threadAtWhoseEnd(lock));
    }
    return new Obstacle(Cause.LOCK, number(locks.holder(lock)));
  }

  private static boolean isShutdown(List<Frame> frames) {
    return frames.getFirst().code().is("threading.py", "_shutdown");
  }

  /** Of those between processes: what at most one may have is a lock. */
  private Cause semaphore(long at) {
    try {
      int most = (int) (objects.field(at, 2) >>> Integer.SIZE);
      return most == 1 ? Cause.LOCK : Cause.SEMAPHORE;
    } catch (IOException _) {
      return Cause.THREAD;
    }
  }

  private Optional<PyThread> threadOfHandle(long handle) {
    try {
      long ident = memory.word(objects.field(handle, 0) + IDENT * (long) Long.BYTES);
      return threads.all().stream().filter(thread -> thread.ident() == ident).findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<PyThread> threadAtWhoseEnd(long lock) {
    return threads.all().stream().filter(thread -> refersTo(thread.atEnd(), lock)).findFirst();
  }

  private boolean refersTo(long reference, long object) {
    try {
      return reference != 0 && objects.field(reference, 0) == object;
    } catch (IOException _) {
      return false;
    }
  }

  private static Obstacle joins(Optional<PyThread> thread) {
    return new Obstacle(Cause.JOIN, number(thread));
  }

  private static OptionalInt number(Optional<PyThread> thread) {
    return thread.map(found -> OptionalInt.of(found.nativeId())).orElseGet(OptionalInt::empty);
  }

  @Override
  public void close() {
    memory.close();
  }
}
