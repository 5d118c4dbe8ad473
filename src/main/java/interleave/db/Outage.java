package interleave.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/** Whether changes can be kept; the log has one line when that ends, and one when it is back. */
final class Outage {
  private static final Logger LOG = System.getLogger("interleave.db");

  private final AtomicBoolean on = new AtomicBoolean();

  /** Whether the database itself failed, and not what was asked of it. */
  static boolean isBehind(Throwable thrown) {
    return causes(thrown)
        .anyMatch(
            cause ->
                cause instanceof MVStoreException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException);
  }

  /** The first line of what the deepest cause says. */
  static String reason(Throwable thrown) {
    var deepest = causes(thrown).reduce(thrown, (_, next) -> next);
    return String.valueOf(deepest.getMessage()).strip().lines().findFirst().orElse("no reason");
  }

  boolean lasts() {
    return on.get();
  }

  void begin(Throwable cause) {
    if (on.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "The database fails, and learners are told to try again later: " + reason(cause));
    }
  }

  void end() {
    if (on.compareAndSet(true, false)) {
      LOG.log(Level.INFO, "The database keeps again what learners do.");
    }
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
  }
}
