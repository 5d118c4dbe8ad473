package interleave.web;

import interleave.content.Highlighter;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.learner.Progress;
import interleave.run.Runner;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The schedule lab on a page of its own: with a small example, or with a demo of the course. */
final class LabPage {
  private static final String DRAFT = "lab";
  private static final String EXAMPLE =
      """
      import threading

      counter = 0


      def deposit():
          global counter
          held = counter
          counter = held + 1


      ann = threading.Thread(target=deposit, name="ann")
      bob = threading.Thread(target=deposit, name="bob")
      ann.start()
      bob.start()
      ann.join()
      bob.join()
      print(counter)
      """;

  private final Course course;
  private final Visitors visitors;
  private final Runner runner;
  private final Pages pages;

  LabPage(Course course, Visitors visitors, Runner runner, Pages pages) {
    this.course = course;
    this.visitors = visitors;
    this.runner = runner;
    this.pages = pages;
  }

  void show(Context ctx) {
    var demo = Optional.ofNullable(ctx.queryParam("demo")).map(this::demo);
    var title = demo.map(one -> "Schedule lab: " + one.title()).orElse("Schedule lab");
    var progress = Visitors.ifReadable(() -> visitors.progress(ctx), Progress.none());
    var page = pages.page(ctx, title, Optional.of(progress), Optional.empty());
    var lab =
        LabView.alone(
            demo.orElseGet(LabPage::example),
            demo.map(Demo::id).orElse(DRAFT),
            runner.steppable(),
            runner.status(),
            page.assets());
    pages.send(ctx, 200, Pages.TEMPLATES.pagesLab(page, lab, demo.isPresent()));
  }

  private Demo demo(String id) {
    return course
        .demo(id)
        .orElseThrow(() -> Problem.notFound("The course has no demo of this name."));
  }

  private static Demo example() {
    return new Demo(
        "",
        "example",
        "Lost update",
        Demo.Mode.SCHEDULE,
        EXAMPLE,
        Highlighter.program(EXAMPLE),
        false,
        List.of(),
        Expectation.none(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
