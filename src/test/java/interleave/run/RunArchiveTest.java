package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent.Stream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunArchiveTest {
  private static final int MIB = 1 << 20;

  private final RunArchive archive = new RunArchive();

  @Test
  void the_oldest_runs_are_given_up_when_all_together_are_too_much() {
    IntStream.range(0, 100).forEach(n -> archive.add(new Ended("run " + n, MIB)));
    assertTrue(archive.find("run 99").isPresent());
    assertTrue(archive.find("run 0").isEmpty());
    assertEquals(
        63, IntStream.range(0, 100).filter(n -> archive.find("run " + n).isPresent()).count());
  }

  @Test
  void the_latest_run_is_kept_however_large() {
    archive.add(new Ended("small", 1));
    archive.add(new Ended("large", 80 * MIB));
    assertTrue(archive.find("small").isEmpty());
    assertTrue(archive.find("large").isPresent());
  }

  /** A run whose log has one output of a size. */
  private record Ended(String id, RunLog log) implements Run {
    Ended(String id, int size) {
      this(id, new RunLog());
      log.append(new RunEvent.Output(0, "2.2", Stream.OUT, "x".repeat(size)));
    }

    @Override
    public RunRequest request() {
      return new RunRequest("", "3.11", "test", "net");
    }

    @Override
    public void stop() {}
  }
}
