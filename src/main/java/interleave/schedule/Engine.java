package interleave.schedule;

import interleave.run.Limits;
import interleave.run.RunRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * How the engine is asked (src/main/python/_interleave_lab/main.py): it is the program that runs in
 * the sandbox, and what it steps is its input, behind the {@link EngineKey}. So all limits of runs
 * hold for it.
 */
final class Engine {
  /** Steps of one execution; then it is said to be stuck. */
  static final int MOST_STEPS = 5000;

  /** Of its processor time, it keeps this part for what it does besides exploring. */
  private static final double SHARE = 0.75;

  private static final double MOST_SECONDS = 6;

  private static final String DRIVER = "from _interleave_lab import main\nmain.";

  private Engine() {}

  /** Explores; for at most {@value #MOST_SECONDS} s, and less where runs get less time. */
  static RunRequest explore(
      LabProgram program, Bounds bounds, Limits limits, String owner, String address) {
    return explore(program, bounds, limits, false, owner, address);
  }

  /** As {@link #explore}; the program can use only what does not lead to the engine. */
  static RunRequest exploreConfined(
      LabProgram program, Bounds bounds, Limits limits, String owner, String address) {
    return explore(program, bounds, limits, true, owner, address);
  }

  private static RunRequest explore(
      LabProgram program,
      Bounds bounds,
      Limits limits,
      boolean confined,
      String owner,
      String address) {
    double seconds =
        Math.min(MOST_SECONDS, SHARE * Math.min(limits.cpuMs(), limits.wallMs()) / 1e3);
    var preemptions = bounds.preemptions();
    var call =
        String.format(
            Locale.ROOT,
            "explore(%s, reduction=%s, preemptions=%s, schedules=%d, steps=%d, seconds=%.2f,"
                + " confined=%s)",
            literal(program.granularity()),
            literal(bounds.reduction()),
            preemptions.isPresent() ? String.valueOf(preemptions.getAsInt()) : "None",
            bounds.schedules(),
            MOST_STEPS,
            seconds,
            literal(confined));
    return request(program, call, owner, address);
  }

  /** Records one execution. */
  static RunRequest replay(LabProgram program, Schedule schedule, String owner, String address) {
    var call =
        "record(%s, '%s', steps=%d)"
            .formatted(literal(program.granularity()), schedule.text(), MOST_STEPS);
    return request(program, call, owner, address);
  }

  private static RunRequest request(LabProgram program, String call, String owner, String address) {
    var driver = DRIVER + call + "\n";
    var input = EngineKey.random().text() + "\n" + program.code();
    return new RunRequest(driver, program.runtime(), owner, address, input);
  }

  /** The key of a run that is one of the engine; empty for any other run. */
  static Optional<EngineKey> key(RunRequest request) {
    var first = request.input().lines().findFirst().orElse("");
    return request.code().startsWith(DRIVER) && EngineKey.isOne(first)
        ? Optional.of(new EngineKey(first))
        : Optional.empty();
  }

  private static String literal(boolean flag) {
    return flag ? "True" : "False";
  }

  private static String literal(Granularity granularity) {
    return "'" + granularity.name().toLowerCase(Locale.ROOT) + "'";
  }
}
