package interleave.web;

import interleave.run.Run;
import interleave.run.Runner;
import interleave.schedule.Exploration;
import interleave.schedule.Lab;
import interleave.schedule.Replay;
import io.javalin.http.Context;
import java.io.IOException;

/** Explores the orders of a program's steps, and replays one of them. */
final class ExplorationApi {
  private final Runner runner;
  private final Lab lab;
  private final RunOwners owners;
  private final RunStream stream;
  private final Submissions submissions;

  ExplorationApi(Runner runner, Lab lab, RunOwners owners, RunStream stream) {
    this.runner = runner;
    this.lab = lab;
    this.owners = owners;
    this.stream = stream;
    submissions = new Submissions(runner);
  }

  void start(Context ctx) throws IOException {
    var body = ExplorationBody.explore(ctx, runner.limits());
    var program = body.program(submissions);
    var owner = owners.of(ctx);
    var address = owners.addressOf(ctx);
    var run = Submissions.accepted(() -> lab.explore(program, body.bounds(), owner, address));
    var path = "/api/explorations/" + run.id();
    ctx.header("Location", path);
    Json.send(ctx, 201, Json.object().put("id", run.id()).put("events", path + "/events"));
  }

  void events(Context ctx) {
    stream.sendExploration(ctx, run(ctx));
  }

  void stop(Context ctx) {
    run(ctx).stop();
    ctx.status(204);
  }

  /** Answers with the record of one execution. */
  void replay(Context ctx) throws IOException {
    var body = ExplorationBody.replay(ctx, runner.limits());
    var program = body.program(submissions);
    var owner = owners.of(ctx);
    var address = owners.addressOf(ctx);
    var replay =
        Submissions.accepted(
            () ->
                Submissions.uninterrupted(
                    () -> lab.replay(program, body.schedule(), owner, address)));
    switch (replay) {
      case Replay.Recorded(var record) -> Json.send(ctx, 200, record);
      case Replay.Refused(var why) -> throw Problem.refused(why);
      case Replay.CutOff(var why) ->
          throw Problem.plain(422, "No record", "The program could not be stepped: " + why + ".");
    }
  }

  private Run run(Context ctx) {
    return runner
        .find(ctx.pathParam("id"))
        .filter(Exploration::isOne)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "There is no such exploration, or it ended too long ago to be kept."));
  }
}
