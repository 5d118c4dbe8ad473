package interleave.web;

import interleave.db.Database;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import io.javalin.http.Context;

/** Whether the server lives, and whether it can do all of its work. */
final class Health {
  private final Database database;
  private final Runner runner;

  Health(Database database, Runner runner) {
    this.database = database;
    this.runner = runner;
  }

  void live(Context ctx) {
    ctx.header("Cache-Control", "no-store").contentType("text/plain; charset=utf-8").result("ok");
  }

  /**
   * 200 when programs can be run and the database keeps what learners do; otherwise 503 with the
   * reason.
   */
  void ready(Context ctx) {
    boolean database = this.database.works();
    var status = runner.status();
    boolean ready = database && status instanceof Runner.Status.Ready;
    var json = Json.object().put("ready", ready).put("database", database);
    switch (status) {
      case Runner.Status.Ready(var tier, var uncovered) -> {
        var sandbox = json.putObject("sandbox").put("tier", tier);
        var phrases = sandbox.putArray("uncovered");
        uncovered.forEach(phrases::add);
      }
      case Runner.Status.Unavailable(var reason) -> json.putObject("sandbox").put("reason", reason);
    }
    var runtimes = json.putArray("runtimes");
    runner.runtimes().stream().map(PythonRuntime::name).forEach(runtimes::add);
    json.set(
        "limits", RunEventJson.of(runner.limits()).put("codeBytes", runner.limits().codeBytes()));
    Json.send(ctx, ready ? 200 : 503, json);
  }
}
