package interleave.run.sandbox;

import interleave.run.RunRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The sandboxes of one interpreter: those that wait warm, and those that are started when none
 * does. Safe for many threads.
 */
final class Supply {
  /** A program has the cores to itself in its first moments, which its learner waits for. */
  private static final Duration REFILL_AFTER = Duration.ofMillis(8);

  private final Interpreter python;
  private final Nursery nursery;
  private final WarmPool pool;
  private final Poller poller;
  private final ScheduledExecutorService starter;
  private final BooleanSupplier quiet;
  private volatile boolean steppable;

  /**
   * Starts nothing yet.
   *
   * @param starter the one thread that starts sandboxes
   * @param quiet tells whether no program runs
   */
  Supply(
      Interpreter python,
      Nursery nursery,
      WarmPool.Size size,
      Poller poller,
      ScheduledExecutorService starter,
      BooleanSupplier quiet) {
    this.python = python;
    this.nursery = nursery;
    this.poller = poller;
    this.starter = starter;
    this.quiet = quiet;
    pool = new WarmPool(poller, starter, nursery, size);
  }

  Interpreter python() {
    return python;
  }

  /** Whether it was found that the engine can step programs on it. */
  boolean steppable() {
    return steppable;
  }

  /** Gives a run its sandbox, soon. */
  void give(SandboxedRun run, RunRequest request) {
    poller.execute(
        () ->
            pool.take()
                .ifPresentOrElse(
                    sandbox -> run.start(sandbox, request),
                    () -> starter.execute(() -> startCold(run, request))));
    var _ = starter.schedule(this::refill, REFILL_AFTER.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Warms up what is missing. */
  void refill() {
    poller.execute(() -> pool.fill(quiet.getAsBoolean()));
  }

  /** That it was tested does not mean that it will be used. */
  void wasTested(boolean steppable) {
    this.steppable = steppable;
    poller.execute(pool::calm);
  }

  /** Lets go of what is old or not wanted any more; called every second or so. */
  void tend() {
    poller.execute(
        () -> {
          pool.tend();
          if (pool.rests()) {
            starter.execute(nursery::rest);
          } else {
            pool.fill(quiet.getAsBoolean());
          }
        });
  }

  /** Ends all sandboxes, soon; those of live runs too. */
  void close() {
    poller.execute(
        () -> {
          pool.close();
          starter.execute(nursery::close);
        });
  }

  private void startCold(SandboxedRun run, RunRequest request) {
    try {
      var sandbox = nursery.start();
      poller.execute(() -> run.start(sandbox, request));
    } catch (IOException | RuntimeException | Error thrown) {
      run.fail(thrown);
    }
  }
}
