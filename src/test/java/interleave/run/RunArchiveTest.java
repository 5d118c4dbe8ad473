package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent.Stream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunArchiveTest {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;

  private final RunArchive archive = new RunArchive();

  @Test
  void the_oldest_runs_are_given_up_when_all_together_are_too_much() {
    IntStream.range(0, 100).forEach(n -> archive.add(new Ended("run " + n, MIB / 2)));
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

  @Test
  void the_programs_of_runs_count_too() {
    var code = "x".repeat(MIB);
    IntStream.range(0, 200)
        .forEach(
            n ->
                archive.add(
                    new Ended(
                        "run " + n, new RunLog(), new RunRequest(code, "3.11", "a", "net", code))));
    long kept = IntStream.range(0, 200).filter(n -> archive.find("run " + n).isPresent()).count();
    assertTrue(kept <= 32, () -> kept + " runs are kept, of 2 MiB each");
  }

  @Test
  void many_small_runs_are_not_kept_for_nothing() {
    IntStream.range(0, 200_000).forEach(n -> archive.add(new Ended("run " + n, 1)));
    assertTrue(archive.find("run 0").isEmpty());
    assertTrue(archive.find("run 199999").isPresent());
  }

  @Test
  void what_nobody_reads_any_more_is_forgotten_when_it_is_put_out() {
    var small = new RunArchive(100 * KIB, 1000 * KIB);
    var first = new Ended("first", 40 * KIB);
    small.add(first);
    small.add(new Ended("second", 40 * KIB));
    assertTrue(small.find("first").isEmpty());
    assertEquals(0, first.log().last());
    assertEquals(0, first.log().weight());
  }

  @Test
  void what_is_read_when_it_is_put_out_may_be_read_to_its_end_by_readers_that_do_not_hold_too_much()
      throws Exception {
    var small = new RunArchive(100 * KIB, 1000 * KIB);
    var first = new Ended("first", 40 * KIB);
    try (var _ = first.log().listen()) {
      small.add(first);
      for (int other = 0; other < 30; other++) {
        small.add(new Ended("unread " + other, 40 * KIB));
      }
      assertTrue(small.find("first").isEmpty());
      assertEquals(1, first.log().last());
      for (int other = 0; other < 30; other++) {
        var slow = new Ended("read slowly " + other, 40 * KIB);
        var _ = slow.log().listen();
        small.add(slow);
      }
      assertEquals(List.of(), first.log().await(1, Duration.ofSeconds(30)));
      assertEquals(0, first.log().weight());
    }
  }

  /** A run whose log has one output of a size. */
  private record Ended(String id, RunLog log, RunRequest request) implements Run {
    Ended(String id, int size) {
      this(id, new RunLog(), new RunRequest("", "3.11", "test", "net"));
      log.append(new RunEvent.Output(0, "2.2", Stream.OUT, "x".repeat(size), null));
    }

    @Override
    public void stop() {}
  }
}
