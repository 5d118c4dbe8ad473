package interleave;

import interleave.config.Config;
import interleave.content.ContentProblem;
import interleave.db.Database;
import interleave.log.Logging;
import interleave.run.Runner;
import interleave.web.Assets;
import interleave.web.WebServer;
import java.nio.file.Path;
import java.util.Map;

/** Starts the server in the project's folder, and stops it on SIGTERM or SIGINT. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.setUp();
    App app;
    try {
      app = start(System.getenv(), Path.of("").toAbsolutePath());
    } catch (Config.Wrong
        | ContentProblem
        | Database.Unusable
        | WebServer.PortTaken
        | Assets.Missing
        | OpenFiles.TooFew e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "stop"));
    System.out.println("Interleave on http://localhost:" + app.port());
    System.out.println(words(app.programs()));
  }

  private static String words(Runner.Status programs) {
    return switch (programs) {
      case Runner.Status.Ready(var tier, var uncovered) ->
          uncovered.isEmpty()
              ? "Limits of programs are enforced by " + tier
              : "Limits of programs are enforced by "
                  + tier
                  + ", which does not cover: "
                  + String.join("; ", uncovered);
      case Runner.Status.Unavailable(var reason) -> "Programs cannot be run: " + reason;
    };
  }

  private static App start(Map<String, String> environment, Path root) {
    return App.start(Config.from(environment), root);
  }

  private static void stop(App app) {
    app.close();
    // To be told to stop is no failure: without this the exit code would name the signal.
    Runtime.getRuntime().halt(0);
  }
}
