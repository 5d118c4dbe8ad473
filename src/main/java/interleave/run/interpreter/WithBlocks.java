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

  /**
   * What leaves a block is either bound to the lock or, from 3.14 on, below it on the stack of the
   * frame that is in the block.
   */
  private void lookThrough(PyThread thread) {
    var stack = threads.stack(thread);
    for (var frame : stack) {
      boolean leaves = false;
      for (long each : stack.objects(frame, 0, frame.kept())) {
        var head = objects.head(each);
        if (leaves) {
          found.putIfAbsent(each, thread);
        } else if (head.method().isPresent() && leaves(head.method().get())) {
          found.putIfAbsent(head.method().get().self(), thread);
        }
        leaves = head.type().equals(METHOD);
      }
    }
  }

  private boolean leaves(ObjectHead.Method method) {
    return objects.name(method).equals("__exit__");
  }
}
