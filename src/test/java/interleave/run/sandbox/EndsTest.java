package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Processes;
import interleave.run.Ran;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import org.junit.jupiter.api.Test;

/** How programs end, and what is left of them. */
class EndsTest extends OnEachPython {
  EndsTest(String runtime) {
    super(runtime);
  }

  @Test
  void by_itself() throws Exception {
    var end = run("print('done')").end();
    assertEquals(Reason.EXITED, end.reason());
    assertEquals(0, end.exit());
    assertNull(end.signal());
    assertTrue(end.peakMemoryBytes() > 1 << 20, end.toString());
  }

  /** Nor is what it takes to take the interpreter apart, which these programs do not wait for. */
  @Test
  void the_start_of_the_interpreter_is_not_on_the_programs_account() throws Exception {
    var leave = "import atexit, os\natexit._run_exitfuncs()\nos._exit(0)\n";
    var none = run(leave).end();
    var some =
        run("""
                import time
                start = time.process_time()
                while time.process_time() < start + 0.3: pass
                """
                + leave)
            .end();
    assertTrue(none.cpuMs() < 25, none.toString());
    assertTrue(some.cpuMs() > 290 && some.cpuMs() < 340, some.toString());
  }

  @Test
  void an_empty_program_ends_well() throws Exception {
    assertEquals(Reason.EXITED, run("").end().reason());
  }

  @Test
  void with_a_code_of_its_own() throws Exception {
    var end = run("import sys\nsys.exit(200)").end();
    assertEquals(Reason.FAILED, end.reason());
    assertEquals(200, end.exit());
  }

  @Test
  void by_an_exception_with_a_traceback_as_python_prints_it() throws Exception {
    var ran = run("def f():\n    return 1 / 0\n\nf()");
    assertEquals(Reason.FAILED, ran.end().reason());
    assertEquals(1, ran.end().exit());
    assertEquals(
        """
        Traceback (most recent call last):
          File "/box/main.py", line 4, in <module>
            f()
          File "/box/main.py", line 2, in f
            return 1 / 0
        ZeroDivisionError: division by zero
        """,
        withoutMarks(ran.err()));
  }

  @Test
  void by_a_syntax_error() throws Exception {
    var ran = run("print('never')\nif True");
    assertEquals(1, ran.end().exit());
    assertTrue(ran.err().contains("line 2") && ran.err().contains("SyntaxError"), ran.err());
  }

  @Test
  void by_a_signal() throws Exception {
    var end = run("import os\nos.kill(os.getpid(), 11)").end();
    assertEquals(Reason.FAILED, end.reason());
    assertEquals(11, end.signal());
    assertNull(end.exit());
  }

  @Test
  void at_once_with_os_exit() throws Exception {
    var end = run("import os\nos._exit(3)").end();
    assertEquals(3, end.exit());
  }

  @Test
  void when_somebody_stops_it_and_nothing_of_it_is_left() throws Exception {
    var run =
        start(
            """
            import os, time
            for _ in range(5):
                if os.fork() == 0:
                    os.setsid()
                    os.execvp('sleep', ['sleep', '1234567'])
            print('ready')
            time.sleep(60)
            """);
    Ran.await(run, event -> event instanceof RunEvent.Output);
    run.stop();
    assertEquals(Reason.STOPPED, Ran.ended(run).end().reason());
    assertEquals(0, Processes.with("1234567"));
  }

  @Test
  void orphans_end_with_the_program() throws Exception {
    var ran =
        run(
            """
            import os, subprocess
            subprocess.Popen(['sleep', '7654321'], start_new_session=True)
            print('gone')
            """);
    assertEquals("gone\n", ran.out());
    assertEquals(Reason.EXITED, ran.end().reason());
    assertEquals(0, Processes.with("7654321"));
  }

  @Test
  void all_tasks_have_ended_before_the_run_has() throws Exception {
    var ran =
        run(
            """
            import threading, time
            for _ in range(3):
                threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
            print('end')
            """);
    long started = ran.tasks().stream().filter(t -> t.state() == RunEvent.State.START).count();
    long ended = ran.tasks().stream().filter(t -> t.state() == RunEvent.State.END).count();
    assertEquals(4, started);
    assertEquals(4, ended);
  }

  /** The marks below a line of a traceback are not the same in every Python. */
  private static String withoutMarks(String traceback) {
    return traceback.replaceAll("(?m)^ +[~^]+\n", "");
  }
}
