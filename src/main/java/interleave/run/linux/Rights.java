package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Sends open descriptors along with bytes through an AF_UNIX socket (SCM_RIGHTS, see unix(7) and
 * cmsg(3)).
 */
public final class Rights {
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;
  private static final int CMSG_HEADER_BYTES = 16;
  private static final int MSGHDR_BYTES = 56;

  private static final MethodHandle SENDMSG =
      Native.findWithErrno("sendmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);

  private Rights() {}

  /**
   * Sends one message, waiting when the other side is full.
   *
   * @param bytes at least one
   * @param descriptors the receiver gets copies of them; ours stay open
   * @throws LinuxException when the other side is gone, or the system has no room for more
   *     descriptors on their way
   */
  public static void send(Fd socket, byte[] bytes, List<Fd> descriptors) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var header = header(arena, bytes, descriptors);
      while ((long) SENDMSG.invokeExact(state, socket.number(), header, MSG_NOSIGNAL) < 0) {
        if (Native.errno(state) != LinuxException.EINTR) {
          throw Native.failed("sendmsg", Native.errno(state));
        }
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  private static MemorySegment header(Arena arena, byte[] bytes, List<Fd> descriptors) {
    var vector = arena.allocate(16, 8);
    vector.set(ADDRESS, 0, arena.allocateFrom(JAVA_BYTE, bytes));
    vector.set(JAVA_LONG, 8, bytes.length);
    long length = CMSG_HEADER_BYTES + 4L * descriptors.size();
    var control = arena.allocate((length + 7) / 8 * 8, 8);
    control.set(JAVA_LONG, 0, length);
    control.set(JAVA_INT, 8, SOL_SOCKET);
    control.set(JAVA_INT, 12, SCM_RIGHTS);
    for (int i = 0; i < descriptors.size(); i++) {
      control.set(JAVA_INT, CMSG_HEADER_BYTES + 4L * i, descriptors.get(i).number());
    }
    var header = arena.allocate(MSGHDR_BYTES, 8);
    header.set(ADDRESS, 16, vector);
    header.set(JAVA_LONG, 24, 1);
    header.set(ADDRESS, 32, control);
    header.set(JAVA_LONG, 40, control.byteSize());
    return header;
  }
}
