package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner.Places;
import interleave.run.RunEvent.Queued;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueRunnerTest {
  private static final String FOR_EVER = "import time\nwhile True: time.sleep(0.1)";

  private Runner runner;

  @BeforeEach
  void open() {
    runner = RealRunner.create(RealRunner.LIMITS, new Places(1, 2, 2));
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void a_run_that_gets_a_place_at_once_never_queues() throws Exception {
    var ran = RealRunner.run(runner, "print('hello')");
    assertEquals(List.of(), ran.only(Queued.class));
    assertEquals("hello\n", ran.out());
  }

  @Test
  void those_who_wait_are_told_their_position_as_it_changes_and_run_in_order() throws Exception {
    var first = runner.submit(RealRunner.request(runner, FOR_EVER, "a"));
    var second = runner.submit(RealRunner.request(runner, FOR_EVER, "b"));
    var third = runner.submit(RealRunner.request(runner, "print(3)", "c"));
    first.stop();
    Ran.await(second, Started.class::isInstance);
    second.stop();
    var ran = Ran.ended(third);
    assertEquals(List.of(new Queued(2), new Queued(1)), ran.only(Queued.class));
    assertEquals("3\n", ran.out());
    assertEquals(Reason.STOPPED, Ran.ended(second).end().reason());
  }

  @Test
  void a_run_can_be_stopped_while_it_waits_and_the_next_one_moves_up() throws Exception {
    runner.submit(RealRunner.request(runner, FOR_EVER, "a"));
    var second = runner.submit(RealRunner.request(runner, "print(2)", "b"));
    var third = runner.submit(RealRunner.request(runner, "print(3)", "c"));
    second.stop();
    assertEquals(Reason.STOPPED, Ran.ended(second).end().reason());
    Ran.await(third, new Queued(1)::equals);
  }

  @Test
  void one_owner_has_so_many_runs_and_no_more_until_one_ends() throws Exception {
    var first = runner.submit(RealRunner.request(runner, FOR_EVER, "a"));
    var second = runner.submit(RealRunner.request(runner, FOR_EVER, "a"));
    var busy =
        assertThrows(
            RunRefused.Busy.class, () -> runner.submit(RealRunner.request(runner, FOR_EVER, "a")));
    assertTrue(busy.retryAfter().toSeconds() >= 1);
    second.stop();
    first.stop();
    Ran.ended(first);
    assertEquals("again\n", RealRunner.run(runner, "print('again')").out());
  }

  @Test
  void the_queue_takes_so_many_and_no_more() throws Exception {
    for (var owner : List.of("a", "b", "c")) {
      runner.submit(RealRunner.request(runner, FOR_EVER, owner));
    }
    assertThrows(
        RunRefused.Busy.class, () -> runner.submit(RealRunner.request(runner, FOR_EVER, "d")));
  }

  @Test
  void an_unknown_runtime_is_refused_with_the_names_of_those_there_are() {
    var refused =
        assertThrows(
            RunRefused.Invalid.class,
            () -> runner.submit(new RunRequest("print(1)", "2.7", "a", "net")));
    assertEquals("runtime", refused.field());
    assertTrue(refused.getMessage().contains(runner.runtimes().getFirst().name()));
  }

  @Test
  void a_program_of_the_largest_size_runs_and_one_byte_more_is_refused() throws Exception {
    var comment = "#" + "é".repeat((int) (RealRunner.LIMITS.codeBytes() - 10) / 2);
    var largest = "print(1)\n" + comment;
    assertEquals("1\n", RealRunner.run(runner, largest).out());
    assertThrows(
        RunRefused.TooLarge.class,
        () -> runner.submit(RealRunner.request(runner, largest + "#", "a")));
  }

  @Test
  void a_run_is_found_by_its_id_while_it_lives_and_after_its_end() throws Exception {
    var run = RealRunner.start(runner, "print(1)");
    assertSame(run, runner.find(run.id()).orElseThrow());
    Ran.ended(run);
    assertSame(run, runner.find(run.id()).orElseThrow());
    assertTrue(runner.find("unknown").isEmpty());
  }

  @Test
  void closing_stops_those_who_run_and_those_who_wait() throws Exception {
    var first = runner.submit(RealRunner.request(runner, FOR_EVER, "a"));
    var second = runner.submit(RealRunner.request(runner, FOR_EVER, "b"));
    Ran.await(first, Started.class::isInstance);
    runner.close();
    assertEquals(Reason.STOPPED, Ran.ended(first).end().reason());
    assertEquals(Reason.STOPPED, Ran.ended(second).end().reason());
  }

  @Test
  void without_bubblewrap_nothing_is_run_and_the_reason_is_said() {
    try (var none =
        RealRunner.create(
            "/usr/bin/no-such-bwrap", "/usr/bin/python3", RealRunner.LIMITS, new Places(1, 1, 1))) {
      var status = assertInstanceOf(Runner.Status.Unavailable.class, none.status());
      assertTrue(status.reason().contains("install the package bubblewrap"), status.reason());
      assertThrows(
          RunRefused.Unavailable.class, () -> none.submit(new RunRequest("1", "3.11", "a", "net")));
    }
  }

  @Test
  void a_bubblewrap_that_makes_no_sandbox_is_not_believed() {
    try (var none =
        RealRunner.create(
            "/usr/bin/true", "/usr/bin/python3", RealRunner.LIMITS, new Places(1, 1, 1))) {
      assertInstanceOf(Runner.Status.Unavailable.class, none.status());
    }
  }

  @Test
  void without_python_nothing_is_run_and_the_reason_is_said() {
    try (var none =
        RealRunner.create("bwrap", "/usr/bin/no-python", RealRunner.LIMITS, new Places(1, 1, 1))) {
      var status = assertInstanceOf(Runner.Status.Unavailable.class, none.status());
      assertTrue(status.reason().contains("install python3"), status.reason());
    }
  }
}
