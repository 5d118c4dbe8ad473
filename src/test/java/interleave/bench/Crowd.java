package interleave.bench;

import interleave.run.Ran;
import interleave.run.RunEvent.Reason;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Programs that take some places of a runner, one after the other in each, until it is closed. */
final class Crowd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Runner runner;
  private final Supplier<RunRequest> next;
  private final ExecutorService threads;
  private final Map<Reason, Integer> ends = new TreeMap<>();
  private volatile boolean closed;

  /** Begins; {@code next} is asked for each program. */
  Crowd(Runner runner, int places, Supplier<RunRequest> next) {
    this.runner = runner;
    this.next = next;
    threads = Executors.newFixedThreadPool(places);
    for (int i = 0; i < places; i++) {
      threads.execute(this::go);
    }
  }

  /** How many ended for each reason so far. */
  Map<Reason, Integer> ends() {
    synchronized (ends) {
      return new TreeMap<>(ends);
    }
  }

  private void go() {
    while (!closed) {
      try {
        var run = runner.submit(next.get());
        var reason = Ran.ended(run, PATIENCE).end().reason();
        synchronized (ends) {
          ends.merge(reason, 1, Integer::sum);
        }
      } catch (RunRefused refused) {
        throw new IllegalStateException(refused);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** Waits until those under way have ended. */
  @Override
  public void close() {
    closed = true;
    threads.close();
  }
}
