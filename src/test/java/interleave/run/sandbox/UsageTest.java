package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Usage;
import interleave.run.Runner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel says of each task's share of a core, while a real program runs. */
class UsageTest {
  @AutoClose private static final Runner RUNNER = RealRunner.create();

  @Test
  void a_thread_that_works_has_what_it_used_and_one_that_sleeps_has_none() throws Exception {
    var ran =
        run(
            """
            import threading, time
            def work():
                while time.thread_time() < 0.6: pass
            threads = [
                threading.Thread(target=work, name='busy'),
                threading.Thread(target=time.sleep, args=(0.6,), name='idle'),
            ]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            """);
    double busy = ran.cpuMillis(ran.taskNamed("busy"));
    assertTrue(busy > 450 && busy < 650, busy + " of " + ran);
    assertTrue(ran.cpuMillis(ran.taskNamed("idle")) < 60, ran.toString());
    assertTrue(ran.cpuMillis(ran.taskNamed("main")) < 60, ran.toString());
  }

  /** However busy the machine is: what processes have is told of each, and threads take turns. */
  @Test
  void threads_share_one_core_and_each_process_has_its_own_time() throws Exception {
    var program =
        """
        import multiprocessing, threading, time
        def work():
            while time.thread_time() < 0.25: pass
        tasks = [%s(target=work, name=f'w{n}') for n in range(4)]
        for task in tasks: task.start()
        for task in tasks: task.join()
        """;
    var threads = run(program.formatted("threading.Thread"));
    usages(threads).forEach(usage -> assertTrue(sum(usage) < 1.2, "" + usage));
    var processes = run(program.formatted("multiprocessing.Process"));
    for (int n = 0; n < 4; n++) {
      double used = processes.cpuMillis(processes.taskNamed("w" + n));
      assertTrue(used > 150 && used < 330, used + " of " + processes);
    }
  }

  @Test
  void every_task_in_it_was_told_of_and_times_only_grow() throws Exception {
    var ran =
        run(
            """
            import os, threading, time
            def work():
                end = time.monotonic() + 0.6
                while time.monotonic() < end: print(end='.' * (sum(range(500)) > 0))
            threading.Thread(target=work).start()
            if os.fork() == 0: work(); os._exit(0)
            os.wait()
            """);
    var told = ran.tasks().stream().map(RunEvent.Task::task).toList();
    usages(ran).forEach(usage -> assertTrue(told.containsAll(usage.cpu().keySet()), "" + usage));
    var times = ran.events().stream().flatMap(UsageTest::time).toList();
    assertEquals(times.stream().sorted().toList(), times);
    assertTrue(usages(ran).size() >= 3, ran.toString());
  }

  @Test
  void a_short_program_needs_one() throws Exception {
    var ran = run("print('hello')");
    assertTrue(usages(ran).size() <= 1 + ran.end().wallMs() / 50, ran.toString());
  }

  @Test
  void a_program_that_rests_says_so_once_at_most_and_at_its_end() throws Exception {
    var ran = run("import time\ntime.sleep(1.5)");
    assertTrue(usages(ran).size() <= 4, ran.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time.sleep(0.13)",
        "while time.process_time() < 0.13: pass",
        "import os; time.sleep(0.07); os._exit(0)"
      })
  void it_reaches_until_the_end_however_that_comes(String program) throws Exception {
    var ran = run("import time\n" + program);
    assertReachesEnd(ran);
    assertInstanceOf(Usage.class, ran.events().get(ran.events().size() - 2), "after all ends");
  }

  @Test
  void a_task_that_is_cut_off_worked_until_then() throws Exception {
    var run = RealRunner.start(RUNNER, "while True: pass");
    Ran.await(run, event -> event instanceof Usage usage && usage.t() > 200_000);
    run.stop();
    var ran = Ran.ended(run);
    assertReachesEnd(ran);
    assertTrue(usages(ran).getLast().cpu().containsKey("2.2"), ran.toString());
  }

  private static void assertReachesEnd(Ran ran) {
    assertTrue(usages(ran).getLast().t() > (ran.end().wallMs() - 5) * 1000, ran.toString());
  }

  @Test
  void ten_seconds_make_a_small_stream() throws Exception {
    var ran = run("while True: pass");
    assertTrue(usages(ran).size() > 20 && usages(ran).size() < 110, ran.toString());
  }

  private static Ran run(String code) throws Exception {
    return RealRunner.run(RUNNER, code);
  }

  private static List<Usage> usages(Ran ran) {
    return ran.only(Usage.class);
  }

  private static double sum(Usage usage) {
    return usage.cpu().values().stream().mapToDouble(share -> share).sum();
  }

  private static Stream<Long> time(RunEvent event) {
    return switch (event) {
      case RunEvent.Output output -> Stream.of(output.t());
      case RunEvent.Task task -> Stream.of(task.t());
      case Usage usage -> Stream.of(usage.t());
      case RunEvent.Queued _, RunEvent.Started _ -> Stream.of();
      case RunEvent.Truncated _, RunEvent.End _ -> Stream.of();
    };
  }
}
