package interleave;

import interleave.db.Database;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Has what is kept for too long deleted: at the start, and then once a day until it is closed. */
final class DailySweep implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DailySweep.class.getName());

  private final ScheduledExecutorService days =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("daily-sweep").factory());

  /**
   * @param sweeping deletes, and answers how many learners
   */
  DailySweep(IntSupplier sweeping) {
    var _ = days.scheduleWithFixedDelay(() -> sweep(sweeping), 0, 1, TimeUnit.DAYS);
  }

  /** Waits for a sweep that is under way to notice that it is to end. */
  @Override
  public void close() {
    days.shutdownNow();
    days.close();
  }

  private static void sweep(IntSupplier sweeping) {
    try {
      int gone = sweeping.getAsInt();
      if (gone > 0) {
        LOG.log(Level.INFO, gone + " learners who answered nothing for long were deleted");
      }
    } catch (Database.Unavailable _) {
      // It notes so itself; tomorrow is soon enough.
    } catch (RuntimeException e) {
      // A sweep that threw would be the last one.
      LOG.log(Level.ERROR, "learners who answered nothing could not be deleted", e);
    }
  }
}
