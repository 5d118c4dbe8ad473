package interleave.web;

import interleave.course.Challenge;
import interleave.course.Demo;
import interleave.course.Lesson;
import interleave.learner.LearnerStore;
import interleave.learner.Visit;
import interleave.run.RunRefused;
import interleave.run.Runner;
import interleave.schedule.Goal;
import interleave.schedule.Granularity;
import interleave.schedule.Judge;
import interleave.schedule.LabProgram;
import interleave.schedule.Schedule;
import interleave.schedule.Verdict;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what a learner found for a challenge: an order that is to go wrong, as JSON, or a program
 * that is to go wrong in none, as JSON or from a plain form; judges it, and keeps how far they have
 * come.
 */
final class ChallengePost {
  private static final Set<String> FIELDS = Set.of("demo", "schedule", "code", "runtime");

  private final LearnerStore learners;
  private final Visitors visitors;
  private final LessonPage lessons;
  private final Runner runner;
  private final Judge judge;
  private final RunOwners owners;
  private final Submissions submissions;

  ChallengePost(
      LearnerStore learners,
      Visitors visitors,
      LessonPage lessons,
      Runner runner,
      Judge judge,
      RunOwners owners) {
    this.learners = learners;
    this.visitors = visitors;
    this.lessons = lessons;
    this.runner = runner;
    this.judge = judge;
    this.owners = owners;
    submissions = new Submissions(runner);
  }

  void answer(Context ctx) throws IOException {
    var lesson = lessons.lesson(ctx);
    if (ctx.isFormUrlencoded()) {
      answerForm(ctx, lesson);
    } else {
      answerJson(ctx, lesson);
    }
  }

  /** Without scripts there is no stepping, so a form brings a program. */
  private void answerForm(Context ctx, Lesson lesson) {
    var demo = demo(lesson, Optional.ofNullable(ctx.formParam("demo")));
    var runtime = submissions.steppable(Optional.ofNullable(ctx.formParam("runtime")));
    var typed = Optional.ofNullable(ctx.formParam("code")).orElse("").replace("\r\n", "\n");
    var code = ProgramBody.checked(typed, runner.limits());
    var verdict = fixes(ctx, demo, code, runtime);
    visitors.remember(ctx, tried(ctx, demo, verdict));
    if (verdict.met()) {
      ctx.redirect(lesson.path() + "#" + ChallengeView.anchor(demo), HttpStatus.SEE_OTHER);
    } else {
      lessons.showUnmet(ctx, lesson, new ChallengeView.Sent(demo.id(), code, runtime, verdict));
    }
  }

  private void answerJson(Context ctx, Lesson lesson) throws IOException {
    var body = ProgramBody.read(ctx, runner.limits(), FIELDS);
    var demo = demo(lesson, body.text("demo"));
    var runtime = submissions.steppable(body.text("runtime"));
    var code = body.code();
    var schedule = body.text("schedule");
    if (code.isPresent() == schedule.isPresent()) {
      throw Problem.badField("code", "Send either a schedule, or code.");
    }
    code.map(program -> fix(ctx, demo, program, runtime))
        .or(() -> schedule.map(order -> breakIt(ctx, demo, order, runtime)))
        .ifPresent(answer -> Json.send(ctx, 200, answer));
  }

  private ObjectNode breakIt(Context ctx, Demo demo, String order, String runtime) {
    var schedule =
        Schedule.of(order)
            .orElseThrow(() -> Problem.badField("schedule", "This is not a schedule."));
    var program = new LabProgram(demo.code(), runtime, granularity(challenge(demo)));
    var verdict =
        judged(
            () ->
                judge.breaks(program, schedule, goal(demo), owners.of(ctx), owners.addressOf(ctx)));
    var kept = Optional.ofNullable(verdict.schedule()).orElse("");
    var visit = learners.tryToBreak(visitors.token(ctx), demo.id(), verdict.met(), kept);
    visitors.remember(ctx, visit);
    return answer(demo, visit, verdict);
  }

  private ObjectNode fix(Context ctx, Demo demo, String code, String runtime) {
    var verdict = fixes(ctx, demo, code, runtime);
    var visit = tried(ctx, demo, verdict);
    visitors.remember(ctx, visit);
    return answer(demo, visit, verdict);
  }

  private Verdict fixes(Context ctx, Demo demo, String code, String runtime) {
    var program = new LabProgram(code, runtime, granularity(challenge(demo)));
    return judged(() -> judge.fixes(program, goal(demo), owners.of(ctx), owners.addressOf(ctx)));
  }

  private Visit tried(Context ctx, Demo demo, Verdict verdict) {
    var proof = Optional.ofNullable(verdict.proof()).map(ObjectNode::toString);
    return learners.tryToFix(visitors.token(ctx), demo.id(), proof);
  }

  private interface Judging {
    Verdict judge() throws RunRefused, InterruptedException;
  }

  private static Verdict judged(Judging judging) {
    return Submissions.accepted(() -> Submissions.uninterrupted(judging::judge));
  }

  private ObjectNode answer(Demo demo, Visit visit, Verdict verdict) {
    var progress = learners.progress(visit.learner()).challenge(demo);
    var answer = Json.object().put("met", verdict.met());
    answer.set("verdict", verdict.finding().json());
    answer.put("broken", progress.brokenAt().isPresent());
    answer.put("fixed", progress.fixedAt().isPresent());
    answer.putObject("tries").put("break", progress.breakTries()).put("fix", progress.fixTries());
    if (verdict.outcome() != null) {
      answer.set("outcome", verdict.outcome());
    }
    if (verdict.schedule() != null) {
      answer.put("schedule", verdict.schedule());
    }
    return answer;
  }

  private static Demo demo(Lesson lesson, Optional<String> id) {
    return lesson.demos().stream()
        .filter(demo -> Optional.of(demo.id()).equals(id) && demo.challenge().isPresent())
        .findFirst()
        .orElseThrow(() -> Problem.badField("demo", "The lesson has no challenge of this id."));
  }

  private static Challenge challenge(Demo demo) {
    return demo.challenge().orElseThrow();
  }

  private static Goal goal(Demo demo) {
    var challenge = challenge(demo);
    return new Goal(challenge.good(), challenge.check().orElse(""), challenge.threads());
  }

  private static Granularity granularity(Challenge challenge) {
    return challenge.byInstruction() ? Granularity.BYTECODE : Granularity.LINE;
  }
}
