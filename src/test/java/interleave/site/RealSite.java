package interleave.site;

import interleave.App;
import interleave.Logging;
import interleave.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The server as it is started for learners, on a port of its own and with a database in a file,
 * which is deleted when it is closed.
 */
final class RealSite implements AutoCloseable {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private final Config config;
  private App app;

  private RealSite(Config config) {
    this.config = config;
    app = App.start(config, PROJECT);
  }

  /**
   * Starts a site.
   *
   * @param settings names and values in turn, beside those for port and data
   */
  static RealSite start(String... settings) {
    Logging.setUp();
    var environment = new HashMap<String, String>();
    environment.put("INTERLEAVE_PORT", "0");
    environment.put("INTERLEAVE_DATA", newFolder().toString());
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return new RealSite(Config.from(Map.copyOf(environment)));
  }

  /** Stops the server and starts another on the same database. It may get another port. */
  void restart() {
    app.close();
    app = App.start(config, PROJECT);
  }

  URI at(String path) {
    return URI.create("http://localhost:" + app.port()).resolve(path);
  }

  @Override
  public void close() {
    app.close();
    try (var paths = Files.walk(config.data())) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("interleave-site");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
