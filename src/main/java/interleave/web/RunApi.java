package interleave.web;

import interleave.course.Course;
import interleave.run.PythonRuntime;
import interleave.run.Run;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import io.javalin.http.Context;
import java.time.Duration;
import tools.jackson.core.exc.JacksonIOException;

/** Starting, watching and stopping runs. Whoever knows a run's id may watch and stop it. */
final class RunApi {
  private static final Duration NO_PYTHON = Duration.ofSeconds(30);

  private final Course course;
  private final Runner runner;
  private final RunOwners owners;
  private final RunStream stream;

  RunApi(Course course, Runner runner, RunOwners owners, RunStream stream) {
    this.course = course;
    this.runner = runner;
    this.owners = owners;
    this.stream = stream;
  }

  void submit(Context ctx) {
    var body = RunBody.read(ctx, course, runner.limits(), runner.runtimes());
    var runtime =
        body.runtime()
            .or(() -> runner.runtimes().stream().map(PythonRuntime::name).findFirst())
            .orElseThrow(this::nothingInstalled);
    var owner = owners.of(ctx);
    var address = owners.addressOf(ctx);
    var run =
        submit(new RunRequest(body.code(), runtime, owner, address, body.input(), body.network()));
    var path = "/api/runs/" + run.id();
    ctx.header("Location", path);
    Json.send(ctx, 201, Json.object().put("id", run.id()).put("events", path + "/events"));
  }

  void events(Context ctx) {
    stream.send(ctx, run(ctx));
  }

  /** The run as far as it has come: its events, or with {@code format=trace} a trace file. */
  void show(Context ctx) {
    boolean trace =
        switch (ctx.queryParam("format")) {
          case null -> false;
          case "trace" -> true;
          default ->
              throw Problem.badField("format", "The format is trace; without it, events are sent.");
        };
    var run = run(ctx);
    ctx.header("Cache-Control", "no-store").contentType("application/json");
    if (trace) {
      var name = "interleave-" + run.id() + ".trace.json";
      ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    try (var _ = run.log().listen()) {
      if (trace) {
        TraceJson.write(run, ctx.outputStream());
      } else {
        RunJson.write(run, ctx.outputStream());
      }
    } catch (JacksonIOException _) {
      // The client has left, or took nothing for too long.
    }
  }

  void stop(Context ctx) {
    run(ctx).stop();
    ctx.status(204);
  }

  private Problem nothingInstalled() {
    return Problem.unavailable(
        switch (runner.status()) {
          case Runner.Status.Ready _ -> "No Python is installed on this server.";
          case Runner.Status.Unavailable(var reason) ->
              "Programs cannot be run here right now: " + reason;
        },
        NO_PYTHON);
  }

  private Run submit(RunRequest request) {
    try {
      return runner.submit(request);
    } catch (RunRefused refused) {
      throw switch (refused) {
        case RunRefused.Invalid invalid -> Problem.badField(invalid.field(), invalid.getMessage());
        case RunRefused.TooLarge tooLarge -> Problem.tooLarge(tooLarge.getMessage());
        case RunRefused.Busy busy -> Problem.busy(busy.getMessage(), busy.retryAfter());
        case RunRefused.Unavailable unavailable ->
            Problem.unavailable(unavailable.getMessage(), unavailable.retryAfter());
      };
    }
  }

  private Run run(Context ctx) {
    return runner
        .find(ctx.pathParam("id"))
        .orElseThrow(
            () -> Problem.notFound("There is no such run, or it ended too long ago to be kept."));
  }
}
