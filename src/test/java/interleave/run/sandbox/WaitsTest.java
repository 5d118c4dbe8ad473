package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Usage;
import interleave.run.RunEvent.Wait;
import java.util.List;
import java.util.Optional;
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
    assertEquals(List.of(Cause.LOCK), causes(ran, "locked"));
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
  void who_joins_a_thread_is_seen_to_wait_for_that_one() throws Exception {
    var ran =
        run(
            """
            import threading, time
            def rest(): time.sleep(0.5)
            thread = threading.Thread(target=rest, name='joined')
            left = threading.Thread(target=lambda: time.sleep(1), name='left')
            thread.start()
            left.start()
            thread.join()
            """);
    var joins = waits(ran, "main");
    var joined = new Wait(Cause.JOIN, ran.taskNamed("joined"));
    assertTrue(joins.contains(joined), ran::toString);
    // At its end Python waits for those that are left; from 3.13 on it does so in one go.
    assertEquals(Cause.JOIN, joins.getLast().cause(), ran::toString);
    assertNotEquals(joined, joins.getLast(), ran::toString);
  }

  @Test
  void who_holds_a_lock_is_seen_by_the_blocks_that_threads_are_in() throws Exception {
    var ran =
        run(
            """
            import threading, time
            plain, again, unseen = threading.Lock(), threading.RLock(), threading.Lock()
            unseen.acquire()
            def work(): time.sleep(60)
            def hold():
                with plain:
                    try: work()
                    finally: pass
            def own():
                again.acquire()
                work()
            def within():
                with plain: print('never')
            def acquiring():
                plain.acquire(timeout=30)
            def through_one_of_two():
                mine = threading.Lock()
                with mine, again: print('never')
            for work_on in (hold, own, within, acquiring, through_one_of_two, unseen.acquire):
                threading.Thread(target=work_on, name=work_on.__name__, daemon=True).start()
                time.sleep(0.02)
            time.sleep(1)
            """);
    var held = new Wait(Cause.LOCK, ran.taskNamed("hold"));
    assertEquals(List.of(held), waits(ran, "within"), ran::toString);
    assertEquals(List.of(held), waits(ran, "acquiring"), ran::toString);
    var owned = new Wait(Cause.LOCK, ran.taskNamed("own"));
    assertEquals(List.of(owned), waits(ran, "through_one_of_two"), ran::toString);
    assertEquals(List.of(new Wait(Cause.LOCK, null)), waits(ran, "acquire"), ran::toString);
  }

  /** Its interpreter's file is one of the sandbox's own, not the machine's. */
  @Test
  void locks_are_seen_in_a_process_that_was_started_anew() throws Exception {
    var ran =
        run(
            """
            import multiprocessing, threading, time
            lock = threading.Lock()
            def hold():
                with lock: time.sleep(60)
            def both():
                for target in (hold, lock.acquire):
                    threading.Thread(target=target, name=target.__name__, daemon=True).start()
                    time.sleep(0.1)
                time.sleep(0.5)
            if __name__ == '__main__':
                process = multiprocessing.get_context('spawn').Process(target=both)
                process.start()
                process.join()
            """);
    var held = new Wait(Cause.LOCK, ran.taskNamed("hold"));
    assertEquals(List.of(held), waits(ran, "acquire"), ran::toString);
  }

  @Test
  void a_deadlock_shows_who_waits_for_whom() throws Exception {
    var ran =
        run(
            """
            import threading, time
            forks = [threading.Lock() for _ in range(3)]
            def dine(n):
                with forks[n]:
                    time.sleep(0.1)
                    with forks[(n + 1) % 3]: print('never')
            for n in range(3):
                threading.Thread(target=dine, args=(n,), name=f'dines-{n}', daemon=True).start()
            time.sleep(1)
            """);
    for (int n = 0; n < 3; n++) {
      var next = new Wait(Cause.LOCK, ran.taskNamed("dines-" + (n + 1) % 3));
      assertEquals(next, waits(ran, "dines-" + n).getLast(), ran::toString);
    }
  }

  @Test
  void a_lock_that_goes_from_hand_to_hand_shows_who_has_it_now() throws Exception {
    var ran =
        run(
            """
            import threading, time
            lock = threading.Lock()
            def hold(seconds):
                with lock: time.sleep(seconds)
            for name, seconds in (('first', 0.5), ('second', 0.5), ('third', 0)):
                threading.Thread(target=hold, args=(seconds,), name=name).start()
                time.sleep(0.05)
            """);
    assertEquals(
        List.of(
            new Wait(Cause.LOCK, ran.taskNamed("first")),
            new Wait(Cause.LOCK, ran.taskNamed("second"))),
        waits(ran, "third"),
        ran::toString);
  }

  @Test
  void a_pool_waits_for_work_and_others_for_its_results() throws Exception {
    var ran =
        run(
            """
            import concurrent.futures, time
            pool = concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix='pool')
            pool.submit(str).result()
            future = pool.submit(time.sleep, 0.5)
            future.result()
            time.sleep(0.5)
            """);
    assertTrue(causes(ran, "main").contains(Cause.RESULT), ran::toString);
    assertEquals(Cause.QUEUE, causes(ran, "pool_0").getLast(), ran::toString);
  }

  @Test
  void processes_wait_for_what_they_share() throws Exception {
    var ran =
        run(
            """
            import multiprocessing, time
            def wait(what, method): getattr(what, method)()
            if __name__ == '__main__':
                fork = multiprocessing.get_context('fork')
                lock, queue, items = fork.Lock(), fork.Queue(), fork.Semaphore(0)
                event, condition = fork.Event(), fork.Condition()
                lock.acquire()
                condition.acquire()
                for name, what, method in (
                    ('locks', lock, 'acquire'), ('counts', items, 'acquire'),
                    ('listens', event, 'wait'), ('gets', queue, 'get')):
                    fork.Process(target=wait, args=(what, method), name=name, daemon=True).start()
                time.sleep(1)
            """);
    assertEquals(List.of(Cause.LOCK), causes(ran, "locks"), ran::toString);
    assertEquals(List.of(Cause.SEMAPHORE), causes(ran, "counts"), ran::toString);
    assertEquals(List.of(Cause.EVENT), causes(ran, "listens"), ran::toString);
    assertEquals(List.of(Cause.PIPE), causes(ran, "gets"), ran::toString);
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
