package interleave.run.sandbox;

import interleave.run.linux.LinuxException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends sandboxes that are of no use any more. For the poller's thread. */
final class Burial {
  private static final Logger LOG = System.getLogger(Burial.class.getName());

  private Burial() {}

  /** Kills a sandbox that nobody watches any more, and lets go of it once it has ended. */
  static void of(Sandbox lost, Poller poller) {
    var last = new Watches(poller);
    lost.kill();
    lost.closeStreams();
    try {
      last.add(
          lost.init().fd(),
          () -> {
            last.removeAll();
            lost.init().close();
          });
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "the end of a sandbox cannot be awaited: {0}", thrown.getMessage());
      lost.init().close();
    }
  }
}
