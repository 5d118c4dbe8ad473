package interleave.run.interpreter;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which thread is in a {@code with} block of which lock. Each thread is looked through once,
 * when nobody before it is found to be. For one look, and one thread.
 */
final class WithBlocks {
  private static final String METHOD = "method_descriptor";

  private final Objects objects;
  private final Threads threads;

  /** Who is in a block of an object, by the object's address. */
  private final Map<Long, PyThread> found = new HashMap<>();

  private @Nullable Iterator<PyThread> left;

  WithBlocks(Objects objects, Threads threads) {
    this.objects = objects;
    this.threads = threads;
  }

  /** The first thread that is in a block of this lock. */
  Optional<PyThread> in(long lock) {
    if (left == null) {
      left = threads.all().iterator();
    }
    while (!found.containsKey(lock) && left.hasNext()) {
      lookThrough(left.next());
    }
    return Optional.ofNullable(found.get(lock));
  }

  private void lookThrough(PyThread thread) {
    var stack = threads.stack(thread);
    for (var frame : stack) {
      long below = 0;
      for (long each : stack.objects(frame, 0, frame.kept())) {
        long left = leftWith(below, each);
        if (left != 0) {
          found.putIfAbsent(left, thread);
        }
        below = each;
      }
    }
  }

  /**
   * The lock whose block is left by means of this object on a stack, or 0: what leaves it is either
   * bound to the lock or, from 3.14 on, below it.
   */
  private long leftWith(long below, long object) {
    if (objects.type(below).equals(METHOD)) {
      return object;
    }
    return objects
        .method(object)
        .filter(method -> objects.name(method).equals("__exit__"))
        .map(Objects.Method::self)
        .orElse(0L);
  }
}
