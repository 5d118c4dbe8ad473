package interleave.web.connection;

import interleave.log.SparseLog;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The open connections, and which of them wait for a request: for its head or for its body. When
 * there are too many, of one client or in all, the one that has waited longest is closed: so
 * whoever sends a whole request at once is served, however many send theirs slowly. Connections
 * whose request is being answered are never closed for others. Safe for use by many threads.
 */
final class OpenConnections implements Connection.Listener {
  private static final SparseLog LOG = new SparseLog(OpenConnections.class);
  private static final String FOR_OTHERS =
      "those that have waited longest for a request are closed for others";

  private final ConnectionLimits limits;
  private final LongSupplier nanos;
  private final Map<Connection, OpenConnection> open = new HashMap<>();
  private final Map<String, Client> clients = new HashMap<>();

  /** Those that wait for a request, the one that has waited longest first. */
  private final SequencedSet<OpenConnection> waiting = new LinkedHashSet<>();

  /** The connections of one client. */
  private static final class Client {
    int open;
    final SequencedSet<OpenConnection> waiting = new LinkedHashSet<>();
  }

  /**
   * @param nanos the time, in nanoseconds since whenever
   */
  OpenConnections(ConnectionLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  @Override
  public void onOpened(Connection connection) {
    enter(connection).ifPresent(OpenConnection::close);
  }

  @Override
  public void onClosed(Connection connection) {
    leave(connection);
  }

  /** The head of a request has come; {@code body} when more of it is to come. */
  synchronized @Nullable OpenConnection begun(Connection connection, boolean body) {
    var one = open.get(connection);
    if (one != null) {
      served(one);
      if (body) {
        await(one);
      }
    }
    return one;
  }

  /** The body of a request has been read to its end. */
  synchronized void whole(OpenConnection one) {
    if (open.containsKey(one.connection)) {
      served(one);
    }
  }

  /** The answer has ended, and the next request may come. */
  synchronized void answered(OpenConnection one) {
    if (open.containsKey(one.connection)) {
      served(one);
      await(one);
    }
  }

  /** Ends those whose request is not there in time. */
  void expire() {
    for (var one : overdue()) {
      try {
        one.expire();
      } catch (RuntimeException thrown) {
        LOG.warning("a late connection cannot be closed: " + thrown);
      }
    }
  }

  /** Counts a connection in; answers the one that is to be closed for it, which is counted out. */
  private synchronized Optional<OpenConnection> enter(Connection connection) {
    var one = new OpenConnection(connection, clientOf(connection));
    var client = clients.computeIfAbsent(one.client, _ -> new Client());
    open.put(connection, one);
    client.open++;
    await(one);
    var leaving = leaving(one, client);
    leaving.ifPresent(late -> leave(late.connection));
    return leaving;
  }

  private Optional<OpenConnection> leaving(OpenConnection newest, Client client) {
    if (client.open > limits.perAddress()) {
      LOG.warning("one address has " + limits.perAddress() + " connections: " + FOR_OTHERS);
      // The newest itself when all others are being served.
      return Optional.of(client.waiting.getFirst());
    }
    if (open.size() > limits.most()) {
      LOG.warning(limits.most() + " connections are open: " + FOR_OTHERS);
      return Optional.of(waiting.getFirst()).filter(longest -> longest != newest);
    }
    return Optional.empty();
  }

  private synchronized void leave(Connection connection) {
    var one = open.remove(connection);
    if (one == null) {
      return;
    }
    served(one);
    clients.computeIfPresent(one.client, (_, client) -> --client.open == 0 ? null : client);
  }

  private synchronized List<OpenConnection> overdue() {
    long before = nanos.getAsLong() - limits.request().toNanos();
    var overdue = new ArrayList<OpenConnection>();
    for (var one : waiting) {
      if (one.since - before > 0) {
        break;
      }
      overdue.add(one);
    }
    overdue.forEach(this::served);
    return overdue;
  }

  private void await(OpenConnection one) {
    one.since = nanos.getAsLong();
    waiting.add(one);
    clientOf(one).waiting.add(one);
  }

  private void served(OpenConnection one) {
    waiting.remove(one);
    clientOf(one).waiting.remove(one);
  }

  private Client clientOf(OpenConnection one) {
    return Objects.requireNonNull(clients.get(one.client));
  }

  private static String clientOf(Connection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
            && remote.getAddress() != null
        ? ClientNetwork.of(remote.getAddress())
        : "unknown";
  }
}
