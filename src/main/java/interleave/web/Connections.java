package interleave.web;

import interleave.log.SparseLog;
import java.time.Duration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/**
 * Takes so many connections at once and lets the next ones wait to be accepted. While they wait,
 * connections that stand still are closed sooner.
 */
final class Connections extends NetworkConnectionLimit {
  private static final SparseLog LOG = new SparseLog(Connections.class);

  /** Longer than the pause between two heartbeats of a stream. */
  private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(5);

  private final int most;

  Connections(int most, Server server) {
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
