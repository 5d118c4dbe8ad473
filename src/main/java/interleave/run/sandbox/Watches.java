package interleave.run.sandbox;

import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The descriptors of one sandbox that the poller watches. For the poller's thread. */
final class Watches {
  private static final Logger LOG = System.getLogger(Watches.class.getName());

  private final Poller poller;
  private final Map<Fd, Long> tokens = new HashMap<>();

  Watches(Poller poller) {
    this.poller = poller;
  }

  void add(Fd fd, Runnable handler) throws LinuxException {
    tokens.put(fd, poller.watch(fd, handler));
  }

  /** Ends a watch, if there is one. */
  void remove(Fd fd) {
    var token = tokens.remove(fd);
    if (token != null) {
      try {
        poller.unwatch(fd, token);
      } catch (LinuxException thrown) {
        LOG.log(Level.ERROR, "a watch cannot be ended: {0}", thrown.getMessage());
      }
    }
  }

  void removeAll() {
    List.copyOf(tokens.keySet()).forEach(this::remove);
  }

  boolean has(Fd fd) {
    return tokens.containsKey(fd);
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }
}
