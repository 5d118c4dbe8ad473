package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/**
 * Two connected AF_UNIX stream sockets. On {@code ours} the kernel says of every piece which
 * process wrote it (SO_PASSCRED, see unix(7)), and never joins pieces of two processes. Descriptors
 * cannot be sent to it where the kernel can refuse them (SO_PASSRIGHTS, from Linux 6.16 on);
 * elsewhere a {@link Receiver} tells of them.
 */
public record SocketPair(Fd ours, Fd theirs) implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PASSCRED = 16;
  private static final int SO_PASSRIGHTS = 83;
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
    return open(false);
  }

  /** Opens a pair; {@code acceptDescriptors} lets {@code ours} be sent some, as old kernels do. */
  static SocketPair open(boolean acceptDescriptors) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var ends = arena.allocate(JAVA_INT, 2);
      if ((int) SOCKETPAIR.invokeExact(state, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        throw Native.failed("socketpair", Native.errno(state));
      }
      var pair =
          new SocketPair(
              new Fd(ends.getAtIndex(JAVA_INT, 0)), new Fd(ends.getAtIndex(JAVA_INT, 1)));
      if (!pair.set(SO_PASSCRED, 1)) {
        pair.close();
        throw new LinuxException("writers of a socket cannot be told", 0);
      }
      if (!acceptDescriptors) {
        boolean _ = pair.set(SO_PASSRIGHTS, 0);
      }
      return pair;
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** Sets an option of our socket; answers whether the kernel knows it. */
  private boolean set(int option, int value) {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var pointer = arena.allocateFrom(JAVA_INT, value);
      return (int)
              SETSOCKOPT.invokeExact(
                  state, ours.number(), SOL_SOCKET, option, pointer, Integer.BYTES)
          == 0;
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
