package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What one program does, the server and the programs beside it do not feel. */
class NeighboursTest {
  @AutoClose
  private static final Runner RUNNER =
      RealRunner.create(RealRunner.LIMITS, new Places(4, 1000, 1000));

  /**
   * What the server is handed it would have to close, and closing a lingering socket waits for its
   * peer. Where the kernel cannot refuse it, it ends the run.
   */
  @Test
  void a_descriptor_handed_to_the_server_does_not_keep_it_waiting() throws Exception {
    var hostile =
        RealRunner.start(
            RUNNER,
            """
            import array, os, socket, struct, time
            server = socket.create_server(('127.0.0.1', 0))
            client = socket.create_connection(server.getsockname())
            try: client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 60))
            except OSError as error: print(error.strerror, flush=True)
            client.setblocking(False)
            try:
                while True: client.send(bytes(65536))
            except BlockingIOError: pass
            def send(through, fd):
                rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [fd]))]
                through.sendmsg([b'take this\\n'], rights)
            inner, outer = socket.socketpair()
            send(inner, client.fileno())
            inner.close()
            if os.fork() == 0: time.sleep(0.3); os._exit(0)
            os.closerange(client.fileno(), client.fileno() + 1)
            try: send(socket.socket(fileno=os.dup(1)), outer.fileno())
            except PermissionError: pass
            print('sent', flush=True)
            outer.close()
            os.wait()
            time.sleep(60)
            """);
    Ran.await(hostile, event -> event instanceof RunEvent.End || event.toString().contains("sent"));
    assertEquals("next\n", RealRunner.run(RUNNER, "print('next')").out());
    hostile.stop();
    var ran = Ran.ended(hostile);
    assertTrue(Set.of(Reason.STOPPED, Reason.OUTPUT).contains(ran.end().reason()), ran::toString);
    assertTrue(ran.out().startsWith("Function not implemented\n"), ran.out());
  }

  /** When a process ends, what it wrote is read before its end is told: but no more than that. */
  @Test
  void a_flood_does_not_keep_the_reader_to_itself() throws Exception {
    var hostile =
        RealRunner.start(
            RUNNER,
            """
            import os
            nothing = b'\\xff\\x1e?' + bytes(6)
            with open('/tmp/nothing', 'wb') as file: file.write(nothing * 1_000_000)
            for _ in range(3):
                if os.fork() == 0:
                    while True: os.system('dd bs=9 if=/tmp/nothing 2>/dev/null')
            while True:
                if os.fork() == 0:
                    os.write(1, nothing)
                    os._exit(0)
                os.wait()
            """);
    for (int i = 0; i < 5; i++) {
      assertEquals("next\n", RealRunner.run(RUNNER, "print('next')").out());
    }
    hostile.stop();
    Ran.ended(hostile);
  }

  /** The kernel gives a user less and less once its pipes hold much. */
  @Test
  void pipes_that_a_program_makes_are_not_missing_to_the_server() throws Exception {
    var hostile =
        RealRunner.start(
            RUNNER,
            """
            import fcntl, os, time
            kept = [os.pipe() for _ in range(150)]
            for _, writer in kept:
                for size in (1 << 20, 1 << 19, 1 << 18, 1 << 17):
                    try:
                        fcntl.fcntl(writer, 1031, size)
                        break
                    except OSError: pass
            kept += [os.pipe() for _ in range(80)]
            print('made', flush=True)
            time.sleep(60)
            """);
    Ran.await(hostile, RunEvent.Output.class::isInstance);
    for (int i = 0; i < 12; i++) {
      assertEquals("next\n", RealRunner.run(RUNNER, "print('next')").out());
    }
    try (var another = RealRunner.create()) {
      assertInstanceOf(Runner.Status.Ready.class, another.status());
    }
    hostile.stop();
    Ran.ended(hostile);
  }

  /** The kernel counts these for all sandboxes together, as they have one parent namespace. */
  @Test
  void queued_signals_are_not_missing_to_the_next_and_nobody_has_watches() throws Exception {
    var hostile =
        RealRunner.start(
            RUNNER,
            """
            import ctypes, os, signal, time
            libc = ctypes.CDLL(None)
            signal.pthread_sigmask(signal.SIG_BLOCK, [40])
            while libc.sigqueue(os.getpid(), 40, None) == 0: pass
            print('made', flush=True)
            time.sleep(60)
            """);
    Ran.await(hostile, RunEvent.Output.class::isInstance);
    var next =
        RealRunner.run(
            RUNNER,
            """
            import ctypes, os, signal
            libc = ctypes.CDLL(None)
            signal.pthread_sigmask(signal.SIG_BLOCK, [40])
            print(libc.inotify_init1(0) == -1)
            print(libc.sigqueue(os.getpid(), 40, None) == 0)
            """);
    hostile.stop();
    Ran.ended(hostile);
    assertEquals("True\nTrue\n", next.out());
  }
}
