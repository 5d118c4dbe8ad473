package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An open file descriptor that is ours to close. Every descriptor made in this package is
 * close-on-exec. Closing twice does nothing; using a closed one is an error.
 */
public final class Fd implements AutoCloseable {
  static final int READ_ONLY = 0;
  private static final int WRITE_ONLY = 1;
  private static final int CLOEXEC = 0x80000;

  private static final MethodHandle OPEN =
      Native.findVariadicWithErrno("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = Native.find("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle READ =
      Native.findWithErrno("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE =
      Native.findWithErrno("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

  private static final MethodHandle POLL =
      Native.findWithErrno("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final short POLLIN = 1;

  private final int number;
  private final AtomicBoolean closed = new AtomicBoolean();

  Fd(int number) {
    this.number = number;
  }

  /**
   * Opens a file that is there, to be written to.
   *
   * @throws LinuxException when it cannot be
   */
  public static Fd forWriting(Path file) throws LinuxException {
    return open(file.toString(), WRITE_ONLY);
  }

  static Fd open(String path, int flags) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      int number = (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags | CLOEXEC);
      if (number < 0) {
        throw Native.failed("open " + path, Native.errno(state));
      }
      return new Fd(number);
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /**
   * The number of the descriptor.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public int number() {
    if (closed.get()) {
      throw new IllegalStateException("descriptor " + number + " is closed");
    }
    return number;
  }

  /**
   * Writes all bytes, waiting when the other side is full.
   *
   * @throws LinuxException when the other side is gone
   */
  public void write(byte[] bytes) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      long done = 0;
      while (done < bytes.length) {
        long count =
            (long) WRITE.invokeExact(state, number(), buffer.asSlice(done), bytes.length - done);
        if (count >= 0) {
          done += count;
        } else if (Native.errno(state) != LinuxException.EINTR) {
          throw Native.failed("write", Native.errno(state));
        }
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** Reads what is there, at most {@code most} bytes; nothing at the end of the stream. */
  public byte[] read(int most) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var buffer = arena.allocate(most);
      while (true) {
        long count = (long) READ.invokeExact(state, number(), buffer, (long) most);
        if (count >= 0) {
          return bytes(buffer, count);
        } else if (Native.errno(state) == LinuxException.EAGAIN) {
          return new byte[0];
        } else if (Native.errno(state) != LinuxException.EINTR) {
          throw Native.failed("read", Native.errno(state));
        }
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /**
   * Waits until there is something to read, or nothing will be any more; see poll(2). A process's
   * descriptor is readable when it has ended.
   *
   * @param millis how long at most; -1 for as long as it takes
   * @return whether it came to this
   */
  public boolean awaitInput(int millis) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var asked = arena.allocate(8, 4);
      asked.set(JAVA_INT, 0, number());
      asked.set(JAVA_SHORT, 4, POLLIN);
      while (true) {
        int count = (int) POLL.invokeExact(state, asked, 1L, millis);
        if (count >= 0) {
          return count > 0;
        } else if (Native.errno(state) != LinuxException.EINTR) {
          throw Native.failed("poll", Native.errno(state));
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
    if (closed.compareAndSet(false, true)) {
      try {
        int _ = (int) CLOSE.invokeExact(number);
      } catch (Throwable thrown) {
        throw Native.unexpected(thrown);
      }
    }
  }

  @Override
  public String toString() {
    return "fd " + number;
  }

  private static byte[] bytes(MemorySegment buffer, long count) {
    return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
  }
}
