package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Usage;
import interleave.run.Runner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the kernel says of each task's share of a core, while a real program runs. */
class UsageTest {
  private static Runner runner;

  @BeforeAll
  static void open() {
    runner = RealRunner.create();
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  @Test
  void a_thread_that_works_has_a_core_and_one_that_sleeps_has_none() throws Exception {
    var ran =
        run(
            """
            import threading, time
            def work():
                while time.monotonic() < end: pass
            end = time.monotonic() + 1
            threads = [
                threading.Thread(target=work, name='busy'),
                threading.Thread(target=time.sleep, args=(1,), name='idle'),
            ]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            """);
    assertTrue(mean(ran, ran.taskNamed("busy")) > 0.6, ran.toString());
    assertTrue(mean(ran, ran.taskNamed("idle")) < 0.1, ran.toString());
    assertTrue(mean(ran, ran.taskNamed("main")) < 0.2, ran.toString());
  }

  @Test
  void threads_share_one_core_and_processes_do_not() throws Exception {
    var program =
        """
        import multiprocessing, threading, time
        def work(end):
            while time.monotonic() < end: pass
        tasks = [%s(target=work, args=(time.monotonic() + 1,)) for _ in range(4)]
        for task in tasks: task.start()
        for task in tasks: task.join()
        """;
    double threads = mean(run(program.formatted("threading.Thread")));
    double processes = mean(run(program.formatted("multiprocessing.Process")));
    assertTrue(threads < 1.2, "threads had " + threads);
    assertTrue(
        Runtime.getRuntime().availableProcessors() == 1 || processes > threads,
        "threads had " + threads + ", processes " + processes);
  }

  @Test
  void every_task_in_it_was_told_of_and_times_only_grow() throws Exception {
    var ran =
        run(
            """
            import os, threading, time
            def work():
                end = time.monotonic() + 0.6
                while time.monotonic() < end: print(end='.')
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
  void a_short_program_needs_none() throws Exception {
    assertEquals(List.of(), usages(run("print('hello')")));
  }

  @Test
  void a_program_that_rests_says_so_once_at_most() throws Exception {
    assertTrue(usages(run("import time\ntime.sleep(1.5)")).size() <= 2);
  }

  @Test
  void ten_seconds_make_a_small_stream() throws Exception {
    var ran = run("while True: pass");
    assertTrue(usages(ran).size() > 40 && usages(ran).size() < 110, ran.toString());
  }

  private static Ran run(String code) throws Exception {
    return RealRunner.run(runner, code);
  }

  private static List<Usage> usages(Ran ran) {
    return ran.only(Usage.class);
  }

  /** The mean share of a task, all but the first and last sample: these are not full. */
  private static double mean(Ran ran, String task) {
    return full(ran).mapToDouble(usage -> usage.cpu().getOrDefault(task, 0.0)).average().orElse(0);
  }

  private static double mean(Ran ran) {
    return full(ran)
        .mapToDouble(usage -> usage.cpu().values().stream().mapToDouble(share -> share).sum())
        .average()
        .orElse(0);
  }

  private static Stream<Usage> full(Ran ran) {
    var usages = usages(ran);
    return usages.subList(1, usages.size() - 1).stream();
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
