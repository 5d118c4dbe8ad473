package interleave.run.sandbox;

import interleave.log.SparseLog;
import interleave.run.linux.LinuxException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Sandboxes that are up before their program comes: fully isolated, the interpreter started and the
 * usual modules imported. Each serves one run. The pool grows when it was found empty and shrinks
 * when it was not for a while; it warms up few at a time, and while programs run only as many as
 * may be wanted at once, so as not to take the cores from them. For the poller's thread.
 */
final class WarmPool {
  /**
   * How many sandboxes wait.
   *
   * @param least at any time
   * @param most when many are wanted
   */
  record Size(int least, int most) {}

  /** Starts a sandbox on the starter's thread. */
  interface Start {
    Sandbox start() throws IOException;
  }

  private static final SparseLog LOG = new SparseLog(WarmPool.class);
  private static final int WARMING_AT_ONCE = 2;
  private static final Duration RETIREMENT = Duration.ofMinutes(10);
  private static final Duration CALM = Duration.ofMinutes(1);

  private final Poller poller;
  private final Executor starter;
  private final Start start;
  private final Size size;

  private final Deque<IdleSandbox> ready = new ArrayDeque<>();
  private final Set<IdleSandbox> warming = new HashSet<>();
  private int starting;
  private int wanted;
  private long missedAt = System.nanoTime();
  private boolean failed;
  private boolean closed;

  WarmPool(Poller poller, Executor starter, Start start, Size size) {
    this.poller = poller;
    this.starter = starter;
    this.start = start;
    this.size = size;
    wanted = size.least();
  }

  /** A warm sandbox, the oldest; empty when none is ready, and then more will be next time. */
  Optional<Sandbox> take() {
    var idle = Optional.ofNullable(ready.poll());
    if (idle.isEmpty()) {
      wanted = Math.min(size.most(), wanted + 1);
      missedAt = System.nanoTime();
    }
    return idle.map(IdleSandbox::release);
  }

  /** Whether there are none, and none are wanted before the next one that is. */
  boolean rests() {
    return wanted == 0 && ready.isEmpty() && warming.isEmpty() && starting == 0;
  }

  /** Warms up what is missing; {@code quiet} says that no program runs now. */
  void fill(boolean quiet) {
    int enough = quiet ? wanted : Math.min(wanted, size.least());
    while (!closed
        && !failed
        && warming.size() + starting < WARMING_AT_ONCE
        && ready.size() + warming.size() + starting < enough) {
      starting++;
      starter.execute(this::startOne);
    }
  }

  /** Wants no more than at any time. */
  void calm() {
    wanted = size.least();
  }

  /** Lets the old ones go, and the pool shrink; called every second or so. */
  void tend() {
    failed = false;
    if (wanted > size.least() && System.nanoTime() - missedAt > CALM.toNanos()) {
      wanted--;
      missedAt = System.nanoTime();
    }
    while (!ready.isEmpty()
        && (ready.size() > wanted || ready.peek().age() > RETIREMENT.toNanos())) {
      ready.remove().bury();
    }
  }

  /** Ends all that wait, and those that are still to come. */
  void close() {
    closed = true;
    ready.forEach(IdleSandbox::end);
    warming.forEach(IdleSandbox::end);
    ready.clear();
    warming.clear();
  }

  private void startOne() {
    try {
      var sandbox = start.start();
      poller.execute(() -> warmUp(sandbox));
    } catch (IOException | RuntimeException | Error thrown) {
      LOG.error("no sandbox could be warmed up: " + SandboxProblem.reasonOf(thrown));
      poller.execute(this::startFailed);
    }
  }

  private void startFailed() {
    starting--;
    failed = true;
  }

  private void warmUp(Sandbox sandbox) {
    starting--;
    var idle = new IdleSandbox(sandbox, poller, this::warm, this::useless);
    try {
      idle.watch();
      warming.add(idle);
    } catch (LinuxException thrown) {
      LOG.error("a sandbox cannot be watched: " + thrown.getMessage());
      idle.bury();
      failed = true;
      return;
    }
    if (closed) {
      warming.remove(idle);
      idle.end();
    }
  }

  private void warm(IdleSandbox idle) {
    warming.remove(idle);
    ready.add(idle);
    fill(false);
  }

  /** One that died while it waited is not replaced at once: it might be so with all of them. */
  private void useless(IdleSandbox idle) {
    warming.remove(idle);
    ready.remove(idle);
    idle.bury();
    failed = true;
  }
}
