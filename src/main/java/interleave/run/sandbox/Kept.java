package interleave.run.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed when something larger does not come about. For one thread. */
final class Kept implements AutoCloseable {
  private final Deque<AutoCloseable> things = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T thing) {
    things.push(thing);
    return thing;
  }

  /** It came about: nothing is closed. */
  void release() {
    things.clear();
  }

  @Override
  public void close() {
    while (!things.isEmpty()) {
      try {
        things.pop().close();
      } catch (Exception thrown) {
        throw new IllegalStateException(thrown);
      }
    }
  }
}
