package interleave.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Many clients that never come to the end of a request, and open a new one when it is cut off. */
final class SlowClients implements AutoCloseable {
  private final int port;
  private final String beginning;
  private final int many;
  private final int addresses;
  private final List<RawClient> clients = new ArrayList<>();

  /**
   * @param many how many there are
   * @param addresses how many loopback addresses they come from in turn, from 127.0.0.1 on
   */
  SlowClients(int port, String beginning, int many, int addresses) {
    this.port = port;
    this.beginning = beginning;
    this.many = many;
    this.addresses = addresses;
  }

  void begin() throws IOException {
    for (int i = 0; i < many; i++) {
      clients.add(client(i));
    }
  }

  /** Each one sends some more, or begins again. */
  void goOn() throws IOException {
    for (int i = 0; i < many; i++) {
      try {
        clients.get(i).write("X: y\r\n");
      } catch (IOException _) {
        clients.get(i).close();
        clients.set(i, client(i));
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var client : clients) {
      client.close();
    }
  }

  private RawClient client(int number) throws IOException {
    var client = new RawClient(port, 1 + number % addresses);
    try {
      client.write(beginning);
    } catch (IOException _) {
      // Cut off already: that is found out later.
    }
    return client;
  }
}
