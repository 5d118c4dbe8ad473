package interleave.run.sandbox;

import interleave.log.SparseLog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches runs every few milliseconds. Times are kept by one thread that reads nothing but the
 * clock. Each run is measured on one thread and its tasks are looked at on another, which it can
 * keep busy for itself alone: there are as many of both as there may be runs. Safe for many
 * threads.
 */
final class RunWatch implements AutoCloseable {
  /** What is done with a run that is watched; each on a thread of its own. */
  interface Watched {
    /** Ends what has no time left; for the clock's thread, so it reads nothing. */
    void checkTime();

    /** Measures what is used and ends what uses too much. */
    void measure();

    /** Looks at its tasks, and into their processes. */
    void sample();
  }

  private static final SparseLog LOG = new SparseLog(RunWatch.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long EVERY_NANOS = 20_000_000;

  /**
   * A look at a run's tasks is followed by a pause of at least so many times the processor time
   * that it took: a program that makes looks dear loses looks.
   */
  private static final long PAUSE_FACTOR = 4;

  private final ScheduledExecutorService clock;
  private final ScheduledExecutorService meters;
  private final ScheduledExecutorService samplers;
  private final Set<Watched> all = ConcurrentHashMap.newKeySet();

  /**
   * Starts the clock.
   *
   * @param atOnce how many runs there may be at a time, 1 or more
   */
  RunWatch(int atOnce) {
    clock = pool("run-clock", 1);
    meters = pool("run-meter-", atOnce);
    samplers = pool("run-sampler-", atOnce);
    var _ =
        clock.scheduleWithFixedDelay(
            () -> all.forEach(each -> guarded(each::checkTime)),
            EVERY_NANOS,
            EVERY_NANOS,
            TimeUnit.NANOSECONDS);
  }

  /** From now on its times are checked. */
  void keepTime(Watched run) {
    all.add(run);
  }

  /** From now on it is measured and sampled too. */
  void measure(Watched run) {
    again(meters, run, run::measure, 0);
    again(samplers, run, run::sample, PAUSE_FACTOR);
  }

  /** Nothing more is done with it, but for what is being done now. */
  void forget(Watched run) {
    all.remove(run);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    meters.shutdownNow();
    samplers.shutdownNow();
  }

  private void again(ScheduledExecutorService pool, Watched run, Runnable task, long pauseFactor) {
    schedule(
        pool,
        new Runnable() {
          @Override
          public void run() {
            if (!all.contains(run)) {
              return;
            }
            long before = THREADS.getCurrentThreadCpuTime();
            guarded(task);
            long cost = THREADS.getCurrentThreadCpuTime() - before;
            schedule(pool, this, Math.max(EVERY_NANOS, pauseFactor * cost));
          }
        },
        EVERY_NANOS);
  }

  private static void schedule(ScheduledExecutorService pool, Runnable task, long nanos) {
    try {
      var _ = pool.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      // The server stops, and so do all runs.
    }
  }

  /** What goes wrong with one run once is tried again, and harms no other. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error thrown) {
      LOG.error("watching a run failed: " + thrown);
    }
  }

  private static ScheduledExecutorService pool(String name, int threads) {
    return Executors.newScheduledThreadPool(
        threads, Thread.ofPlatform().name(name, 0).daemon().factory());
  }
}
