package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One run that keeps its watchers busy for ever, and another beside it. */
class RunWatchTest {
  private static final long PATIENCE_SECONDS = 30;

  private final RunWatch watch = new RunWatch(2);
  private final CountDownLatch release = new CountDownLatch(1);

  /** Counts down, each time that something is done with it. */
  private static class Counting implements RunWatch.Watched {
    final CountDownLatch times = new CountDownLatch(5);
    final CountDownLatch measurements = new CountDownLatch(5);
    final CountDownLatch samples = new CountDownLatch(5);

    @Override
    public void checkTime() {
      times.countDown();
    }

    @Override
    public void measure() {
      measurements.countDown();
    }

    @Override
    public void sample() {
      samples.countDown();
    }
  }

  private final class Endless extends Counting {
    final CountDownLatch inMeasurement = new CountDownLatch(1);
    final CountDownLatch inSample = new CountDownLatch(1);

    @Override
    public void measure() {
      inMeasurement.countDown();
      awaitRelease();
    }

    @Override
    public void sample() {
      inSample.countDown();
      awaitRelease();
    }
  }

  @AfterEach
  void close() {
    release.countDown();
    watch.close();
  }

  @Test
  void a_run_that_keeps_its_own_watchers_busy_delays_no_other_and_its_time_is_kept()
      throws Exception {
    var endless = new Endless();
    begin(endless);
    await(endless.inMeasurement);
    await(endless.inSample);
    var other = new Counting();
    begin(other);
    await(other.measurements);
    await(other.samples);
    await(other.times);
    await(endless.times);
  }

  @Test
  void what_fails_once_is_tried_again() throws Exception {
    var failing =
        new Counting() {
          @Override
          public void measure() {
            super.measure();
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void checkTime() {
            super.checkTime();
            throw new IllegalStateException("on purpose");
          }
        };
    begin(failing);
    await(failing.measurements);
    await(failing.times);
  }

  private void begin(RunWatch.Watched run) {
    watch.keepTime(run);
    watch.measure(run);
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }
}
