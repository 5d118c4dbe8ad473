package interleave.run.interpreter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the object that a thread waits at, and who holds a lock. That is read from what is certain:
 * the address at which the kernel lets the thread wait, the owner that a reentrant lock remembers,
 * and the blocks of {@code with} that threads are in.
 */
final class Locks {
  static final String LOCK = "_thread.lock";
  static final String REENTRANT = "_thread.RLock";
  static final String QUEUE = "_queue.SimpleQueue";
  static final String SEMAPHORE = "_multiprocessing.SemLock";
  static final String THREAD = "_thread._ThreadHandle";

  private static final Set<String> WAITED_AT = Set.of(LOCK, REENTRANT, QUEUE, SEMAPHORE, THREAD);

  /** The lowest byte of a lock that is held, and that somebody waits at (PyMutex). */
  private static final int HELD_AND_WAITED_AT = 3;

  private static final String FUNCTION = "builtin_function_or_method";

  /** Fields of objects. */
  private static final int OWNER = 1;

  private static final int BOUND_TO = 1;

  private final Objects objects;
  private final Threads threads;
  private final boolean parks;

  /**
   * For one look.
   *
   * @param parks whether threads wait elsewhere than at an address that is in the object
   */
  Locks(Objects objects, Threads threads, boolean parks) {
    this.objects = objects;
    this.threads = threads;
    this.parks = parks;
  }

  /**
   * The object that the function written in C that a frame has called waits at.
   *
   * @param address where the kernel lets the thread wait
   */
  OptionalLong waitedAt(Frame frame, long address) {
    // What lies below belongs to blocks that the frame is in; the call's own lies above.
    var candidates =
        frame.stack().stream()
            .skip(frame.kept())
            .map(this::unbound)
            .distinct()
            .filter(each -> WAITED_AT.contains(objects.type(each)))
            .toList();
    return Stream.concat(
            candidates.stream().filter(each -> waitsIn(each, address)),
            only(candidates.stream().filter(this::mayPark).toList()).stream())
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Who holds a lock, where that is known. */
  Optional<PyThread> holder(long lock) {
    return objects.type(lock).equals(REENTRANT)
        ? owner(lock)
        : threads.all().stream()
            .filter(thread -> threads.frames(thread).stream().anyMatch(frame -> isIn(frame, lock)))
            .findFirst();
  }

  private Optional<PyThread> owner(long lock) {
    try {
      long ident = objects.field(lock, OWNER);
      return threads.all().stream().filter(thread -> thread.ident() == ident).findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What a function written in C is bound to, or else the object itself. */
  private long unbound(long object) {
    try {
      boolean bound = objects.type(object).equals(FUNCTION);
      return bound ? objects.field(object, BOUND_TO) : object;
    } catch (IOException _) {
      return object;
    }
  }

  /** Locks of older Pythons, and those between processes, wait at an address of their own. */
  private boolean waitsIn(long object, long address) {
    try {
      return objects.field(object, 0) == address;
    } catch (IOException _) {
      return false;
    }
  }

  /** Others let their threads wait elsewhere: these are told by their state. */
  private boolean mayPark(long object) {
    try {
      return switch (objects.type(object)) {
        case LOCK, REENTRANT -> parks && (objects.field(object, 0) & 0xff) == HELD_AND_WAITED_AT;
        case QUEUE, THREAD -> parks;
        default -> false;
      };
    } catch (IOException _) {
      return false;
    }
  }

  /** Where there are several, one cannot tell. */
  private static Optional<Long> only(List<Long> candidates) {
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /**
   * Whether a frame is inside a {@code with} block of this lock: then what leaves the block is kept
   * at the bottom of its stack, either bound to the lock or, from 3.14 on, with the lock above it.
   */
  private boolean isIn(Frame frame, long lock) {
    for (int i = 0; i < frame.kept(); i++) {
      long each = frame.stack().get(i);
      if (each == lock ? i > 0 && isMethod(frame.stack().get(i - 1)) : leaves(each, lock)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMethod(long object) {
    return objects.type(object).equals("method_descriptor");
  }

  private boolean leaves(long object, long lock) {
    try {
      return objects.type(object).equals(FUNCTION)
          && objects.field(object, BOUND_TO) == lock
          && objects.boundName(object).equals("__exit__");
    } catch (IOException _) {
      return false;
    }
  }
}
