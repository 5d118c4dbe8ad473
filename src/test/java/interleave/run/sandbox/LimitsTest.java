package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit ends the program that passes it, for that reason, and keeps its output so far. */
@ParameterizedClass
@MethodSource("interleave.run.sandbox.TiersHere#all")
class LimitsTest {
  private static final Limits SMALL = new Limits(20_000, 1_000, 96L << 20, 20, 4096, 65536);

  @SuppressWarnings("NullAway.Init") // opened before each invocation of the class
  private static Runner runner;

  private final Tier tier;

  LimitsTest(Tier tier) {
    this.tier = tier;
  }

  @BeforeParameterizedClassInvocation
  static void open(Tier tier) {
    runner = RealRunner.create(SMALL, new Places(2, 10, 10), tier);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    runner.close();
  }

  @Test
  void time() throws Exception {
    var brief = new Limits(1_000, 8_000, 96L << 20, 20, 4096, 65536);
    try (var impatient = RealRunner.create(brief, new Places(1, 1, 1), tier)) {
      var ran = RealRunner.run(impatient, "import time\nprint('before')\ntime.sleep(60)");
      assertEnded(Reason.TIME, ran);
      assertTrue(ran.end().wallMs() >= 1_000 && ran.end().wallMs() < 5_000, ran.toString());
    }
  }

  @Test
  void processor_time() throws Exception {
    assertEnded(Reason.CPU, run("print('before')\nwhile True: pass"));
  }

  @Test
  void processor_time_of_all_processes_together() throws Exception {
    var ran =
        run(
            """
            import os, time
            print('before')
            for _ in range(4):
                if os.fork() == 0:
                    end = time.process_time() + 0.45
                    while time.process_time() < end: pass
                    os._exit(0)
            for _ in range(4): os.wait()
            while True: pass
            """);
    assertEnded(Reason.CPU, ran);
  }

  @Test
  void memory_that_grows() throws Exception {
    assertEnded(
        Reason.MEMORY,
        run(
            """
            import time
            print('before')
            kept = []
            while True:
                kept.append(b'x' * 2_000_000)
                time.sleep(0.005)
            """));
  }

  @Test
  void memory_asked_for_at_once() throws Exception {
    assertEnded(Reason.MEMORY, run("print('before')\nx = bytearray(2_000_000_000)"));
  }

  @Test
  void memory_of_all_processes_together() throws Exception {
    var ran =
        run(
            """
            import os, time
            print('before')
            for n in range(4):
                if os.fork() == 0:
                    x = os.urandom(40_000_000)
                    time.sleep(60)
            time.sleep(60)
            """);
    assertEnded(Reason.MEMORY, ran);
  }

  @Test
  void memory_that_processes_share_counts_once() throws Exception {
    var ran =
        run(
            """
            import os
            x = b'x' * 40_000_000
            children = []
            for n in range(6):
                child = os.fork()
                if child == 0:
                    import time
                    time.sleep(0.5)
                    os._exit(0)
                children.append(child)
            for child in children: os.waitpid(child, 0)
            print('shared')
            """);
    assertEquals(Reason.EXITED, ran.end().reason(), ran.toString());
    assertEquals("shared\n", ran.out());
  }

  @Test
  void threads() throws Exception {
    assertEnded(
        Reason.TASKS,
        run(
            """
            import threading, time
            print('before')
            for n in range(200):
                threading.Thread(target=time.sleep, args=(30,)).start()
            """));
  }

  @Test
  void processes() throws Exception {
    assertEnded(Reason.TASKS, run("import os\nprint('before', flush=True)\nwhile True: os.fork()"));
  }

  @Test
  void processes_that_do_not_announce_themselves() throws Exception {
    var ran =
        run(
            """
            import os
            print('before')
            os.system('for i in $(seq 28); do sleep 30 & done; wait')
            """);
    assertEnded(Reason.TASKS, ran);
  }

  /** Behind what is metered. A core size of 0 would still start a dump handler of the machine's. */
  @Test
  void the_kernel_holds_each_process_to_limits_that_it_cannot_raise() throws Exception {
    var ran =
        run(
            """
            import resource
            for name in ('NPROC', 'DATA', 'CPU', 'NOFILE', 'CORE'):
                print(name, *resource.getrlimit(getattr(resource, 'RLIMIT_' + name)))
            """);
    assertEquals(
        "NPROC 160 160\nDATA 201326592 201326592\nCPU 3 3\nNOFILE 512 512\nCORE 1 1\n", ran.out());
  }

  @Test
  void as_many_tasks_as_the_limit_are_fine() throws Exception {
    var ran =
        run(
            """
            import threading, time
            threads = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(19)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            print('all', len(threads))
            """);
    assertEquals(Reason.EXITED, ran.end().reason(), ran.toString());
    assertEquals("all 19\n", ran.out());
  }

  @Test
  void output_and_what_is_shown_ends_exactly_at_the_limit() throws Exception {
    var ran = run("print('before')\nwhile True: print('x' * 99)");
    assertEnded(Reason.OUTPUT, ran);
    assertEquals(4096, ran.out().length());
    assertEquals(
        new RunEvent.Truncated("output", 4096), ran.first(RunEvent.Truncated.class).orElseThrow());
  }

  @Test
  void output_of_both_streams_and_of_children_counts_together() throws Exception {
    var ran =
        run(
            """
            import os
            print('before')
            os.system('head -c 3000 /dev/zero')
            os.write(2, b'y' * 3000)
            """);
    assertEnded(Reason.OUTPUT, ran);
    assertEquals(4096, ran.out().length() + ran.err().length());
  }

  @Test
  void output_of_just_the_limit_is_fine() throws Exception {
    var ran = run("print('x' * 4095)");
    assertEquals(Reason.EXITED, ran.end().reason());
    assertFalse(ran.first(RunEvent.Truncated.class).isPresent());
  }

  private static Ran run(String code) throws Exception {
    return RealRunner.run(runner, code);
  }

  private static void assertEnded(Reason reason, Ran ran) {
    assertEquals(reason, ran.end().reason(), ran.toString());
    assertTrue(ran.out().startsWith("before\n"), ran.out());
    if (reason != Reason.MEMORY) {
      assertNull(ran.end().exit());
    }
  }
}
