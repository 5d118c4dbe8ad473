package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner.Places;
import interleave.run.RunEvent.Queued;
import interleave.run.RunEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue of thousands, with programs of paper. */
@Timeout(60)
class LongQueueTest {
  private static final int LONG = 4000;

  /** What is told at once near the front, and what the watch tells while a test goes on. */
  private static final int TOLD_EACH = 60;

  private final PaperLauncher launcher = new PaperLauncher();
  private final Runner runner =
      new QueueRunner(
          launcher, PaperLauncher.LIMITS, new Places(1, 5, LONG), RealRunner.UNHINDERED);

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void a_long_queue_drains_with_few_words_to_each_of_those_who_wait() throws Exception {
    var runs = submit(LONG);
    while (!launcher.underWay.isEmpty()) {
      launcher.endFirst();
    }
    for (var run : runs) {
      assertEquals(Reason.EXITED, Ran.ended(run).end().reason());
    }
    assertFewWords(runs);
    assertEquals(1, launcher.most.get());
  }

  @Test
  void a_long_queue_is_closed_with_no_word_but_the_end() throws Exception {
    var runs = submit(LONG);
    runner.close();
    assertFewWords(runs);
    var last = new Ran(events(runs.getLast()));
    assertEquals(Reason.STOPPED, last.end().reason());
    assertEquals(new Queued(LONG - 1), last.events().getFirst());
    assertEquals(List.of(1), positions(runs.get(1)));
  }

  @Test
  void those_far_back_are_told_where_they_stand_when_the_queue_stands_still() throws Exception {
    var runs = submit(30);
    runs.get(10).stop();
    runs.get(20).stop();
    Ran.await(runs.get(19), new Queued(18)::equals);
    Ran.await(runs.get(29), new Queued(27)::equals);
    assertEquals(27, positions(runs.get(29)).getLast());
    assertEquals(List.of(9), positions(runs.get(9)));
  }

  private List<Run> submit(int most) throws RunRefused {
    var runs = new ArrayList<Run>();
    for (int owner = 0; owner < most; owner++) {
      runs.add(runner.submit(PaperLauncher.request("owner" + owner)));
    }
    return runs;
  }

  private static void assertFewWords(List<Run> runs) {
    long told = runs.stream().mapToLong(run -> positions(run).size()).sum();
    assertTrue(told <= (long) TOLD_EACH * LONG, () -> told + " positions were told");
  }

  private static List<Integer> positions(Run run) {
    return new Ran(events(run)).only(Queued.class).stream().map(Queued::position).toList();
  }

  private static List<RunEvent> events(Run run) {
    return run.log().entries().stream().map(RunLog.Entry::event).toList();
  }
}
