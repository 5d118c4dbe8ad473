package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner.Places;
import interleave.run.RunEvent.Queued;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FairnessTest {
  private static final String FOR_EVER = "import time\nwhile True: time.sleep(0.1)";
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void one_address_has_so_many_runs_whoever_owns_them() throws Exception {
    try (var runner = runner(new Places(1, 2, 9), new Fairness(2, 100, LONG, Duration.ZERO))) {
      runner.submit(request(runner, FOR_EVER, "a", "here"));
      var second = runner.submit(request(runner, FOR_EVER, "b", "here"));
      assertBusy(runner, request(runner, FOR_EVER, "c", "here"));
      runner.submit(request(runner, FOR_EVER, "c", "there"));
      second.stop();
      runner.submit(request(runner, FOR_EVER, "d", "here"));
    }
  }

  @Test
  void an_owner_starts_so_many_runs_in_a_minute_and_is_told_when_the_next_may_come()
      throws Exception {
    try (var runner = runner(new Places(2, 9, 9), new Fairness(9, 2, LONG, Duration.ZERO))) {
      for (int run = 0; run < 2; run++) {
        Ran.ended(runner.submit(request(runner, "print(1)", "a", "here")));
      }
      var wait = assertBusy(runner, request(runner, "print(1)", "a", "here"));
      assertTrue(wait.isPositive() && wait.compareTo(Duration.ofSeconds(30)) <= 0, wait::toString);
      Ran.ended(runner.submit(request(runner, "print(1)", "b", "here")));
    }
  }

  @Test
  void an_address_starts_ten_times_as_many_whoever_its_owners_are() throws Exception {
    try (var runner = runner(new Places(2, 9, 9), new Fairness(9, 1, LONG, Duration.ZERO))) {
      for (int run = 0; run < Fairness.ADDRESS_SHARE; run++) {
        var owner = "owner" + run;
        Ran.ended(runner.submit(request(runner, "print(1)", owner, "here")));
      }
      assertBusy(runner, request(runner, "print(1)", "another", "here"));
      Ran.ended(runner.submit(request(runner, "print(1)", "another", "there")));
    }
  }

  @Test
  void what_is_refused_costs_nothing_of_the_minute() throws Exception {
    try (var runner = runner(new Places(1, 1, 9), new Fairness(9, 2, LONG, Duration.ZERO))) {
      var first = runner.submit(request(runner, FOR_EVER, "a", "here"));
      for (int again = 0; again < 5; again++) {
        assertBusy(runner, request(runner, FOR_EVER, "a", "here"));
      }
      first.stop();
      Ran.ended(first);
      Ran.ended(runner.submit(request(runner, "print(1)", "a", "here")));
    }
  }

  @Test
  void a_full_queue_says_how_long_those_in_it_will_take() throws Exception {
    try (var runner = runner(new Places(1, 9, 3), RealRunner.UNHINDERED)) {
      Ran.ended(runner.submit(request(runner, "print(1)", "a", "here")));
      for (int run = 0; run < 4; run++) {
        runner.submit(request(runner, FOR_EVER, "a", "here"));
      }
      var wait = assertBusy(runner, request(runner, FOR_EVER, "b", "there"));
      // A run was taken to last a second before there was one, and four are to be waited for.
      assertTrue(wait.compareTo(Duration.ofSeconds(3)) > 0, wait::toString);
      assertTrue(wait.compareTo(Duration.ofSeconds(4)) < 0, wait::toString);
    }
  }

  @Test
  void runs_that_nobody_listens_to_are_stopped_and_leave_the_queue() throws Exception {
    var fairness = new Fairness(9, 100, Duration.ofMillis(300), Duration.ZERO);
    try (var runner = runner(new Places(1, 9, 9), fairness)) {
      var heard = runner.submit(request(runner, FOR_EVER, "a", "here"));
      try (var _ = heard.log().listen()) {
        var waiting = runner.submit(request(runner, FOR_EVER, "a", "here"));
        assertEquals(Reason.STOPPED, Ran.ended(waiting).end().reason());
        assertEquals(1, Ran.ended(waiting).only(Queued.class).size());
        assertFalse(heard.log().ended());
      }
      var ran = Ran.ended(heard);
      assertEquals(Reason.STOPPED, ran.end().reason());
      assertEquals(1, ran.only(Started.class).size());
    }
  }

  @Test
  void a_run_is_heard_as_long_as_one_of_its_listeners_is_there() throws Exception {
    var log = new RunLog();
    var one = log.listen();
    var other = log.listen();
    one.close();
    one.close();
    assertEquals(Duration.ZERO, log.unheard());
    other.close();
    while (log.unheard().isZero()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void closing_lets_a_program_come_to_its_own_end() throws Exception {
    var runner = runner(new Places(1, 9, 9), new Fairness(9, 9, LONG, Duration.ofSeconds(20)));
    var brief = "import time\nprint('on')\ntime.sleep(0.5)\nprint('done')";
    var run = runner.submit(request(runner, brief, "a", "here"));
    var waiting = runner.submit(request(runner, brief, "a", "here"));
    Ran.await(run, RunEvent.Output.class::isInstance);
    var closing = Thread.ofVirtual().start(runner::close);
    assertEquals(Reason.STOPPED, Ran.ended(waiting).end().reason());
    var refused =
        assertThrows(
            RunRefused.Unavailable.class, () -> runner.submit(request(runner, brief, "a", "here")));
    assertTrue(refused.retryAfter().isPositive());
    var ran = Ran.ended(run);
    assertEquals(Reason.EXITED, ran.end().reason());
    assertEquals("on\ndone\n", ran.out());
    closing.join();
  }

  @Test
  void closing_stops_a_program_that_does_not_end_in_its_time() throws Exception {
    var runner = runner(new Places(1, 9, 9), new Fairness(9, 9, LONG, Duration.ofMillis(300)));
    var run = runner.submit(request(runner, FOR_EVER, "a", "here"));
    Ran.await(run, Started.class::isInstance);
    long began = System.nanoTime();
    runner.close();
    assertTrue(System.nanoTime() - began >= 300_000_000);
    assertEquals(Reason.STOPPED, Ran.ended(run).end().reason());
  }

  private static Runner runner(Places places, Fairness fairness) {
    return RealRunner.create("bwrap", "/usr/bin/python3", RealRunner.LIMITS, places, fairness);
  }

  private static RunRequest request(Runner runner, String code, String owner, String address) {
    return new RunRequest(code, runner.runtimes().getFirst().name(), owner, address);
  }

  private static Duration assertBusy(Runner runner, RunRequest request) {
    return assertThrows(RunRefused.Busy.class, () -> runner.submit(request)).retryAfter();
  }
}
