package interleave.web;

import interleave.course.Course;
import interleave.learner.NextStep;
import interleave.learner.Progress;
import io.javalin.http.Context;
import java.util.Optional;

/** The course, with the visitor's progress. */
final class HomePage {
  private final Course course;
  private final Visitors visitors;
  private final Pages pages;

  HomePage(Course course, Visitors visitors, Pages pages) {
    this.course = course;
    this.visitors = visitors;
    this.pages = pages;
  }

  void show(Context ctx) {
    var progress = Visitors.ifReadable(() -> visitors.progress(ctx), Progress.none());
    var page = pages.page(ctx, course.title(), Optional.of(progress), Optional.empty());
    var next = NextStep.of(course, progress).stream().findFirst();
    pages.send(ctx, 200, Pages.TEMPLATES.pagesHome(page, progress, next));
  }
}
