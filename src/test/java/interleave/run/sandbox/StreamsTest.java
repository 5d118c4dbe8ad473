package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The labelled streams lose nothing, make nothing up, and keep nobody waiting. */
class StreamsTest {
  @AutoClose private static final Runner RUNNER = RealRunner.create();

  @RepeatedTest(5)
  void a_program_ends_though_its_daemon_threads_are_printing() throws Exception {
    var ran =
        run(
            """
            import threading
            def work():
                while True: print('.', flush=True)
            for _ in range(4): threading.Thread(target=work, daemon=True).start()
            """);
    assertEquals(Reason.EXITED, ran.end().reason(), ran.toString());
  }

  @Test
  void long_writes_of_several_threads_to_both_streams_arrive_whole() throws Exception {
    var code =
        """
        import sys, threading
        def out():
            for _ in range(20): sys.stdout.write('o' * 200_000 + '\\n')
        def err():
            for _ in range(9000): sys.stderr.write('eeeee\\n')
        threads = [threading.Thread(target=target) for target in (out, err, err)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        """;
    var roomy = new Limits(20_000, 20_000, 256L << 20, 64, 8L << 20, 65536);
    try (var patient = RealRunner.create(roomy, new Places(1, 1, 1))) {
      var ran = RealRunner.run(patient, code);
      assertEquals(("o".repeat(200_000) + "\n").repeat(20), ran.out());
      assertEquals("eeeee\n".repeat(18_000), ran.err());
    }
  }

  @Test
  void what_objects_print_at_the_very_end_is_there() throws Exception {
    var ran =
        run(
            """
            class Last:
                def __init__(self): self.itself = self
                def __del__(self): print('bye')
            last = Last()
            """);
    assertEquals("bye\n", ran.out());
  }

  @Test
  void children_forked_while_other_threads_print_can_print() throws Exception {
    var ran =
        run(
            """
            import os, sys, threading, time
            def work():
                while not done:
                    print('x', end='')
                    time.sleep(0)
            done = False
            threads = [threading.Thread(target=work) for _ in range(3)]
            for thread in threads: thread.start()
            for _ in range(60):
                if os.fork() == 0:
                    print('child', file=sys.stderr)
                    os._exit(0)
                os.wait()
            done = True
            """);
    assertEquals("child\n".repeat(60), ran.err());
    assertEquals(Reason.EXITED, ran.end().reason(), ran.toString());
  }

  @Test
  void a_file_of_the_programs_that_takes_the_hooks_descriptor_stays_its_own() throws Exception {
    var ran =
        run(
            """
            import os
            os.closerange(3, 400)
            opened = [os.open('/tmp/mine', os.O_RDWR | os.O_CREAT) for _ in range(250)]
            print('to the screen')
            print(os.path.getsize('/tmp/mine'))
            """);
    assertEquals("to the screen\n0\n", ran.out());
  }

  @Test
  void input_is_at_its_end_and_the_streams_have_their_descriptors() throws Exception {
    var ran =
        run(
            """
            import faulthandler, sys
            faulthandler.enable()
            try: input('? ')
            except EOFError: print('no input')
            sys.stdout.reconfigure(line_buffering=False)
            print('held', end='')
            sys.stdout.buffer.raw.write(b'raw ')
            print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.isatty())
            """);
    assertEquals("? no input\nraw held1 2 False\n", ran.out());
  }

  private static Ran run(String code) throws Exception {
    return RealRunner.run(RUNNER, code);
  }
}
