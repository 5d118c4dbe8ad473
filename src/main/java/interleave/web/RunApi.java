package interleave.web;

import interleave.course.Course;
import interleave.run.PythonRuntime;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import io.javalin.http.Context;
import java.time.Duration;

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
            .orElseThrow(
                () -> Problem.unavailable("No Python is installed on this server.", NO_PYTHON));
    var owner = owners.of(ctx);
    var address = owners.addressOf(ctx);
    var run = submit(new RunRequest(body.code(), runtime, owner, address, body.input()));
    var path = "/api/runs/" + run.id();
    ctx.header("Location", path);
    Json.send(ctx, 201, Json.object().put("id", run.id()).put("events", path + "/events"));
  }

  void events(Context ctx) {
    stream.send(ctx, run(ctx));
  }

  /** The run as far as it has come; {@code ended} says whether that is all of it. */
  void show(Context ctx) {
    var run = run(ctx);
    var entries = run.log().entries();
    boolean ended = !entries.isEmpty() && entries.getLast().event() instanceof RunEvent.End;
    var json =
        Json.object()
            .put("id", run.id())
            .put("ended", ended)
            .put("runtime", run.request().runtime());
    var events = json.putArray("events");
    for (var entry : entries) {
      events
          .addObject()
          .put("sequence", entry.sequence())
          .put("event", RunEventJson.name(entry.event()))
          .set("data", RunEventJson.of(entry.event()));
    }
    Json.send(ctx, 200, json);
  }

  void stop(Context ctx) {
    run(ctx).stop();
    ctx.status(204);
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
