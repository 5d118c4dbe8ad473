package interleave.run.sandbox;

import interleave.run.linux.LinuxException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends sandboxes that are of no use any more. For the poller's thread. */
final class Burial {
  private static final Logger LOG = System.getLogger(Burial.class.getName());

  private Burial() {}

  /** Kills a sandbox that nobody watches any more, and collects it once it has ended. */
  static void of(Sandbox lost, Poller poller) {
    var last = new Watches(poller);
    lost.closeStreams();
    lost.killFromBelow();
    try {
      last.add(
          lost.child().fd(),
          () -> {
            last.removeAll();
            lost.child().reap();
            lost.child().close();
          });
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "a sandbox cannot be collected: {0}", thrown.getMessage());
      lost.child().close();
    }
  }
}
