package interleave.web.connection;

import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/** Keeps a server's connections within their limits, from its start on. */
public final class Connections extends AbstractLifeCycle {
  /** Of how many connections one is kept free, to take in those for which others are closed. */
  private static final int ONE_FREE_OF = 16;

  /** How often lateness is looked for while a request's time passes. */
  private static final int LOOKS = 16;

  private static final Duration RAREST_LOOK = Duration.ofSeconds(1);

  /** Connections that the kernel may hold until they are accepted. */
  private static final int BACKLOG = 1024;

  private final Server server;
  private final ConnectionLimits limits;
  private final OpenConnections connections;

  private Connections(Server server, ConnectionLimits limits, OpenConnections connections) {
    this.server = server;
    this.limits = limits;
    this.connections = connections;
  }

  /** Has a server that is not started yet keep to limits. */
  public static void limit(Server server, ConnectionLimits limits) {
    int room = Math.max(1, limits.most() / ONE_FREE_OF);
    var soft =
        new ConnectionLimits(
            limits.most() - room, limits.perAddress(), limits.idle(), limits.request());
    var connections = new OpenConnections(soft, System::nanoTime);
    server.insertHandler(new RequestWatch(connections));
    server.addBean(new ConnectionLimit(limits.most(), server));
    server.addBean(new Connections(server, limits, connections));
  }

  @Override
  protected void doStart() {
    for (var connector : server.getConnectors()) {
      connector.addEventListener(connections);
      if (connector instanceof AbstractConnector one) {
        one.setIdleTimeout(limits.idle().toMillis());
      }
      if (connector instanceof ServerConnector one) {
        one.setAcceptQueueSize(BACKLOG);
      }
    }
    look();
  }

  private void look() {
    if (!isStarting() && !isRunning()) {
      return;
    }
    try {
      connections.expire();
    } finally {
      var pause = limits.request().dividedBy(LOOKS);
      var soon = pause.compareTo(RAREST_LOOK) < 0 ? pause : RAREST_LOOK;
      server.getScheduler().schedule(this::look, soon);
    }
  }
}
