package interleave.web;

import interleave.course.Course;
import interleave.learner.NextStep;
import interleave.learner.Progress;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Everything the visitor has done, and what to do next. */
final class ProgressPage {
  private final Course course;
  private final Visitors visitors;
  private final Pages pages;

  ProgressPage(Course course, Visitors visitors, Pages pages) {
    this.course = course;
    this.visitors = visitors;
    this.pages = pages;
  }

  void show(Context ctx) {
    var progress = visitors.progress(ctx);
    var page = pages.page(ctx, "Your progress", Optional.of(progress), Optional.empty());
    pages.send(
        ctx,
        200,
        Pages.TEMPLATES.pagesProgress(
            page, progress, NextStep.of(course, progress), predictions(progress)));
  }

  private List<PredictionView> predictions(Progress progress) {
    return course
        .lessons()
        .flatMap(lesson -> PredictionView.of(lesson, progress, Optional.empty()).values().stream())
        .filter(prediction -> !prediction.open())
        .toList();
  }
}
