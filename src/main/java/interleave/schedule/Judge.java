package interleave.schedule;

import interleave.run.Run;
import interleave.run.RunRefused;
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
      case Replay.Refused(var why) -> Verdict.missed(why.path("detail").asString(""));
      case Replay.CutOff(var why) -> Verdict.missed("It could not be stepped: " + why + ".");
      case Replay.Recorded(var record) -> {
        if (!(record.path("end") instanceof ObjectNode end)) {
          yield Verdict.missed("This order is not one of this program.");
        }
        boolean good = goal.isGood(end);
        var words = good ? "In this order all goes well." : "That is it: this order goes wrong.";
        yield new Verdict(!good, words, end, record.path("schedule").asString(""));
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
            .map(Verdict::missed)
            .orElse(verdict)
        : verdict;
  }

  private static Verdict refused(ObjectNode why) {
    int line = why.path("line").asInt(0);
    var detail = why.path("detail").asString("");
    return Verdict.missed(line > 0 ? detail + " (line " + line + ")" : detail);
  }

  private static Verdict judge(ObjectNode end, Goal goal) {
    for (var outcome : end.path("outcomes")) {
      if (!goal.isGood(outcome)) {
        return new Verdict(
            false,
            "There is an order in which it still goes wrong.",
            outcome.asObject(),
            outcome.path("schedule").asString(""));
      }
    }
    if (!end.path("complete").asBoolean(false)) {
      return Verdict.missed(
          "No order went wrong, but not all could be tried: "
              + end.path("why").asString("there are too many")
              + ". Make the program smaller.");
    }
    if (end.path("threads").asInt() < goal.threads()) {
      return Verdict.missed(
          "Nothing goes wrong, but the work is no longer done by "
              + goal.threads()
              + (goal.threads() == 1 ? " thread." : " threads."));
    }
    int working = end.path("working").asInt();
    if (working < goal.threads()) {
      return Verdict.missed(
          "Nothing goes wrong, but only "
              + working
              + " of the "
              + goal.threads()
              + " threads that it takes "
              + (working == 1 ? "changes" : "change")
              + " anything that another one sees, or prints anything.");
    }
    return Verdict.met("No order goes wrong: " + orders(end) + " tried.");
  }

  private static String orders(JsonNode end) {
    int orders = end.path("schedules").asInt(0);
    return orders == 1 ? "one that stands for all was" : orders + " that stand for all were";
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
