package interleave.schedule;

import interleave.run.Run;
import interleave.run.RunRefused;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges orders and programs by a goal, with the engine. Safe for use by many threads. */
public final class Judge {
  private final Lab lab;

  public Judge(Lab lab) {
    this.lab = lab;
  }

  /**
   * Whether an order of a program's steps goes wrong.
   *
   * @throws RunRefused when it cannot be looked at now
   */
  public Verdict breaks(
      LabProgram program, Schedule schedule, Goal goal, String owner, String address)
      throws RunRefused, InterruptedException {
    return switch (lab.replay(program, schedule, owner, address)) {
      case Replay.Refused(var why) -> said(why.path("detail").asString(""));
      case Replay.CutOff(var why) -> said("It could not be stepped: " + why + ".");
      case Replay.Recorded(var record) -> {
        if (!(record.path("end") instanceof ObjectNode end)) {
          yield said("This order is not one of this program.");
        }
        boolean good = goal.isGood(end);
        var finding =
            good
                ? Finding.none(
                    "In this order all goes well: the program " + OutcomeWords.of(end) + ".")
                : Finding.violation(
                    "That is it: in this order it " + OutcomeWords.of(end) + ".", record);
        yield Verdict.shown(!good, finding, end, record.path("schedule").asString(""));
      }
    };
  }

  /**
   * Whether no order of a program's steps goes wrong, and it still does its job: in the lab, and
   * then also by itself, where no engine is that it could change.
   *
   * @throws RunRefused when it cannot be looked at now
   */
  public Verdict fixes(LabProgram program, Goal goal, String owner, String address)
      throws RunRefused, InterruptedException {
    var checked =
        new LabProgram(goal.checked(program.code()), program.runtime(), program.granularity());
    var verdict =
        switch (explored(lab.exploreConfined(checked, Bounds.USUAL, owner, address))) {
          case ExplorationEvent.Refused(var why) -> refused(why);
          case ExplorationEvent.End(var end) -> judge(end, goal);
          case ExplorationEvent.Queued _, ExplorationEvent.Progress _, ExplorationEvent.Outcome _ ->
              throw new IllegalStateException("these are no ends");
        };
    return verdict.met()
        ? PlainRun.of(lab.run(checked, owner, address))
            .fault(goal)
            .map(words -> Verdict.missed(Finding.missed(words)))
            .orElse(verdict)
        : verdict;
  }

  private static Verdict refused(ObjectNode why) {
    int line = why.path("line").asInt(0);
    var detail = why.path("detail").asString("");
    return said(line > 0 ? detail + " (line " + line + ")" : detail);
  }

  private static Verdict said(String words) {
    return Verdict.missed(Finding.none(words));
  }

  /** Of the end of an exploration: what is said of the program. */
  static Verdict judge(ObjectNode end, Goal goal) {
    for (var outcome : end.path("outcomes")) {
      if (!goal.isGood(outcome)) {
        return Verdict.shown(
            false,
            Finding.violation(
                "There is an order in which it still goes wrong: it "
                    + OutcomeWords.of(outcome)
                    + "."
                    + checked(outcome, goal),
                end),
            outcome.asObject(),
            outcome.path("schedule").asString(""));
      }
    }
    var tried = new OrdersTried(end);
    if (!tried.isAll()) {
      return Verdict.missed(
          Finding.partial(
              "No order went wrong so far. " + tried.words() + " Make the program smaller.", end));
    }
    return idle(end, goal)
        .map(words -> Verdict.missed(Finding.missed("Nothing goes wrong, but " + words)))
        .orElseGet(() -> Verdict.fixed(end));
  }

  /** What was checked, where that may be what failed: its line is none of the learner's program. */
  private static String checked(JsonNode outcome, Goal goal) {
    boolean asserted = outcome.path("error").asString("").startsWith("main: AssertionError");
    return asserted && !goal.check().isEmpty()
        ? " At the end of your program this is checked: " + OutcomeWords.excerpt(goal.check()) + "."
        : "";
  }

  /** How many threads of those do nothing that are to do the work; empty when all do something. */
  private static Optional<String> idle(JsonNode end, Goal goal) {
    if (end.path("threads").asInt() < goal.threads()) {
      var threads = goal.threads() == 1 ? " thread." : " threads.";
      return Optional.of("the work is no longer done by " + goal.threads() + threads);
    }
    int working = end.path("working").asInt();
    return working < goal.threads()
        ? Optional.of(
            "only "
                + working
                + " of the "
                + goal.threads()
                + " threads that it takes "
                + (working == 1 ? "changes" : "change")
                + " anything that another one sees, or prints anything.")
        : Optional.empty();
  }

  /** The end of an exploration, once its run has ended too, so that there is room for another. */
  private static ExplorationEvent explored(Run run) throws InterruptedException {
    var exploration = new Exploration(run);
    return Ended.events(run)
        .flatMap(event -> exploration.take(event).stream())
        .filter(Judge::isLast)
        .findFirst()
        .orElseGet(exploration::givenUp);
  }

  private static boolean isLast(ExplorationEvent event) {
    return event instanceof ExplorationEvent.End || event instanceof ExplorationEvent.Refused;
  }
}
