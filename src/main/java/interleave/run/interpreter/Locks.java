package interleave.run.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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

  /** The field of a reentrant lock that says who owns it. */
  private static final int OWNER = 1;

  private final Objects objects;
  private final Threads threads;
  private final WithBlocks blocks;
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
    blocks = new WithBlocks(objects, threads);
  }

  /**
   * The object that the function written in C that a frame has called waits at. Locks of older
   * Pythons, and those between processes, wait at an address of their own; others are told by their
   * state, and where that goes for several, one cannot tell.
   *
   * @param address where the kernel lets the thread wait
   */
  OptionalLong waitedAt(CallStack stack, Frame frame, long address) {
    var parking = new ArrayList<Long>();
    for (long object : candidates(stack, frame)) {
      try {
        long state = objects.field(object, 0);
        if (state == address) {
          return OptionalLong.of(object);
        } else if (mayPark(objects.type(object), state)) {
          parking.add(object);
        }
      } catch (UnreadableException _) {
        // It is none.
      }
    }
    return parking.size() == 1 ? OptionalLong.of(parking.getFirst()) : OptionalLong.empty();
  }

  /** Who holds a lock, where that is known. */
  Optional<PyThread> holder(long lock) {
    return objects.type(lock).equals(REENTRANT) ? owner(lock) : blocks.in(lock);
  }

  private Optional<PyThread> owner(long lock) {
    try {
      long ident = objects.field(lock, OWNER);
      return threads.find(thread -> thread.ident() == ident);
    } catch (UnreadableException _) {
      return Optional.empty();
    }
  }

  /** What lies below belongs to blocks that the frame is in; the call's own lies above. */
  private long[] candidates(CallStack stack, Frame frame) {
    return Arrays.stream(stack.objects(frame, frame.kept(), frame.used()))
        .map(this::unbound)
        .distinct()
        .filter(object -> WAITED_AT.contains(objects.type(object)))
        .toArray();
  }

  /** What a method is bound to, or else the object itself. */
  private long unbound(long object) {
    var method = objects.head(object).method();
    return method.isPresent() ? method.get().self() : object;
  }

  private boolean mayPark(String type, long state) {
    return switch (type) {
      case LOCK, REENTRANT -> parks && (state & 0xff) == HELD_AND_WAITED_AT;
      case QUEUE, THREAD -> parks;
      default -> false;
    };
  }
}
