package interleave.web;

import interleave.content.Highlighter;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.db.Database;
import interleave.learner.Progress;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import interleave.share.Share;
import interleave.share.ShareStore;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A program that somebody shared, with its run. Whatever it says is its author's, not ours. */
final class SharePage {
  private static final Duration DATABASE_BACK = Duration.ofSeconds(30);

  private final Course course;
  private final ShareStore shares;
  private final Visitors visitors;
  private final Runner runner;
  private final Pages pages;

  SharePage(Course course, ShareStore shares, Visitors visitors, Runner runner, Pages pages) {
    this.course = course;
    this.shares = shares;
    this.visitors = visitors;
    this.runner = runner;
    this.pages = pages;
  }

  void show(Context ctx) {
    var share = share(ctx, shares);
    var output = new SharedOutput();
    var shared = SharedJson.read(share.content().open(), output::hear);
    var title = shared.title().orElse("A shared program");
    var view =
        new ShareView(
            share,
            shared.title().isPresent(),
            shared.python(),
            program(shared),
            runtimes(shared.runtime()),
            runner.status(),
            runner.limits(),
            output.rows(),
            output.cut());
    var progress = Visitors.ifReadable(() -> visitors.progress(ctx), Progress.none());
    var page = pages.page(ctx, title, Optional.of(progress), Optional.empty());
    ctx.header("X-Robots-Tag", "noindex");
    pages.send(ctx, 200, Pages.TEMPLATES.pagesShare(page, view));
  }

  /**
   * The share that the address names.
   *
   * @throws Problem when there is none, or the database fails
   */
  static Share share(Context ctx, ShareStore shares) {
    try {
      return shares
          .find(ctx.pathParam("id"))
          .orElseThrow(
              () ->
                  Problem.notFound(
                      "There is no shared program at this address. Perhaps the link was cut short,"
                          + " or nobody had looked at it for a long time."));
    } catch (Database.Unavailable _) {
      throw Problem.unavailable(
          "Shared programs cannot be read right now. Try again in a minute.", DATABASE_BACK);
    }
  }

  /** A demo of the course runs by its name, with all that it is allowed; anything else as code. */
  private Demo program(SharedJson shared) {
    var code = shared.code();
    return new Demo(
        course.demoOf(code).map(Demo::id).orElse(""),
        "program",
        "program.py",
        Demo.Mode.RUN,
        code,
        Highlighter.program(code),
        shared.network(),
        List.of(),
        Expectation.none(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private List<PythonRuntime> runtimes(String first) {
    return runner.runtimes().stream()
        .sorted(Comparator.comparing(runtime -> !runtime.name().equals(first)))
        .toList();
  }
}
