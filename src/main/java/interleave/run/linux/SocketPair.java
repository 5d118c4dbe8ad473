package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/**
 * Two connected AF_UNIX stream sockets. On {@code ours} the kernel says of every piece which
 * process wrote it (SO_PASSCRED, see unix(7)), and never joins pieces of two processes.
 */
public record SocketPair(Fd ours, Fd theirs) implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PASSCRED = 16;
  private static final MethodHandle SOCKETPAIR =
      Native.findWithErrno("socketpair", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle SETSOCKOPT =
      Native.findWithErrno("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);

  /**
   * Opens a pair.
   *
   * @throws LinuxException when no descriptor is left
   */
  public static SocketPair open() throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var ends = arena.allocate(JAVA_INT, 2);
      if ((int) SOCKETPAIR.invokeExact(state, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        throw Native.failed("socketpair", Native.errno(state));
      }
      var pair =
          new SocketPair(
              new Fd(ends.getAtIndex(JAVA_INT, 0)), new Fd(ends.getAtIndex(JAVA_INT, 1)));
      var on = arena.allocateFrom(JAVA_INT, 1);
      int ours = pair.ours.number();
      if ((int) SETSOCKOPT.invokeExact(state, ours, SOL_SOCKET, SO_PASSCRED, on, 4) != 0) {
        pair.close();
        throw Native.failed("setsockopt", Native.errno(state));
      }
      return pair;
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  @Override
  public void close() {
    ours.close();
    theirs.close();
  }
}
