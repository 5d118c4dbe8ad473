package interleave.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection that a test writes byte by byte, from a loopback address of its own. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;
  private static final int BETWEEN_PIECES_MS = 20;

  private final Socket socket;

  /**
   * @param last the last byte of the loopback address to connect from, 1 or more
   */
  RawClient(int port, int last) throws IOException {
    socket = new Socket(address(1), port, address(last), 0);
    socket.setSoTimeout(PATIENCE_MS);
  }

  /** Writes as it is; lines end with CR LF. */
  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks for a page and reads until the server closes; empty when it closed at once. */
  String get(String path) throws IOException {
    write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return rest();
  }

  /** Everything until the server closes or resets the connection. */
  String rest() {
    var read = new StringBuilder();
    try {
      for (int next = socket.getInputStream().read(); next >= 0; ) {
        read.append((char) next);
        next = socket.getInputStream().read();
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the server neither answered nor closed: " + read, e);
    } catch (IOException _) {
      // Reset: what came before counts.
    }
    return read.toString();
  }

  /** Writes the end of a request, and answers as {@link #rest}; empty when it is closed already. */
  String ended(String text) {
    try {
      write(text);
    } catch (IOException _) {
      return "";
    }
    return rest();
  }

  /** Reads until the text has come, or fails when the server closes before. */
  String until(String wanted) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(wanted) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new AssertionError("closed before " + wanted + ": " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /** Writes one piece after the other until the server answers or closes; answers what it said. */
  String trickle(String piece) throws IOException {
    socket.setSoTimeout(BETWEEN_PIECES_MS);
    while (true) {
      try {
        int next = socket.getInputStream().read();
        socket.setSoTimeout(PATIENCE_MS);
        return next < 0 ? "" : (char) next + rest();
      } catch (SocketTimeoutException _) {
        write(piece);
      } catch (IOException _) {
        return "";
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static InetAddress address(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }
}
