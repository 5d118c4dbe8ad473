package interleave.web;

import interleave.course.Course;
import interleave.run.Run;
import interleave.run.RunRequest;
import interleave.run.Runner;
import io.javalin.http.Context;
import java.io.IOException;
import tools.jackson.core.exc.JacksonIOException;

/** Starting, watching and stopping runs. Whoever knows a run's id may watch and stop it. */
final class RunApi {
  private final Course course;
  private final Runner runner;
  private final RunOwners owners;
  private final RunStream stream;
  private final Submissions submissions;

  RunApi(Course course, Runner runner, RunOwners owners, RunStream stream) {
    this.course = course;
    this.runner = runner;
    this.owners = owners;
    this.stream = stream;
    submissions = new Submissions(runner);
  }

  void submit(Context ctx) throws IOException {
    var body = RunBody.read(ctx, course, runner.limits(), runner.runtimes());
    var runtime = submissions.runtime(body.runtime());
    var owner = owners.of(ctx);
    var address = owners.addressOf(ctx);
    var request =
        new RunRequest(body.code(), runtime, owner, address, body.input(), body.network());
    var run = Submissions.accepted(() -> runner.submit(request));
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

  private Run run(Context ctx) {
    return runner
        .find(ctx.pathParam("id"))
        .orElseThrow(
            () -> Problem.notFound("There is no such run, or it ended too long ago to be kept."));
  }
}
