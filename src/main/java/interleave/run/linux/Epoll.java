package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Waits for many descriptors at once, see epoll(7), level-triggered. {@link #await} is for one
 * thread; the other methods are for any.
 */
public final class Epoll implements AutoCloseable {
  private static final int CLOEXEC = 0x80000;
  private static final int NONBLOCK = 0x800;
  private static final int ADD = 1;
  private static final int DELETE = 2;
  private static final int IN = 1;
  private static final int MOST_EVENTS = 64;

  /** On x86-64 the kernel's struct is packed. */
  private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

  private static final int EVENT_BYTES = PACKED ? 12 : 16;
  private static final int TOKEN_OFFSET = PACKED ? 4 : 8;
  private static final long WAKE = -1;

  private static final MethodHandle CREATE =
      Native.findWithErrno("epoll_create1", JAVA_INT, JAVA_INT);
  private static final MethodHandle CONTROL =
      Native.findWithErrno("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle WAIT =
      Native.findWithErrno("epoll_wait", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle EVENTFD =
      Native.findWithErrno("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = Native.state(arena);
  private final MemorySegment events = arena.allocate((long) EVENT_BYTES * MOST_EVENTS, 8);
  private final Fd epoll;
  private final Fd wake;

  public Epoll() throws LinuxException {
    try {
      epoll = new Fd(made("epoll_create1", (int) CREATE.invokeExact(state, CLOEXEC)));
      wake = new Fd(made("eventfd", (int) EVENTFD.invokeExact(state, 0, CLOEXEC | NONBLOCK)));
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
    add(wake, WAKE);
  }

  /** Watches a descriptor for input; {@code token}, at least 0, will name it. */
  public void add(Fd fd, long token) throws LinuxException {
    control(ADD, fd, token);
  }

  /** Stops watching a descriptor; call it before closing the descriptor. */
  public void remove(Fd fd) throws LinuxException {
    control(DELETE, fd, 0);
  }

  /**
   * Waits until a descriptor has input or {@link #wake} is called.
   *
   * @param millis how long to wait at most; -1 for ever
   * @return the tokens of those that are ready, perhaps none
   */
  public long[] await(int millis) throws LinuxException {
    int count;
    try {
      count = (int) WAIT.invokeExact(state, epoll.number(), events, MOST_EVENTS, millis);
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
    if (count < 0 && Native.errno(state) != LinuxException.EINTR) {
      throw Native.failed("epoll_wait", Native.errno(state));
    }
    var tokens = new long[Math.max(0, count)];
    int kept = 0;
    for (int i = 0; i < tokens.length; i++) {
      long token =
          events.get(ValueLayout.JAVA_LONG_UNALIGNED, (long) i * EVENT_BYTES + TOKEN_OFFSET);
      if (token == WAKE) {
        wake.read(8);
      } else {
        tokens[kept++] = token;
      }
    }
    return java.util.Arrays.copyOf(tokens, kept);
  }

  /** Makes {@link #await} return. */
  public void wake() throws LinuxException {
    wake.write(new byte[] {1, 0, 0, 0, 0, 0, 0, 0});
  }

  @Override
  public void close() {
    wake.close();
    epoll.close();
    arena.close();
  }

  private int made(String action, int fd) throws LinuxException {
    if (fd < 0) {
      throw Native.failed(action, Native.errno(state));
    }
    return fd;
  }

  private void control(int operation, Fd fd, long token) throws LinuxException {
    try (var local = Arena.ofConfined()) {
      var errno = Native.state(local);
      var event = local.allocate(EVENT_BYTES, 8);
      event.set(JAVA_INT, 0, IN);
      event.set(ValueLayout.JAVA_LONG_UNALIGNED, TOKEN_OFFSET, token);
      if ((int) CONTROL.invokeExact(errno, epoll.number(), operation, fd.number(), event) != 0) {
        throw Native.failed("epoll_ctl", Native.errno(errno));
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }
}
