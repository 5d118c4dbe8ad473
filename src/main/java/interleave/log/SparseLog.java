package interleave.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Says the same thing at most once a minute, and then how often it was not said: what goes wrong
 * with each of many sandboxes must not hide the rest of the log. Safe for many threads.
 */
public final class SparseLog {
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 100;

  private final Logger logger;
  private final LongSupplier nanoTime;
  private final Map<String, Said> said =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Said(long at, int unsaid) {}

  public SparseLog(Class<?> whose) {
    this(System.getLogger(whose.getName()), System::nanoTime);
  }

  SparseLog(Logger logger, LongSupplier nanoTime) {
    this.logger = logger;
    this.nanoTime = nanoTime;
  }

  public void error(String message) {
    say(Level.ERROR, message);
  }

  public void warning(String message) {
    say(Level.WARNING, message);
  }

  private synchronized void say(Level level, String message) {
    long now = nanoTime.getAsLong();
    var before = said.get(message);
    if (before != null && now - before.at < SILENCE.toNanos()) {
      said.put(message, new Said(before.at, before.unsaid + 1));
      return;
    }
    int unsaid = before == null ? 0 : before.unsaid;
    logger.log(level, unsaid == 0 ? message : message + " (and " + unsaid + " times before)");
    said.put(message, new Said(now, 0));
  }
}
