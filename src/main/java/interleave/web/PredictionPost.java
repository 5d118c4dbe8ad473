package interleave.web;

import interleave.course.Demo;
import interleave.course.Lesson;
import interleave.course.Prediction;
import interleave.learner.LearnerStore;
import interleave.learner.Predicted;
import interleave.quiz.Expected;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.Runner;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Takes what a learner expects of a demo, from a plain form: {@code demo}, {@code expected} and,
 * when a run has shown what comes, its id as {@code run}. What came once stays.
 */
final class PredictionPost {
  private static final double MS_IN_SECOND = 1000;
  private static final double BYTES_IN_MIB = 1 << 20;

  private final LearnerStore learners;
  private final Visitors visitors;
  private final LessonPage lessons;
  private final Runner runner;

  PredictionPost(LearnerStore learners, Visitors visitors, LessonPage lessons, Runner runner) {
    this.learners = learners;
    this.visitors = visitors;
    this.lessons = lessons;
    this.runner = runner;
  }

  void answer(Context ctx) {
    if (!ctx.isFormUrlencoded()) {
      throw Problem.wrongType("a form");
    }
    var lesson = lessons.lesson(ctx);
    var demo = demo(ctx, lesson);
    var asked = demo.prediction().orElseThrow();
    var earlier = PredictionView.made(demo, asked, visitors.progress(ctx));
    var typed =
        earlier
            .map(made -> Expected.typed(asked.answer(), made.expected()))
            .or(() -> Optional.ofNullable(ctx.formParam("expected")))
            .orElse("");
    var expected = Expected.of(asked.answer(), typed, measured(ctx, demo, asked.answer()));
    if (expected.isEmpty()) {
      lessons.showWithout(ctx, lesson, new PredictionView.Typed(demo.id(), typed));
      return;
    }
    if (earlier.flatMap(Predicted::came).isEmpty()) {
      visitors.remember(ctx, learners.predict(visitors.token(ctx), demo.id(), expected.get()));
    }
    ctx.redirect(lesson.path() + "#prediction:" + demo.name(), HttpStatus.SEE_OTHER);
  }

  private static Demo demo(Context ctx, Lesson lesson) {
    return lesson.demos().stream()
        .filter(demo -> demo.id().equals(ctx.formParam("demo")) && demo.prediction().isPresent())
        .findFirst()
        .orElseThrow(
            () -> Problem.badField("demo", "The lesson has no demo of this id that asks this."));
  }

  /** What the learner's run measured, if that is asked and the run was one of this very program. */
  private OptionalDouble measured(Context ctx, Demo demo, Prediction.Answer answer) {
    if (!(answer instanceof Prediction.Measured(var measure, _))) {
      return OptionalDouble.empty();
    }
    return Optional.ofNullable(ctx.formParam("run"))
        .flatMap(runner::find)
        .filter(run -> run.request().code().equals(demo.code()))
        .flatMap(PredictionPost::end)
        .map(end -> OptionalDouble.of(of(end, measure)))
        .orElse(OptionalDouble.empty());
  }

  private static Optional<RunEvent.End> end(Run run) {
    var log = run.log();
    return log.after(log.last() - 1, 1).stream()
        .map(entry -> entry.event() instanceof RunEvent.End end ? end : null)
        .filter(end -> end != null && end.reason() == RunEvent.Reason.EXITED && end.wallMs() > 0)
        .findFirst();
  }

  private static double of(RunEvent.End end, Prediction.Measure measure) {
    return switch (measure) {
      case WALL -> end.wallMs() / MS_IN_SECOND;
      case CPU -> end.cpuMs() / MS_IN_SECOND;
      case CORES -> (double) end.cpuMs() / end.wallMs();
      case MEMORY -> end.peakMemoryBytes() / BYTES_IN_MIB;
    };
  }
}
