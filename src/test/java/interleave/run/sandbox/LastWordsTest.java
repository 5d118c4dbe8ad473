package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What threads say of their processor time when they end: they are too short to be looked at. */
class LastWordsTest extends OnEachPython {
  private static final String WORK =
      """
      import multiprocessing, os, threading, time
      def work(seconds=0.003):
          while time.thread_time() < seconds: pass
      def in_thread(name, daemon=False):
          thread = threading.Thread(target=work, name=name, daemon=daemon)
          thread.start()
          thread.join()
      """;

  LastWordsTest(String runtime) {
    super(runtime);
  }

  @Test
  void short_threads_have_their_times_and_together_what_the_process_says() throws Exception {
    var ran =
        run(
            WORK
                + """
            def of_others(): return time.process_time() - time.thread_time()
            before = of_others()
            for n in range(50): in_thread(f't{n}')
            print((of_others() - before) * 1000)
            """);
    double all = 0;
    for (int n = 0; n < 50; n++) {
      assertShort(ran, "t" + n);
      all += ran.cpuMillis(ran.taskNamed("t" + n));
    }
    double process = Double.parseDouble(ran.out());
    assertEquals(process, all, process * 0.15, ran.toString());
  }

  @Test
  void in_every_kind_of_process_and_as_a_daemon() throws Exception {
    var ran =
        run(
            WORK
                + """
            if __name__ == '__main__':
                in_thread('daemon', daemon=True)
                if os.fork() == 0:
                    in_thread('forked')
                    os._exit(0)
                os.wait()
                for method in ('spawn', 'forkserver'):
                    context = multiprocessing.get_context(method)
                    process = context.Process(target=in_thread, args=('by ' + method,))
                    process.start()
                    process.join()
            """);
    for (var name : List.of("daemon", "forked", "by spawn", "by forkserver")) {
      assertShort(ran, name);
    }
  }

  /** Its first thread also makes it begin and end. */
  @Test
  void a_short_process_has_its_time_too() throws Exception {
    var ran =
        run(
            WORK
                + """
            context = multiprocessing.get_context('fork')
            for n in range(5):
                process = context.Process(target=work, args=(0.008,), name=f'p{n}')
                process.start()
                process.join()
            """);
    for (int n = 0; n < 5; n++) {
      double used = ran.cpuMillis(ran.taskNamed("p" + n));
      assertTrue(used > 6 && used < 16, used + " of " + ran);
    }
  }

  /** Then there is no last word: what was seen before goes on until the end. */
  @Test
  void a_process_that_leaves_without_a_word_has_what_was_seen() throws Exception {
    var ran =
        run(
            WORK
                + """
            child = os.fork()
            if child == 0:
                threading.Thread(target=work, args=(9,), name='cut off').start()
                while time.process_time() < 0.4: time.sleep(0.005)
                os._exit(0)
            used = os.wait4(child, 0)[2]
            print((used.ru_utime + used.ru_stime) * 1000)
            """);
    double all = Double.parseDouble(ran.out());
    double seen = ran.cpuMillis(ran.taskNamed("cut off")) + ran.cpuMillis(ran.taskNamed("fork"));
    // What it did after the last look at it is not known.
    assertTrue(seen > all / 2 && seen < all + 25, seen + " of " + all + ": " + ran);
  }

  /** Of a thread that was looked at, the share until then is told in hundredths of a sample. */
  private static void assertShort(Ran ran, String name) {
    assertEquals(3.1, ran.cpuMillis(ran.taskNamed(name)), 1, name + " in " + ran);
  }
}
