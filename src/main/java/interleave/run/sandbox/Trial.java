package interleave.run.sandbox;

import interleave.run.Launcher;
import interleave.run.RunEvent;
import interleave.run.RunRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program of ours that was run in a real sandbox, to its end.
 *
 * @param said what it wrote
 * @param complaint what the sandbox itself wrote; mostly empty
 */
record Trial(RunEvent.End end, String said, String complaint) {
  private static final long PATIENCE_SECONDS = 20;

  private static final String OWNER = "self-test";

  /**
   * Runs it, and waits for it.
   *
   * @throws SandboxProblem when it does not end within {@value #PATIENCE_SECONDS} s
   */
  static Trial of(Launcher launcher, String program, String runtime) throws SandboxProblem {
    var said = new StringBuilder();
    var end = new CompletableFuture<RunEvent.End>();
    var execution =
        launcher.launch(
            new RunRequest(program, runtime, OWNER, OWNER),
            event -> {
              switch (event) {
                case RunEvent.Output output -> said.append(output.text());
                case RunEvent.End last -> end.complete(last);
                case RunEvent.Queued _, RunEvent.Started _ -> {}
                case RunEvent.Task _, RunEvent.Usage _, RunEvent.Truncated _ -> {}
              }
            });
    var last = await(end, execution);
    var complaint = execution instanceof SandboxedRun run ? run.complaint() : "";
    return new Trial(last, said.toString(), complaint);
  }

  private static RunEvent.End await(
      CompletableFuture<RunEvent.End> end, Launcher.Execution execution) throws SandboxProblem {
    try {
      return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      execution.stop(RunEvent.Reason.LOST);
      throw new SandboxProblem("the sandbox's self-test did not end");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new SandboxProblem("the sandbox's self-test was interrupted");
    }
  }

  /** What it or its sandbox has to say, for the person who runs the server. */
  String words() {
    return complaint.isEmpty() ? said.strip() : complaint;
  }
}
