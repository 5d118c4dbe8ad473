package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that lie about themselves in what the server reads of them. */
class ForgeriesTest {
  /** Calls the process something that is no text, or looks like another field of its status. */
  private static final String RENAME =
      """
      import ctypes, os, struct, time
      def rename(name): ctypes.CDLL(None).prctl(15, name, 0, 0, 0)
      def frame(kind, task, payload):
          return struct.pack('<2scIH', b'\\xff\\x1e', kind, task, len(payload)) + payload
      """;

  @AutoClose private static final Runner RUNNER = RealRunner.create();

  @ParameterizedTest
  @ValueSource(strings = {"b'\\xff\\xfe'", "b'\\rNSpid:\\t99'", "b'\\nNSpid:\\t99'", "b') R 1 1'"})
  void the_name_of_a_process_does_not_change_its_number(String name) throws Exception {
    var ran =
        run(
            """
            rename(%s)
            if os.fork() == 0:
                os.write(1, frame(b'P', 1, b'mallory\\x002.2\\x0099') + b'it was me\\n')
                os._exit(0)
            os.wait()
            """
                .formatted(name));
    assertEquals("3.3", ran.writerOf("it was me"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b'\\xff\\xfe'", "b') R 1 1 1'"})
  void the_name_of_a_process_does_not_hide_what_it_uses(String name) throws Exception {
    var ran =
        run(
            """
            rename(%s)
            for _ in range(2):
                if os.fork() == 0:
                    kept = os.urandom(200_000_000)
                    time.sleep(8)
                    os._exit(0)
            time.sleep(8)
            """
                .formatted(name));
    assertEquals(Reason.MEMORY, ran.end().reason(), ran.toString());
  }

  @Test
  void names_come_clean_and_short_and_a_parent_is_a_task_or_nothing() throws Exception {
    var ran =
        run(
            """
            import threading
            threading.Thread(target=int, name='\\x1b[31m\\u202eevil\\n').start()
            os.write(1, frame(b'T', 77, b'n' * 3000 + b'\\x00<script>'))
            os.write(1, frame(b'T', 78, b'child\\x002.77'))
            os.write(1, frame(b'T', 0xffffffff, b'no such thread'))
            """);
    assertEquals("2.3", ran.taskNamed("\ufffd[31m\ufffdevil\ufffd"));
    assertEquals("2.77", ran.taskNamed("n".repeat(80)));
    assertNull(task(ran, "2.77").parent());
    assertEquals("2.77", task(ran, "2.78").parent());
    assertTrue(ran.tasks().stream().noneMatch(task -> task.task().contains("-")), ran.toString());
  }

  @Test
  void every_task_that_is_told_of_also_ends_however_many_there_are() throws Exception {
    var ran =
        run(
            """
            for n in range(3, 9000):
                os.write(1, frame(b'T', n, b'') + frame(b't', n, b''))
            """);
    long started = ran.tasks().stream().filter(t -> t.state() == RunEvent.State.START).count();
    assertEquals(4000, started);
    assertEquals(8000, ran.tasks().size());
    assertEquals(RunEvent.State.END, ran.tasks().getLast().state());
    assertEquals("2.2", ran.tasks().getLast().task());
  }

  @Test
  void who_says_to_have_worked_more_than_it_did_changes_no_total_and_has_no_more_than_a_core()
      throws Exception {
    var ran =
        run(
            """
            for n in range(3, 40):
                os.write(1, frame(b'T', n, b'liar') + frame(b't', n, b'\\x7f' * 8))
            for words in (b'\\x7f' * 8, b'\\xff' * 8, b'\\xff' * 9, b'\\x7f', b''):
                os.write(1, frame(b't', 2, words) + frame(b't', 99, words))
            for words in (b'9' * 18, b'-' + b'9' * 18, b'9' * 99, b'', b'x', b'\\xff'):
                os.write(1, frame(b'U', 2, b'1\\x001\\x00' + words))
            while time.process_time() < 0.2: pass
            """);
    assertEquals(Reason.EXITED, ran.end().reason(), ran.toString());
    assertTrue(ran.end().cpuMs() < 400, ran.toString());
    int cores = ran.first(RunEvent.Started.class).orElseThrow().cores();
    for (var usage : ran.only(RunEvent.Usage.class)) {
      var shares = usage.cpu().values();
      assertTrue(shares.stream().allMatch(share -> share > 0 && share <= 1), usage.toString());
      double sum = shares.stream().mapToDouble(share -> share).sum();
      assertTrue(sum < cores + 0.01, usage.toString());
      assertFalse(usage.cpu().containsKey("2.99"), usage.toString());
    }
    assertTrue(ran.cpuMillis("2.2") > 100, "what it does is seen all the same: " + ran);
  }

  private static RunEvent.Task task(Ran ran, String id) {
    return ran.tasks().stream().filter(task -> task.task().equals(id)).findFirst().orElseThrow();
  }

  private static Ran run(String code) throws Exception {
    return RealRunner.run(RUNNER, RENAME + code);
  }
}
