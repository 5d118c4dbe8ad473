package interleave;

import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.Run;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.util.List;
import java.util.Optional;

/** Stands where no program can be run. */
final class NoRunner implements Runner {
  private static final String REASON = "This server has no sandbox to run programs in.";

  @Override
  public Run submit(RunRequest request) throws RunRefused {
    throw new RunRefused.Unavailable(REASON);
  }

  @Override
  public Optional<Run> find(String id) {
    return Optional.empty();
  }

  @Override
  public List<PythonRuntime> runtimes() {
    return List.of();
  }

  @Override
  public Status status() {
    return new Status.Unavailable(REASON);
  }

  @Override
  public Limits limits() {
    return new Limits(10_000, 8_000, 256L << 20, 64, 256 << 10, 64 << 10);
  }

  @Override
  public void close() {}
}
