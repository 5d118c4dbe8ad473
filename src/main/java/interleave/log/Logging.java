package interleave.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What goes to standard error: our own notes, and of the libraries only what is wrong. */
public final class Logging {
  private static final String SETTINGS =
      """
      handlers = java.util.logging.ConsoleHandler
      java.util.logging.SimpleFormatter.format = %1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
      .level = WARNING
      interleave.level = INFO
      """;

  /** Held here, since a logger that nobody holds may forget its filter. */
  private static final Logger JAVALIN = Logger.getLogger("io.javalin.Javalin");

  private Logging() {}

  /** Sets it up for the whole program. */
  public static void setUp() {
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // That a start has failed is said by us, in one line.
    JAVALIN.setFilter(record -> !"Failed to start Javalin".equals(record.getMessage()));
  }
}
