package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Started;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WarmPoolTest {
  private static final String WARM =
      """
      import sys
      print('asyncio' in sys.modules and 'concurrent.futures.process' in sys.modules)
      """;

  @AutoClose private static final Runner RUNNER = RealRunner.create();

  @Test
  void programs_find_the_usual_modules_imported_warm_or_cold() throws Exception {
    for (int i = 0; i < 12; i++) {
      assertEquals("True\n", RealRunner.run(RUNNER, WARM).out());
    }
  }

  /** All are forked from one template: what is drawn by lot must not be drawn before that. */
  @Test
  void programs_draw_numbers_and_keys_of_their_own() throws Exception {
    var draw =
        """
        import multiprocessing, os, random, tempfile, uuid
        print(random.random(), uuid.uuid4(), os.urandom(9).hex(), next(tempfile._get_candidate_names()))
        print(multiprocessing.current_process().authkey.hex())
        """;
    var drawn = new HashSet<String>();
    for (int i = 0; i < 4; i++) {
      drawn.addAll(List.of(RealRunner.run(RUNNER, draw).out().split("\\s+")));
    }
    assertEquals(4 * 5, drawn.size(), drawn.toString());
  }

  @Test
  void each_sandbox_serves_one_program() throws Exception {
    var leave =
        "open('/tmp/left', 'x').close(); open('/dev/shm/left', 'x').close(); print('fresh')";
    for (int i = 0; i < 8; i++) {
      assertEquals("fresh\n", RealRunner.run(RUNNER, leave).out());
    }
  }

  @Test
  void a_warm_sandbox_that_died_is_not_given_to_a_program() throws Exception {
    RealRunner.run(RUNNER, "print('so that there is a pool')");
    for (int round = 0; round < 3; round++) {
      for (int pid : new Descendants((int) ProcessHandle.current().pid()).now()) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      assertEquals("alive\n", runUntilGiven("print('alive')").out());
    }
  }

  @Test
  void a_program_reads_its_input_and_then_the_end() throws Exception {
    var code =
        """
        print(input().upper(), input())
        try: input()
        except EOFError: print('end')
        """;
    var name = RUNNER.runtimes().getFirst().name();
    var run = RUNNER.submit(new RunRequest(code, name, "test", "test", "first\nzweite ä\n"));
    assertEquals("FIRST zweite ä\nend\n", Ran.ended(run).out());
    assertEquals("end\n", RealRunner.run(RUNNER, code.lines().skip(1).collect(lines())).out());
  }

  @Test
  void the_longest_input_arrives_and_one_byte_more_is_refused() throws Exception {
    var longest = "x".repeat((int) RunRequest.mostInputBytes(RUNNER.limits()));
    var code = "import sys\nprint(len(sys.stdin.read()))";
    var name = RUNNER.runtimes().getFirst().name();
    var run = RUNNER.submit(new RunRequest(code, name, "test", "test", longest));
    assertEquals(longest.length() + "\n", Ran.ended(run).out());
    try {
      RUNNER.submit(new RunRequest(code, name, "test", "test", longest + "x"));
      throw new AssertionError("it was taken");
    } catch (RunRefused.TooLarge refused) {
      assertTrue(refused.getMessage().contains("input"));
    }
  }

  @Test
  void what_waits_warm_shares_no_user_with_another() throws Exception {
    var first = RealRunner.start(RUNNER, "import time\nprint(1)\ntime.sleep(60)");
    Ran.await(first, Started.class::isInstance);
    var users =
        new Descendants((int) ProcessHandle.current().pid())
            .now().stream()
                .map(pid -> ProcFile.read(pid, "status"))
                .map(status -> status.replaceAll("(?s).*\nUid:\t(\\d+).*", "$1"))
                .collect(Collectors.toSet());
    first.stop();
    Ran.ended(first);
    assertTrue(!users.equals(Set.of("0")), users.toString());
  }

  /** A sandbox that was killed a moment ago may still be given out: that run says it was lost. */
  private static Ran runUntilGiven(String code) throws Exception {
    while (true) {
      var ran = RealRunner.run(RUNNER, code);
      if (ran.first(Started.class).isPresent()) {
        return ran;
      }
    }
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }
}
