package interleave.run.sandbox;

import interleave.run.linux.Epoll;
import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import interleave.run.linux.Receiver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One thread that reads all sandboxes. Virtual threads would each be stuck to a carrier while they
 * read. Handlers and tasks run on this thread, one after the other, and must not wait.
 */
final class Poller implements AutoCloseable {
  /** Something that holds text back for a moment, hoping for the rest of a line. */
  interface Holder {
    /**
     * Lets go of what it held long enough.
     *
     * @return whether it still holds something
     */
    boolean release();
  }

  private static final Logger LOG = System.getLogger(Poller.class.getName());
  private static final int HOLD_MILLIS = 1;

  private final Epoll epoll;
  private final Receiver receiver;
  private final AtomicLong tokens = new AtomicLong();
  private final Map<Long, Runnable> handlers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Set<Holder> holders = new HashSet<>();
  private final ExecutorService closer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("descriptor-closer").daemon().factory());
  private final Thread thread;
  private volatile boolean closed;

  Poller() throws LinuxException {
    epoll = new Epoll();
    receiver = new Receiver();
    thread = Thread.ofPlatform().name("sandbox-reader").daemon().start(this::loop);
  }

  /** For handlers only. */
  Receiver receiver() {
    return receiver;
  }

  /** Calls {@code handler} whenever the descriptor has input; answers with a token to end this. */
  long watch(Fd fd, Runnable handler) throws LinuxException {
    long token = tokens.incrementAndGet();
    handlers.put(token, handler);
    try {
      epoll.add(fd, token);
    } catch (LinuxException thrown) {
      handlers.remove(token);
      throw thrown;
    }
    return token;
  }

  /** Ends a watch; before the descriptor is closed. */
  void unwatch(Fd fd, long token) throws LinuxException {
    if (handlers.remove(token) != null) {
      epoll.remove(fd);
    }
  }

  /** Asks a holder again soon, until it holds nothing; for handlers only. */
  void hold(Holder holder) {
    holders.add(holder);
  }

  /**
   * Closes descriptors that a program sent, on another thread: what they were is the program's
   * choice, and so is how long that takes.
   */
  void discard(List<Fd> sent) {
    closer.execute(() -> sent.forEach(Fd::close));
  }

  /** Runs a task on this thread, soon. */
  void execute(Runnable task) {
    tasks.add(task);
    try {
      epoll.wake();
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "the sandbox reader cannot be woken", thrown);
    }
  }

  @Override
  public void close() {
    closed = true;
    execute(() -> {});
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    closer.shutdown();
    receiver.close();
    epoll.close();
  }

  private void loop() {
    while (!closed) {
      try {
        for (long token : epoll.await(holders.isEmpty() ? -1 : HOLD_MILLIS)) {
          var handler = handlers.get(token);
          if (handler != null) {
            guarded(handler);
          }
        }
        runTasks();
        holders.removeIf(holder -> !holder.release());
      } catch (LinuxException | RuntimeException | Error thrown) {
        LOG.log(Level.ERROR, "the sandbox reader stumbled", thrown);
      }
    }
  }

  /** Those that are there now: tasks that bring new ones do not keep the others waiting. */
  private void runTasks() {
    var now = new ArrayList<Runnable>();
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      now.add(task);
    }
    now.forEach(Poller::guarded);
  }

  /** All sandboxes hang on this thread: not even a lack of memory may end it. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.ERROR, "reading a sandbox failed", thrown);
    }
  }
}
