package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.QueueRunner.Places;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong with one program costs the others nothing. */
@Timeout(20)
class FailingLauncherTest {
  private final Logger logger = Logger.getLogger(QueueRunner.class.getName());
  private final PaperLauncher launcher = new PaperLauncher();
  private Runner runner;

  @BeforeEach
  void open() {
    logger.setLevel(Level.OFF);
    var fairness = new Fairness(100, 100, Duration.ofMillis(200), Duration.ZERO);
    runner = new QueueRunner(launcher, PaperLauncher.LIMITS, new Places(1, 1, 9), fairness);
  }

  @AfterEach
  void close() {
    launcher.close();
    runner.close();
    logger.setLevel(null);
  }

  @Test
  void a_program_that_cannot_be_launched_is_lost_and_its_place_is_free() throws Exception {
    for (int again = 0; again < 3; again++) {
      var torn = runner.submit(PaperLauncher.request(PaperLauncher.TORN, "a"));
      assertEquals(Reason.LOST, Ran.ended(torn).end().reason());
    }
    Ran.await(runner.submit(PaperLauncher.request("a")), Started.class::isInstance);
  }

  @Test
  void those_behind_one_that_cannot_be_launched_move_up() throws Exception {
    runner.submit(PaperLauncher.request("a"));
    var torn = runner.submit(PaperLauncher.request(PaperLauncher.TORN, "b"));
    var last = runner.submit(PaperLauncher.request("c"));
    launcher.endFirst();
    assertEquals(Reason.LOST, Ran.ended(torn).end().reason());
    Ran.await(last, Started.class::isInstance);
  }

  @Test
  void one_that_cannot_be_stopped_does_not_keep_others_from_being_stopped() throws Exception {
    runner.submit(PaperLauncher.request(PaperLauncher.STUCK, "a"));
    for (int again = 0; again < 3; again++) {
      var unheard = runner.submit(PaperLauncher.request("b"));
      assertEquals(Reason.STOPPED, Ran.ended(unheard).end().reason());
    }
  }
}
