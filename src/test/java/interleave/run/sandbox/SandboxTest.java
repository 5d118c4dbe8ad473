package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RealRunner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SandboxTest {
  /** At whatever moment of its set-up. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void killed_while_it_sets_up_it_leaves_nothing() throws Exception {
    var bubblewrap = Bubblewrap.find("bwrap", Tier.CountedMemory.ALL);
    var python = HostPython.at("/usr/bin/python3");
    try (var nursery = new Nursery(bubblewrap, python, RealRunner.LIMITS, Tier.polling())) {
      nursery.start().close();
      for (int micros = 0; micros < 6_000; micros += 150) {
        try (var sandbox = nursery.start()) {
          long until = System.nanoTime() + micros * 1000L;
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
          sandbox.kill();
          sandbox.init().collect();
          while (sandbox.out().read(100).length > 0) {
            // Until all that hold the other end are gone.
          }
        }
      }
    }
    assertEquals(List.of(), new Descendants((int) ProcessHandle.current().pid()).now());
  }
}
