package interleave.web;

import interleave.course.Course;
import interleave.db.Database;
import interleave.learner.LearnerStore;
import interleave.run.Runner;
import interleave.share.ShareStore;
import interleave.web.connection.ConnectionLimits;
import interleave.web.connection.Connections;
import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The site on a port. */
public final class WebServer implements AutoCloseable {
  private static final long FORM_BYTES = 64 * 1024;
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * What the site is made of; whoever made a part closes it.
   *
   * @param heartbeat how long an event stream may be silent
   */
  public record Parts(
      Course course,
      LearnerStore learners,
      ShareStore shares,
      Database database,
      Runner runner,
      Assets assets,
      Duration heartbeat) {}

  /**
   * Where the site is.
   *
   * @param port 0 takes a free one
   * @param proxies how many reverse proxies stand before it
   * @param origin where browsers reach it, if that is known
   */
  public record Place(String host, int port, int proxies, Optional<URI> origin) {}

  /**
   * What clients may ask for.
   *
   * @param runsPerMinute how many runs one learner may start in a minute
   */
  public record Bounds(ConnectionLimits connections, int runsPerMinute) {}

  /** The port cannot be listened on. */
  public static final class PortTaken extends RuntimeException {
    private PortTaken(String host, int port, Throwable cause) {
      super(
          "Port "
              + port
              + " of "
              + host
              + " cannot be listened on: another program has it, or it needs more rights;"
              + " set INTERLEAVE_PORT to another",
          cause);
    }
  }

  /**
   * Starts to serve.
   *
   * @throws PortTaken when the port cannot be listened on
   */
  public static WebServer start(Place place, Bounds bounds, Parts parts) {
    var stream = new RunStream(parts.heartbeat());
    var routes = new Routes(place, bounds, parts, stream);
    var javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.concurrency.useVirtualThreads = true;
              config.http.maxRequestSize = FORM_BYTES;
              config.http.prefer405over404 = true;
              config.jetty.modifyServer(
                  server -> {
                    server.setStopTimeout(STOP.toMillis());
                    server.insertHandler(new GracefulHandler());
                    Connections.limit(server, bounds.connections());
                  });
              // Streams would hold the stop back: they end first.
              config.events.serverStopping(stream::close);
              routes.addTo(config.routes);
            });
    try {
      javalin.start(place.host(), place.port());
      return new WebServer(javalin);
    } catch (JavalinBindException e) {
      throw new PortTaken(place.host(), place.port(), e);
    }
  }

  /** Every route, as the server knows them. */
  List<Endpoint> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint)
        .toList();
  }

  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, ends event streams, and waits for the others, at most 5 seconds. */
  @Override
  public void close() {
    javalin.stop();
  }
}
