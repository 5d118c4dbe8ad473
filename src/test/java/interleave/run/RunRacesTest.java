package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner.Places;
import interleave.run.RunEvent.End;
import interleave.run.RunEvent.Queued;
import interleave.run.RunEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Learners who start, stop and leave at once, programs that end meanwhile, and a server that stops.
 */
@Timeout(60)
class RunRacesTest {
  private static final int LEARNERS = 8;
  private static final int RUNS_EACH = 400;
  private static final int AT_ONCE = 3;

  private final PaperLauncher launcher = new PaperLauncher();
  private final Runner runner =
      new QueueRunner(
          launcher, PaperLauncher.LIMITS, new Places(AT_ONCE, 4, 12), RealRunner.UNHINDERED);
  private final ConcurrentLinkedQueue<Run> accepted = new ConcurrentLinkedQueue<>();

  @Test
  void every_run_that_is_accepted_comes_to_one_end_and_leaves_its_place() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var learners = new ArrayList<Future<?>>();
      for (int learner = 0; learner < LEARNERS; learner++) {
        var random = new Random(learner);
        learners.add(threads.submit(() -> learn(random)));
      }
      var ending = threads.submit(this::endPrograms);
      for (var learner : learners) {
        learner.get();
      }
      var closing = threads.submit(runner::close);
      closing.get();
      ending.cancel(true);
    }
    assertTrue(launcher.most.get() <= AT_ONCE, () -> launcher.most + " were under way at once");
    assertFalse(accepted.isEmpty());
    for (var run : accepted) {
      assertSound(new Ran(run.log().entries().stream().map(RunLog.Entry::event).toList()));
    }
  }

  @Test
  void a_server_that_stops_leaves_no_run_without_an_end_however_many_come_meanwhile()
      throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var learners = new ArrayList<Future<?>>();
      for (int learner = 0; learner < LEARNERS; learner++) {
        var owner = "learner" + learner;
        learners.add(threads.submit(() -> startUntilClosed(owner)));
      }
      while (accepted.size() < LEARNERS) {
        Thread.onSpinWait();
      }
      runner.close();
      for (var learner : learners) {
        learner.get();
      }
    }
    for (var run : accepted) {
      assertTrue(run.log().ended());
    }
    assertTrue(launcher.underWay.isEmpty());
  }

  private Void learn(Random random) throws Exception {
    for (int n = 0; n < RUNS_EACH; n++) {
      try {
        var run = runner.submit(PaperLauncher.request("learner" + random.nextInt(LEARNERS)));
        accepted.add(run);
        if (random.nextBoolean()) {
          run.stop();
        }
        try (var _ = run.log().listen()) {
          while (random.nextInt(3) > 0 && !run.log().ended()) {
            Thread.onSpinWait();
          }
        }
        if (random.nextInt(4) == 0) {
          run.stop();
          Ran.ended(run);
          assertEquals(run, runner.find(run.id()).orElseThrow());
        }
      } catch (RunRefused.Busy _) {
        Thread.onSpinWait();
      }
    }
    return null;
  }

  private Void endPrograms() {
    while (!Thread.currentThread().isInterrupted()) {
      var first = launcher.underWay.peekFirst();
      if (first != null) {
        first.end(Reason.EXITED);
      }
      Thread.onSpinWait();
    }
    return null;
  }

  private Void startUntilClosed(String owner) throws RunRefused {
    while (true) {
      try {
        accepted.add(runner.submit(PaperLauncher.request(owner)));
      } catch (RunRefused.Busy _) {
        Thread.onSpinWait();
      } catch (RunRefused.Unavailable _) {
        return null;
      }
    }
  }

  /** Waits first, with ever lower positions; then begins, or not; then ends, once. */
  private static void assertSound(Ran ran) {
    assertEquals(1, ran.only(End.class).size(), ran::toString);
    assertEquals(End.class, ran.events().getLast().getClass());
    var positions = ran.only(Queued.class).stream().map(Queued::position).toList();
    assertEquals(positions, positions.stream().distinct().sorted((a, b) -> b - a).toList());
    assertEquals(
        List.of(),
        ran.events().subList(positions.size(), ran.events().size()).stream()
            .filter(Queued.class::isInstance)
            .toList());
  }
}
