package interleave.site;

import interleave.App;
import interleave.config.Config;
import interleave.content.CourseReader;
import interleave.log.Logging;
import interleave.run.Runner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The server as it is started for learners, on a port of its own and with a database in a file,
 * which is deleted when it is closed.
 */
public final class RealSite implements AutoCloseable {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private final Config config;
  private App app;

  private RealSite(Config config, App app) {
    this.config = config;
    this.app = app;
  }

  /**
   * Starts a site.
   *
   * @param settings names and values in turn, beside those for port and data
   */
  public static RealSite start(String... settings) {
    var config = config(settings);
    return new RealSite(config, App.start(config, PROJECT));
  }

  /**
   * Starts a site with a runner of the test's own.
   *
   * @param runner closed with the site
   * @param heartbeat how long an event stream may be silent
   * @param idle how long a connection may stand still
   */
  public static RealSite start(Runner runner, Duration heartbeat, Duration idle) {
    var config = config();
    var usual = App.Options.in(PROJECT);
    var options =
        new App.Options(
            usual.migrations(), usual.own(), usual.vendor(), heartbeat, idle, usual.request());
    var course = CourseReader.read(PROJECT.resolve("content"));
    return new RealSite(config, App.start(config, options, course, runner));
  }

  /** Stops the server and starts another on the same database. It may get another port. */
  void restart() {
    app.close();
    app = App.start(config, PROJECT);
  }

  public URI at(String path) {
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

  private static Config config(String... settings) {
    Logging.setUp();
    var environment = new HashMap<String, String>();
    environment.put("INTERLEAVE_PORT", "0");
    environment.put("INTERLEAVE_DATA", newFolder().toString());
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    return Config.from(Map.copyOf(environment));
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("interleave-site");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
