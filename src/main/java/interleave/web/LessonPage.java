package interleave.web;

import interleave.course.Chapter;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Lesson;
import interleave.learner.Answers;
import interleave.learner.LearnerStore;
import interleave.learner.Progress;
import interleave.run.Runner;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A lesson with its demos and its quiz. */
final class LessonPage {
  private final Course course;
  private final LearnerStore learners;
  private final Visitors visitors;
  private final Runner runner;
  private final Pages pages;

  LessonPage(Course course, LearnerStore learners, Visitors visitors, Runner runner, Pages pages) {
    this.course = course;
    this.learners = learners;
    this.visitors = visitors;
    this.runner = runner;
    this.pages = pages;
  }

  void show(Context ctx) {
    var keep =
        switch (ctx.queryParam("quiz")) {
          case "retry" -> Answers.Keep.RIGHT;
          case "again" -> Answers.Keep.NOTHING;
          case null, default -> Answers.Keep.ALL;
        };
    send(ctx, 200, lesson(ctx), keep, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Shows a quiz again that was sent with answers missing; what was ticked stays. */
  void showIncomplete(Context ctx, Lesson lesson, Answers.Keep keep, Answers posted) {
    send(ctx, 422, lesson, keep, Optional.of(posted), Optional.empty(), Optional.empty());
  }

  /** Shows a prediction again that was sent without an answer. */
  void showWithout(Context ctx, Lesson lesson, PredictionView.Typed typed) {
    send(
        ctx, 422, lesson, Answers.Keep.ALL, Optional.empty(), Optional.of(typed), Optional.empty());
  }

  /** Shows a challenge again that a program did not meet; the program stays. */
  void showUnmet(Context ctx, Lesson lesson, ChallengeView.Sent sent) {
    send(ctx, 422, lesson, Answers.Keep.ALL, Optional.empty(), Optional.empty(), Optional.of(sent));
  }

  void finish(Context ctx) {
    var lesson = lesson(ctx);
    visitors.remember(ctx, learners.finish(visitors.token(ctx), lesson));
    ctx.redirect(course.after(lesson).map(Lesson::path).orElse("/progress"), HttpStatus.SEE_OTHER);
  }

  /**
   * The lesson that the address names.
   *
   * @throws Problem when there is none
   */
  Lesson lesson(Context ctx) {
    return course
        .lesson(ctx.pathParam("chapter") + "/" + ctx.pathParam("lesson"))
        .orElseThrow(() -> Problem.notFound("The course has no lesson at this address."));
  }

  private void send(
      Context ctx,
      int status,
      Lesson lesson,
      Answers.Keep keep,
      Optional<Answers> posted,
      Optional<PredictionView.Typed> typed,
      Optional<ChallengeView.Sent> sent) {
    var progress = Visitors.ifReadable(() -> visitors.progress(ctx), Progress.none());
    var latest = Visitors.ifReadable(() -> latestAnswers(ctx, lesson), Answers.none());
    var view =
        new LessonView(
            lesson,
            chapter(lesson),
            course.before(lesson),
            course.after(lesson),
            progress.readAt(lesson),
            QuizView.of(lesson, latest, keep, progress.quiz(lesson), posted),
            PredictionView.of(lesson, progress, typed),
            challenges(lesson, progress, sent),
            runner.runtimes(),
            runner.steppable(),
            runner.status(),
            runner.limits());
    var page = pages.page(ctx, lesson.title(), Optional.of(progress), Optional.of(lesson));
    pages.send(ctx, status, Pages.TEMPLATES.pagesLesson(page, view));
  }

  private static Map<String, ChallengeView> challenges(
      Lesson lesson, Progress progress, Optional<ChallengeView.Sent> sent) {
    return lesson.demos().stream()
        .filter(demo -> demo.challenge().isPresent())
        .collect(
            Collectors.toMap(
                Demo::id,
                demo -> ChallengeView.of(demo, lesson.path(), progress.challenge(demo), sent)));
  }

  private Answers latestAnswers(Context ctx, Lesson lesson) {
    return visitors
        .learner(ctx)
        .map(learner -> learners.latestAnswers(learner, lesson))
        .orElseGet(Answers::none);
  }

  private Chapter chapter(Lesson lesson) {
    return course.chapters().stream()
        .filter(chapter -> chapter.lessons().contains(lesson))
        .findFirst()
        .orElseThrow();
  }
}
