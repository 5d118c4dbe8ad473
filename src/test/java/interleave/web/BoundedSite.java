package interleave.web;

import interleave.db.Database;
import interleave.learner.LearnerStore;
import interleave.log.Logging;
import interleave.share.ShareStore;
import interleave.web.connection.ConnectionLimits;
import io.javalin.router.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A started web server with a place and limits of a test's own. */
final class BoundedSite implements AutoCloseable {
  static final Duration HEARTBEAT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(5);

  final PaperRunner runner = new PaperRunner();
  private final Database database;
  private final WebServer server;

  BoundedSite(ConnectionLimits limits) {
    this(limits, 0, Optional.empty());
  }

  /** With usual limits, behind proxies and perhaps under a name. */
  BoundedSite(int proxies, Optional<URI> origin) {
    this(new ConnectionLimits(64, 64, LONG, LONG), proxies, origin);
  }

  private BoundedSite(ConnectionLimits limits, int proxies, Optional<URI> origin) {
    Logging.setUp();
    database =
        Database.open(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            Path.of("db"));
    var clock = Clock.systemUTC();
    server =
        WebServer.start(
            new WebServer.Place("127.0.0.1", 0, proxies, origin),
            new WebServer.Bounds(limits, 60),
            new WebServer.Parts(
                SmallCourse.course(),
                new LearnerStore(database, clock),
                new ShareStore(database, clock),
                database,
                runner,
                Assets.load(Path.of("static"), Path.of("target/vendor")),
                HEARTBEAT));
  }

  List<Endpoint> routes() {
    return server.routes();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    runner.close();
    server.close();
    database.close();
  }
}
