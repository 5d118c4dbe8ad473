package interleave.web;

import interleave.run.Limits;
import interleave.schedule.Bounds;
import interleave.schedule.Granularity;
import interleave.schedule.LabProgram;
import interleave.schedule.Schedule;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A request about the orders of a program's steps, as JSON: {@code {"code": "...", "runtime":
 * "3.11", "granularity": "line"}}, and what is to be done with it.
 */
record ExplorationBody(
    String code,
    Optional<String> runtime,
    Granularity granularity,
    Bounds bounds,
    Schedule schedule) {
  private static final Set<String> EXPLORE =
      Set.of("code", "runtime", "granularity", "reduction", "preemptions", "maxSchedules");
  private static final Set<String> REPLAY = Set.of("code", "runtime", "granularity", "schedule");

  /**
   * Reads a request to explore; see {@link Bounds} for what may be left out.
   *
   * @throws Problem when it is wrong, naming the field
   */
  static ExplorationBody explore(Context ctx, Limits limits) throws IOException {
    var body = ProgramBody.read(ctx, limits, EXPLORE);
    return of(body, bounds(body), Schedule.USUAL);
  }

  /**
   * Reads a request to replay.
   *
   * @throws Problem when it is wrong, naming the field
   */
  static ExplorationBody replay(Context ctx, Limits limits) throws IOException {
    var body = ProgramBody.read(ctx, limits, REPLAY);
    var text = body.text("schedule").orElse("");
    var schedule =
        Schedule.of(text)
            .orElseThrow(
                () ->
                    Problem.badField(
                        "schedule", "A schedule is task numbers in runs, such as 1.3-2-1.2."));
    return of(body, Bounds.USUAL, schedule);
  }

  LabProgram program(Submissions submissions) {
    return new LabProgram(code, submissions.steppable(runtime), granularity);
  }

  private static ExplorationBody of(ProgramBody body, Bounds bounds, Schedule schedule) {
    var code = body.code().orElseThrow(() -> Problem.badField("code", "Send code."));
    return new ExplorationBody(code, body.text("runtime"), granularity(body), bounds, schedule);
  }

  private static Granularity granularity(ProgramBody body) {
    return switch (body.text("granularity").orElse("line")) {
      case "line" -> Granularity.LINE;
      case "bytecode" -> Granularity.BYTECODE;
      default -> throw Problem.badField("granularity", "granularity must be line or bytecode.");
    };
  }

  private static Bounds bounds(ProgramBody body) {
    int schedules =
        number(body, "maxSchedules", 1, Bounds.MOST_SCHEDULES).orElse(Bounds.USUAL.schedules());
    return new Bounds(
        flag(body, "reduction"),
        number(body, "preemptions", 0, Bounds.MOST_PREEMPTIONS),
        schedules);
  }

  private static boolean flag(ProgramBody body, String field) {
    var node = body.fields().path(field);
    if (!node.isMissingNode() && !node.isBoolean()) {
      throw Problem.badField(field, field + " must be true or false.");
    }
    return node.asBoolean(true);
  }

  private static OptionalInt number(ProgramBody body, String field, int least, int most) {
    var node = body.fields().path(field);
    if (node.isMissingNode() || node.isNull()) {
      return OptionalInt.empty();
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.asInt() < least
        || node.asInt() > most) {
      throw Problem.badField(
          field, field + " must be a number from " + least + " to " + most + ".");
    }
    return OptionalInt.of(node.asInt());
  }
}
