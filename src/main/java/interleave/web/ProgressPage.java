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
            page,
            progress,
            NextStep.of(course, progress),
            predictions(progress),
            challenges(progress)));
  }

  /** Those that were tried. */
  private List<ChallengeView> challenges(Progress progress) {
    return course
        .lessons()
        .flatMap(
            lesson ->
                lesson.demos().stream()
                    .filter(demo -> progress.challenges().containsKey(demo.id()))
                    .filter(demo -> demo.challenge().isPresent())
                    .map(
                        demo ->
                            ChallengeView.of(
                                demo, lesson.path(), progress.challenge(demo), Optional.empty())))
        .toList();
  }

  private List<PredictionView> predictions(Progress progress) {
    return course
        .lessons()
        .flatMap(lesson -> PredictionView.of(lesson, progress, Optional.empty()).values().stream())
        .filter(prediction -> !prediction.open())
        .toList();
  }
}
