package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunnerThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left when a runner is closed. No other runner may be open meanwhile. */
class LeftoversTest {
  @Test
  void runs_and_a_pool_leave_no_descriptor_thread_or_process_behind() throws Exception {
    useOneRunner(4);
    int descriptors = entries("/proc/self/fd");
    var threads = RunnerThreads.live();
    var children = children();
    useOneRunner(40);
    assertEquals(descriptors, entries("/proc/self/fd"));
    assertEquals(List.of(), RunnerThreads.left(threads));
    assertEquals(List.of(), children().stream().filter(pid -> !children.contains(pid)).toList());
  }

  private static void useOneRunner(int programs) throws Exception {
    try (var own = RealRunner.create()) {
      var runs = new ArrayList<interleave.run.Run>();
      for (int i = 0; i < programs; i++) {
        runs.add(
            RealRunner.start(
                own,
                """
                import os, threading, time
                threading.Thread(target=print, args=('thread',)).start()
                if os.fork() == 0: print('child', flush=True); os._exit(0)
                os.wait()
                if %d %% 2: time.sleep(60)
                """
                    .formatted(i)));
      }
      for (var run : runs) {
        Ran.await(run, event -> event.toString().contains("child"));
        run.stop();
        Ran.ended(run);
      }
    }
  }

  private static int entries(String folder) throws Exception {
    try (var files = Files.list(Path.of(folder))) {
      return (int) files.count();
    }
  }

  private static List<Integer> children() {
    return new Descendants((int) ProcessHandle.current().pid()).now();
  }
}
