package interleave.schedule;

import interleave.run.PythonRuntime;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explores and replays programs. Each such request is a run: it waits, counts and is stopped as
 * runs are. Safe for use by many threads.
 */
public final class Lab {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Runner runner;

  public Lab(Runner runner) {
    this.runner = runner;
  }

  /**
   * Starts to explore; what it finds is in the run's log, for {@link Exploration} to read.
   *
   * @throws RunRefused when it is not accepted, or its runtime cannot be stepped
   */
  public Run explore(LabProgram program, Bounds bounds, String owner, String address)
      throws RunRefused {
    checkRuntime(program);
    return runner.submit(Engine.explore(program, bounds, runner.limits(), owner, address));
  }

  /**
   * As {@link #explore}, for a program whose author may wish that something else were found: it can
   * use only what does not lead to the engine (src/main/python/_interleave_lab/confinement.py).
   *
   * @throws RunRefused when it is not accepted, or its runtime cannot be stepped
   */
  Run exploreConfined(LabProgram program, Bounds bounds, String owner, String address)
      throws RunRefused {
    checkRuntime(program);
    return runner.submit(Engine.exploreConfined(program, bounds, runner.limits(), owner, address));
  }

  /**
   * Starts a program by itself, without the engine.
   *
   * @throws RunRefused when it is not accepted
   */
  Run run(LabProgram program, String owner, String address) throws RunRefused {
    return runner.submit(new RunRequest(program.code(), program.runtime(), owner, address));
  }

  /**
   * Records the execution that a schedule stands for; waits for it.
   *
   * @throws RunRefused when it is not accepted, or its runtime cannot be stepped
   * @throws InterruptedException when the thread is told to leave; the run is stopped then
   */
  public Replay replay(LabProgram program, Schedule schedule, String owner, String address)
      throws RunRefused, InterruptedException {
    checkRuntime(program);
    var run = runner.submit(Engine.replay(program, schedule, owner, address));
    try (var _ = run.log().listen()) {
      return awaitRecord(run);
    } catch (InterruptedException thrown) {
      run.stop();
      throw thrown;
    }
  }

  /** One that is not installed is refused by the runner. */
  private void checkRuntime(LabProgram program) throws RunRefused {
    var named = runner.steppable().stream().map(PythonRuntime::name).toList();
    boolean installed =
        runner.runtimes().stream().anyMatch(each -> each.name().equals(program.runtime()));
    if (installed && !named.contains(program.runtime())) {
      throw new RunRefused.Invalid(
          "runtime",
          "The lab cannot step programs on Python %s. %s"
              .formatted(
                  program.runtime(),
                  named.isEmpty()
                      ? "Nor can it on any other that is here."
                      : "Choose one of: " + String.join(", ", named) + "."));
    }
  }

  private static Replay awaitRecord(Run run) throws InterruptedException {
    var output = new EngineOutput(Engine.key(run.request()).orElseThrow());
    Optional<ObjectNode> record = Optional.empty();
    long seen = 0;
    while (true) {
      boolean ended = run.log().ended();
      for (var entry : run.log().await(seen, STEP)) {
        seen = entry.sequence();
        switch (entry.event()) {
          case RunEvent.Output piece -> {
            for (var answer : output.take(piece)) {
              switch (answer) {
                case Answer.Refused(var why) -> {
                  return new Replay.Refused(why);
                }
                case Answer.Recorded(var data) -> record = record.or(() -> Optional.of(data));
                case Answer.Progress _, Answer.Outcome _, Answer.End _ -> {}
              }
            }
          }
          case RunEvent.End end -> {
            return record
                .<Replay>map(Replay.Recorded::new)
                .orElseGet(() -> new Replay.CutOff(Exploration.why(end.reason())));
          }
          case RunEvent.Queued _, RunEvent.Started _, RunEvent.Task _ -> {}
          case RunEvent.Usage _, RunEvent.Truncated _ -> {}
        }
      }
      if (ended && run.log().last() <= seen) {
        // Given up: nobody asked for it in time.
        return new Replay.CutOff(Exploration.why(RunEvent.Reason.LOST));
      }
    }
  }
}
