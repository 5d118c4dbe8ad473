package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Usage;
import interleave.run.RunEvent.Wait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What tasks wait for, while real programs run. */
class WaitsTest extends OnEachPython {
  WaitsTest(String runtime) {
    super(runtime);
  }

  /** Threads that each do one thing for a while, then main ends all. */
  private static final String THREADS =
      """
      import os, queue, socket, threading, time
      def thread(name, work):
          threading.Thread(target=work, name=name, daemon=True).start()
      lock = threading.Lock()
      lock.acquire()
      reader, _writer = os.pipe()
      here, there = socket.socketpair()
      thread('sleeper', lambda: time.sleep(60))
      thread('locked', lock.acquire)
      thread('getter', queue.Queue().get)
      thread('listener', threading.Event().wait)
      thread('conditioned', lambda: (c := threading.Condition()).__enter__() and c.wait())
      thread('signalled', threading.Semaphore(0).acquire)
      thread('piped', lambda: os.read(reader, 1))
      thread('connected', lambda: there.recv(1))
      time.sleep(1)
      print('done')
      """;

  @Test
  void each_way_to_wait_has_its_word() throws Exception {
    var ran = run(THREADS);
    // First it may be seen waiting for one of its threads to begin.
    assertEquals(Cause.SLEEP, causes(ran, "main").getLast());
    assertEquals(List.of(Cause.SLEEP), causes(ran, "sleeper"));
    assertEquals(List.of(Cause.QUEUE), causes(ran, "getter"));
    assertEquals(List.of(Cause.EVENT), causes(ran, "listener"));
    assertEquals(List.of(Cause.CONDITION), causes(ran, "conditioned"));
    assertEquals(List.of(Cause.SEMAPHORE), causes(ran, "signalled"));
    assertEquals(List.of(Cause.PIPE), causes(ran, "piped"));
    assertEquals(List.of(Cause.SOCKET), causes(ran, "connected"));
    assertTrue(
        Set.of(List.of(Cause.LOCK), List.of(Cause.THREAD), List.of())
            .contains(causes(ran, "locked")));
  }

  @Test
  void who_joins_a_process_waits_for_that_one() throws Exception {
    var ran =
        run(
            """
            import multiprocessing, time
            if __name__ == '__main__':
                child = multiprocessing.get_context('fork').Process(target=time.sleep, args=(1,), name='child')
                child.start()
                child.join()
            """);
    var join = new Wait(Cause.JOIN, ran.taskNamed("child"));
    assertEquals(List.of(join), waits(ran, "main"), ran.toString());
  }

  @Test
  void threads_that_calculate_wait_for_the_lock_that_they_share_where_there_is_one()
      throws Exception {
    var ran =
        run(
            """
            import threading, time
            def work():
                while time.thread_time() < 0.5: pass
            threads = [threading.Thread(target=work, name=f'busy-{n}') for n in range(3)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            """);
    for (int n = 0; n < 3; n++) {
      assertEquals(runtime().hasGil(), causes(ran, "busy-" + n).contains(Cause.GIL), ran::toString);
    }
  }

  @Test
  void who_joins_a_thread_says_which_up_to_python_3_12() throws Exception {
    var ran =
        run(
            """
            import threading, time
            thread = threading.Thread(target=time.sleep, args=(1,), name='other')
            thread.start()
            thread.join()
            """);
    int minor = Integer.parseInt(runtime().version().split("\\.", -1)[1]);
    var expected =
        minor < 13 ? new Wait(Cause.JOIN, ran.taskNamed("other")) : new Wait(Cause.THREAD, null);
    assertEquals(runtime().hasGil() ? List.of(expected) : List.of(), waits(ran, "main"));
  }

  @Test
  void a_wait_that_is_over_in_time_gives_its_answer_and_so_does_one_that_is_not() throws Exception {
    var ran =
        run(
            """
            import queue, threading, time
            event, items = threading.Event(), queue.Queue()
            print(event.wait(0.001), event.wait(0.05), event.wait(0))
            threading.Timer(0.05, event.set).start()
            print(event.wait(5))
            try: items.get(timeout=0.03)
            except queue.Empty: print('empty')
            begin = time.monotonic()
            threading.Condition().__enter__()
            condition = threading.Condition()
            with condition: print(condition.wait(0.2), 0.2 <= time.monotonic() - begin < 2)
            """);
    assertEquals("False False False\nTrue\nempty\nFalse True\n", ran.out());
  }

  @Test
  void what_a_program_forges_of_its_waits_is_not_believed_while_it_does_something_else()
      throws Exception {
    var ran =
        run(
            """
            import os, struct, time
            def forge(payload):
                os.write(1, struct.pack('<2scIH', b'\\xff\\x1e', b'W', 2, len(payload)) + payload)
            forge(b'queue\\x00')
            forge(b'nonsense\\x00x')
            forge(b'')
            time.sleep(1)
            """);
    assertEquals(List.of(Cause.SLEEP), causes(ran, "main"), ran.toString());
  }

  private static List<Cause> causes(Ran ran, String name) {
    return waits(ran, name).stream().map(Wait::cause).toList();
  }

  private static List<Wait> waits(Ran ran, String name) {
    var task = ran.taskNamed(name);
    return ran.only(Usage.class).stream()
        .flatMap(usage -> usage.waits().getOrDefault(task, Optional.empty()).stream())
        .distinct()
        .toList();
  }
}
