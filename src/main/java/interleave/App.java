package interleave;

import interleave.config.Config;
import interleave.content.ContentProblem;
import interleave.content.CourseReader;
import interleave.course.Course;
import interleave.db.Database;
import interleave.learner.LearnerStore;
import interleave.run.Fairness;
import interleave.run.Limits;
import interleave.run.QueueRunner;
import interleave.run.Runner;
import interleave.run.linux.Descriptors;
import interleave.run.linux.LinuxException;
import interleave.run.sandbox.Sandboxes;
import interleave.run.sandbox.TierSource;
import interleave.share.ShareStore;
import interleave.web.Assets;
import interleave.web.WebServer;
import interleave.web.connection.ConnectionLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The whole server, put together here and nowhere else. */
public final class App implements AutoCloseable {
  private static final Duration UNHEARD = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final WebServer server;
  private final Runner runner;
  private final Database database;
  private final DailySweep sweep;

  private App(WebServer server, Runner runner, Database database, DailySweep sweep) {
    this.server = server;
    this.runner = runner;
    this.database = database;
    this.sweep = sweep;
  }

  /**
   * Where an app finds its files.
   *
   * @param migrations the folder of the {@code V*.sql} files
   * @param own what is served under {@code /static/}
   * @param vendor what is served under {@code /vendor/}
   * @param heartbeat how long an event stream may be silent
   * @param idle how long a connection may stand still, with nothing to read or a reader that takes
   *     nothing
   * @param request how long a client may take to send the head of a request, and then its body
   */
  public record Options(
      Path migrations, Path own, Path vendor, Duration heartbeat, Duration idle, Duration request) {
    /** Short: it is also how soon it is found out that a client has left. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    private static final Duration IDLE = Duration.ofSeconds(30);

    /** Long enough for 100 kB, more than most programs have, at 30 kbit/s. */
    private static final Duration REQUEST = Duration.ofSeconds(30);

    /** The places in the project's folder. */
    public static Options in(Path root) {
      return new Options(
          root.resolve("db"),
          root.resolve("static"),
          root.resolve("target/vendor"),
          HEARTBEAT,
          IDLE,
          REQUEST);
    }
  }

  /**
   * Starts the server on the files in the project's folder, with real sandboxes.
   *
   * @param root the project's folder
   * @throws ContentProblem for the first thing that is wrong in the course
   * @throws Assets.Missing when the style sheet is not there
   * @throws Database.Unusable when the database cannot be used
   * @throws WebServer.PortTaken when the port cannot be listened on
   * @throws OpenFiles.TooFew when the limit on descriptors is too low
   */
  public static App start(Config config, Path root) {
    var course = CourseReader.read(root.resolve("content"));
    return start(config, Options.in(root), course, runner(config));
  }

  /** A runner with real sandboxes, as the settings want it; it may find that it can run nothing. */
  public static Runner runner(Config config) {
    var runs = config.runs();
    var limits =
        new Limits(
            runs.wallSeconds() * 1000L,
            runs.cpuSeconds() * 1000L,
            (long) runs.memoryMib() << 20,
            runs.tasks(),
            (long) runs.outputKib() << 10,
            (long) runs.codeKib() << 10);
    var places = new QueueRunner.Places(runs.atOnce(), runs.perLearner(), runs.queue());
    var fairness = new Fairness(runs.perAddress(), runs.perMinute(), UNHEARD, GRACE);
    try {
      var installed = config.data().resolve("runtimes");
      var tiers =
          switch (config.tier()) {
            case ANY -> TierSource.best(config.cgroup());
            case CGROUP -> TierSource.cgroups(config.cgroup());
            case POLLING -> TierSource.polling();
          };
      var sandboxes =
          new Sandboxes(config.bwrap(), config.python(), installed, limits, runs.atOnce(), tiers);
      return new QueueRunner(sandboxes, limits, places, fairness);
    } catch (LinuxException e) {
      throw new IllegalStateException("the system has no descriptor left", e);
    }
  }

  /**
   * Starts the server; whatever fails stops the start, and leaves nothing behind.
   *
   * @param runner closed with the app, and also when the start fails
   * @throws Assets.Missing when the style sheet is not there
   * @throws Database.Unusable when the database cannot be used
   * @throws WebServer.PortTaken when the port cannot be listened on
   * @throws OpenFiles.TooFew when the limit on descriptors is too low
   */
  public static App start(Config config, Options options, Course course, Runner runner) {
    Database database = null;
    try {
      var files = OpenFiles.divide(Descriptors.limit(), config.runs());
      var assets = Assets.load(options.own(), options.vendor());
      database = Database.open(config.databaseUrl(), options.migrations());
      var learners = new LearnerStore(database, Clock.systemUTC());
      var shares = new ShareStore(database, Clock.systemUTC());
      var parts =
          new WebServer.Parts(
              course, learners, shares, database, runner, assets, options.heartbeat());
      var server =
          WebServer.start(
              new WebServer.Place(config.host(), config.port(), config.proxies(), config.origin()),
              new WebServer.Bounds(
                  new ConnectionLimits(
                      files.connections(),
                      ConnectionLimits.perAddress(files.connections(), config.proxies()),
                      options.idle(),
                      options.request()),
                  config.runs().perMinute()),
              parts);
      return new App(server, runner, database, new DailySweep(learners::expire));
    } catch (RuntimeException e) {
      runner.close();
      if (database != null) {
        database.close();
      }
      throw e;
    }
  }

  /** Whether programs can be run, and how they are held to their limits. */
  public Runner.Status programs() {
    return runner.status();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * Takes no more runs and lets those under way end, so that their streams get their ends; then
   * serves no more, and lets go.
   */
  @Override
  public void close() {
    runner.close();
    server.close();
    sweep.close();
    database.close();
  }
}
