package interleave.web;

import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A runner that runs nothing: the test itself writes into the logs of the runs, so that it knows
 * what is there and what is still to come; and it refuses what it is told to refuse. What real
 * programs do is tested on the real sandbox.
 */
final class PaperRunner implements Runner {
  static final Limits LIMITS = new Limits(10_000, 8_000, 1 << 28, 64, 1 << 18, 100);

  /** Looking for the run of this id fails, by a mistake of ours. */
  static final String BROKEN = "broken";

  final Map<String, Paper> runs = new ConcurrentHashMap<>();
  volatile Optional<RunRefused> refusal = Optional.empty();
  volatile List<PythonRuntime> steppable = runtimes();
  volatile Status status = new Status.Ready("paper");

  record Paper(String id, RunRequest request, RunLog log) implements Run {
    @Override
    public void stop() {
      log.append(new RunEvent.End(RunEvent.Reason.STOPPED, null, 9, 12, 3, 4096));
    }
  }

  /** The end of a program that did what it should. */
  static RunEvent end() {
    return new RunEvent.End(RunEvent.Reason.EXITED, 0, null, 12, 3, 4096);
  }

  @Override
  public Run submit(RunRequest request) throws RunRefused {
    var refused = refusal;
    if (refused.isPresent()) {
      throw refused.get();
    }
    var run = new Paper("run" + (runs.size() + 1), request, new RunLog());
    runs.put(run.id(), run);
    return run;
  }

  @Override
  public Optional<Run> find(String id) {
    if (id.equals(BROKEN)) {
      throw new IllegalStateException("torn paper");
    }
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public List<PythonRuntime> runtimes() {
    return List.of(new PythonRuntime("3.11", "3.11.2"), new PythonRuntime("3.14", "3.14.0"));
  }

  @Override
  public List<PythonRuntime> steppable() {
    return steppable;
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public void close() {
    runs.values().forEach(Paper::stop);
  }
}
