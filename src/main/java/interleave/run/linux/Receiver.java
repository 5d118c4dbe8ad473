package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pieces and their writers from our side of a {@link SocketPair}, see recvmsg(2) and cmsg(3).
 * Holds one buffer: for one thread at a time.
 */
public final class Receiver implements AutoCloseable {
  /** What one call brought. */
  public sealed interface Received {
    /** A copy of the bytes that the process {@code pid} (as we number it) wrote. */
    record Piece(int pid, ByteBuffer bytes) implements Received {}

    /**
     * Somebody sent descriptors, which nobody may; what came with them is dropped. To close one can
     * take long: the caller closes them where nobody waits for that.
     */
    record Descriptors(List<Fd> sent) implements Received {}

    /** Nothing now. */
    record Nothing() implements Received {}

    /** Nothing any more: all writers are gone. */
    record Finished() implements Received {}
  }

  private static final Received NOTHING = new Received.Nothing();
  private static final Received FINISHED = new Received.Finished();
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_CMSG_CLOEXEC = 0x40000000;
  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;
  private static final int SCM_CREDENTIALS = 2;
  private static final int BUFFER_BYTES = 65536;

  /** A struct cmsghdr: its length with what follows, its level and its type. */
  private static final int HEADER_BYTES = 16;

  /** SCM_MAX_FD: more descriptors are in no message. */
  private static final int MOST_DESCRIPTORS = 253;

  /** Room for a ucred and for all descriptors that may come, so that the kernel closes none. */
  private static final int CONTROL_BYTES = 32 + HEADER_BYTES + 4 * MOST_DESCRIPTORS + 4;

  private static final MethodHandle RECVMSG =
      Native.findWithErrno("recvmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = Native.state(arena);
  private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
  private final MemorySegment control = arena.allocate(CONTROL_BYTES, 8);
  private final MemorySegment message = arena.allocate(56, 8);

  public Receiver() {
    var vector = arena.allocate(16, 8);
    vector.set(ADDRESS, 0, buffer);
    vector.set(JAVA_LONG, 8, BUFFER_BYTES);
    message.set(ADDRESS, 16, vector);
    message.set(JAVA_LONG, 24, 1);
    message.set(ADDRESS, 32, control);
  }

  /** Reads what is there without waiting. */
  public Received receive(Fd socket) throws LinuxException {
    try {
      while (true) {
        message.set(JAVA_LONG, 40, CONTROL_BYTES);
        int flags = MSG_DONTWAIT | MSG_CMSG_CLOEXEC;
        long count = (long) RECVMSG.invokeExact(state, socket.number(), message, flags);
        if (count > 0) {
          return received(count);
        } else if (count == 0) {
          return FINISHED;
        } else if (Native.errno(state) == LinuxException.EAGAIN) {
          return NOTHING;
        } else if (Native.errno(state) != LinuxException.EINTR) {
          throw Native.failed("recvmsg", Native.errno(state));
        }
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  @Override
  public void close() {
    arena.close();
  }

  private Received received(long count) {
    int writer = 0;
    var sent = new ArrayList<Fd>();
    long end = message.get(JAVA_LONG, 40);
    for (long at = 0; at + HEADER_BYTES <= end; ) {
      long length = control.get(JAVA_LONG, at);
      long data = at + HEADER_BYTES;
      if (control.get(JAVA_INT, at + 8) == SOL_SOCKET) {
        switch (control.get(JAVA_INT, at + 12)) {
          case SCM_CREDENTIALS -> writer = control.get(JAVA_INT, data);
          case SCM_RIGHTS -> {
            for (long one = data; one < at + length; one += Integer.BYTES) {
              sent.add(new Fd(control.get(JAVA_INT, one)));
            }
          }
          default -> {
            // Nothing else was asked for.
          }
        }
      }
      at += (length + 7) / 8 * 8;
    }
    return sent.isEmpty()
        ? new Received.Piece(
            writer, ByteBuffer.wrap(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE)))
        : new Received.Descriptors(List.copyOf(sent));
  }
}
