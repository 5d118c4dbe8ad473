package interleave.web.connection;

import interleave.log.SparseLog;
import java.time.Duration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/**
 * Takes so many connections at once, whatever becomes of them, and lets the next ones wait to be
 * accepted. While they wait, connections that stand still are closed sooner.
 */
final class ConnectionLimit extends NetworkConnectionLimit {
  private static final SparseLog LOG = new SparseLog(ConnectionLimit.class);

  /** Longer than the pause between two heartbeats of a stream. */
  private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(5);

  private final int most;

  ConnectionLimit(int most, Server server) {
    super(most, server);
    this.most = most;
    setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
  }

  @Override
  protected void limit() {
    LOG.warning("all " + most + " connections are taken: the next ones wait");
    super.limit();
  }
}
