package interleave.web;

import interleave.course.Course;
import interleave.course.Demo;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import interleave.run.Runner;
import interleave.share.Packed;
import interleave.share.ShareAllowance;
import interleave.share.ShareStore;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/**
 * Sharing runs. A client only names a run: what it was and what it did is taken from the server's
 * own log, so that what a link shows did run here.
 */
final class ShareApi {
  /** More than the id of a run takes, with a field around it. */
  private static final int MOST_BODY_BYTES = 512;

  private static final int AT_ONCE = 8;

  private final Course course;
  private final Runner runner;
  private final RunOwners owners;
  private final ShareStore shares;
  private final ShareAllowance allowance = new ShareAllowance(System::nanoTime);

  ShareApi(Course course, Runner runner, RunOwners owners, ShareStore shares) {
    this.course = course;
    this.runner = runner;
    this.owners = owners;
    this.shares = shares;
  }

  /** Shares the run that the body names: {@code {"run": "..."}}. The same run has one link. */
  void create(Context ctx) throws IOException {
    var run = runner.find(runId(ctx)).orElseThrow(ShareApi::gone);
    var known = shares.ofRun(run.id());
    var id = known.orElseGet(() -> add(ctx, run));
    var path = "/r/" + id;
    ctx.header("Location", path);
    Json.send(ctx, known.isPresent() ? 200 : 201, Json.object().put("path", path));
  }

  /** The program with its run: {@code title}, {@code runtime}, {@code code}, {@code events}. */
  void show(Context ctx) {
    var share = SharePage.share(ctx, shares);
    ctx.header("Cache-Control", "no-store").contentType("application/json");
    try (var plain = share.content().open()) {
      plain.transferTo(ctx.outputStream());
    } catch (IOException _) {
      // The client has left, or took nothing for too long.
    }
  }

  private String add(Context ctx, Run run) {
    if (!run.log().ended()) {
      throw Problem.plain(409, "Not ended", "This run has not ended yet. Share it when it has.");
    }
    try (var _ = run.log().listen()) {
      var started =
          started(run.log())
              .orElseThrow(
                  () ->
                      run.log().last() == 0
                          ? gone()
                          : Problem.plain(409, "Never begun", "This program never began to run."));
      var soon = allowance.takeOne(owners.of(ctx));
      if (soon.isPresent()) {
        throw Problem.busy("You share very fast. Wait a moment, then go on.", soon.get());
      }
      var content = pack(run, started);
      var later = allowance.takeBytes(owners.addressOf(ctx), ShareStore.room(content));
      if (later.isPresent()) {
        throw Problem.busy(
            "Your network has shared as much as it may in a day. Try again later.", later.get());
      }
      return keep(run, content);
    }
  }

  private String keep(Run run, Packed content) {
    try {
      return shares.add(run.id(), content);
    } catch (ShareStore.Full _) {
      throw Problem.plain(
          507,
          "No room",
          "There is no room for another link now: the links that were looked at lately fill it."
              + " Try again in some days.");
    }
  }

  private Packed pack(Run run, RunEvent.Started started) {
    var title = course.demoOf(run.request().code()).map(Demo::title);
    Packed packed;
    try {
      packed = Packed.of(out -> SharedJson.write(run, title, started.runtime().version(), out));
    } catch (Packed.TooLarge _) {
      throw Problem.tooLarge(
          "This run is too large to be shared: it wrote too much, or did too many things. A run"
              + " with less output can be shared.");
    }
    if (run.log().last() == 0) {
      throw gone();
    }
    return packed;
  }

  private static Optional<RunEvent.Started> started(RunLog log) {
    var entries = log.after(0, AT_ONCE);
    while (!entries.isEmpty()) {
      for (var entry : entries) {
        if (entry.event() instanceof RunEvent.Started started) {
          return Optional.of(started);
        }
      }
      entries = log.after(entries.getLast().sequence(), AT_ONCE);
    }
    return Optional.empty();
  }

  private static String runId(Context ctx) throws IOException {
    if (!ctx.isJson()) {
      throw Problem.wrongType("application/json");
    }
    var bytes =
        Body.read(
            ctx, MOST_BODY_BYTES, () -> Problem.tooLarge("The body names a run, and no more."));
    var body = Json.read(bytes);
    var run = body.path("run");
    if (!run.isString()) {
      throw Problem.badField("run", "run must be the id of a run.");
    }
    if (body.size() > 1) {
      throw Problem.badInput("The body has an unknown field; it may have run.");
    }
    return run.asString();
  }

  private static Problem gone() {
    return Problem.notFound(
        "The server no longer has this run. Run the program again, and share that.");
  }
}
