package interleave.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many clients that never come to the end of a request, and open a new one when it is cut off. */
final class SlowClients implements AutoCloseable {
  private static final Duration BETWEEN_PIECES = Duration.ofMillis(500);

  private final Thread going = Thread.ofPlatform().unstarted(this::goOn);
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

  /** Opens all of them, and has each send some more from time to time until they are closed. */
  void begin() throws IOException {
    for (int i = 0; i < many; i++) {
      clients.add(client(i));
    }
    going.start();
  }

  @Override
  public void close() throws IOException {
    going.interrupt();
    try {
      going.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    for (var client : clients) {
      client.close();
    }
  }

  private void goOn() {
    try {
      while (true) {
        // Often enough that no connection ever stands still for long.
        Thread.sleep(BETWEEN_PIECES);
        for (int i = 0; i < many; i++) {
          goOn(i);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      // The test has seen enough.
    }
  }

  private void goOn(int number) throws IOException {
    try {
      clients.get(number).write("X: y\r\n");
    } catch (IOException _) {
      clients.get(number).close();
      clients.set(number, client(number));
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
