package interleave.schedule;

import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunLog;
import java.time.Duration;
import java.util.stream.Stream;

/** Waits for runs that are the server's own matter, and are of no use to anybody else. */
final class Ended {
  private static final Duration STEP = Duration.ofSeconds(1);

  private Ended() {}

  /**
   * All events of a run, once it has ended; none when it was given up.
   *
   * @throws InterruptedException when the thread is told to leave; the run is stopped then
   */
  static Stream<RunEvent> events(Run run) throws InterruptedException {
    try (var _ = run.log().listen()) {
      long seen = 0;
      while (!run.log().ended()) {
        run.log().await(seen, STEP);
        seen = run.log().last();
      }
      return run.log().entries().stream().map(RunLog.Entry::event);
    } catch (InterruptedException thrown) {
      run.stop();
      throw thrown;
    }
  }
}
