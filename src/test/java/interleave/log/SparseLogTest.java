package interleave.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparseLogTest {
  private final Logger logger = Logger.getLogger("interleave.log.SparseLogTest");
  private final Lines lines = new Lines();
  private final AtomicLong now = new AtomicLong();
  private final SparseLog log = new SparseLog(System.getLogger(logger.getName()), now::get);

  private static final class Lines extends Handler {
    final List<String> said = new ArrayList<>();

    @Override
    public void publish(LogRecord message) {
      said.add(message.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(lines);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(lines);
  }

  @Test
  void the_same_is_said_once_a_minute_and_then_how_often_it_was_not() {
    for (int second = 0; second < 130; second++) {
      now.set(Duration.ofSeconds(second).toNanos());
      log.error("no room");
    }
    assertEquals(
        List.of("no room", "no room (and 59 times before)", "no room (and 59 times before)"),
        lines.said);
  }

  @Test
  void something_else_is_said_at_once() {
    log.error("no room");
    log.warning("no light");
    log.error("no room");
    assertEquals(List.of("no room", "no light"), lines.said);
  }

  @Test
  void it_takes_braces_as_they_are() {
    log.error("it said: {0} '{1}'");
    assertEquals(List.of("it said: {0} '{1}'"), lines.said);
  }
}
