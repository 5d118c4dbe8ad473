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
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what a learner found for a challenge, as JSON: an order that is to go wrong, or a program
 * that is to go wrong in none; judges it, and keeps how far they have come.
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
    var body = ProgramBody.read(ctx, runner.limits(), FIELDS);
    var demo = demo(lesson, body);
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
    var program = new LabProgram(code, runtime, granularity(challenge(demo)));
    var verdict =
        judged(() -> judge.fixes(program, goal(demo), owners.of(ctx), owners.addressOf(ctx)));
    var visit = learners.tryToFix(visitors.token(ctx), demo.id(), verdict.met());
    visitors.remember(ctx, visit);
    return answer(demo, visit, verdict);
  }

  private interface Judging {
    Verdict judge() throws RunRefused, InterruptedException;
  }

  private static Verdict judged(Judging judging) {
    return Submissions.accepted(() -> Submissions.uninterrupted(judging::judge));
  }

  private ObjectNode answer(Demo demo, Visit visit, Verdict verdict) {
    var progress = learners.progress(visit.learner()).challenge(demo);
    var answer = Json.object().put("met", verdict.met()).put("words", verdict.words());
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

  private static Demo demo(Lesson lesson, ProgramBody body) {
    var id = body.text("demo").orElse("");
    return lesson.demos().stream()
        .filter(demo -> demo.id().equals(id) && demo.challenge().isPresent())
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
