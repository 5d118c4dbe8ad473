package interleave.web.connection;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;

/**
 * A connection and what it waits for. Its fields are guarded by {@link OpenConnections}, except for
 * those of its body, which the thread that reads the request and the one that finds it late share.
 */
final class OpenConnection {
  final Connection connection;
  final String client;

  /** Since when the client owes a part of its request, in nanoseconds since whenever. */
  long since;

  private volatile boolean late;
  private volatile boolean awaited;

  OpenConnection(Connection connection, String client) {
    this.connection = connection;
    this.client = client;
  }

  /** Whether the time for the body is over. */
  boolean late() {
    return late;
  }

  /** A handler waits for more of the body, or does not any more. */
  void awaited(boolean awaited) {
    this.awaited = awaited;
  }

  /** Makes room for another. */
  void close() {
    connection.getEndPoint().close(new IOException("closed to make room for other connections"));
  }

  /** Ends a request that is not whole in time; whoever waits for its body may still answer. */
  void expire() {
    var timeout = new TimeoutException("the request was not whole in time");
    late = true;
    if (!awaited || connection.onIdleExpired(timeout)) {
      connection.getEndPoint().close(timeout);
    }
  }
}
