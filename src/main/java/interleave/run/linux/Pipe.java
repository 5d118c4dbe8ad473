package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/** The two ends of a pipe. */
public record Pipe(Fd reader, Fd writer) implements AutoCloseable {
  private static final int O_CLOEXEC = 0x80000;
  private static final int O_NONBLOCK = 0x800;
  private static final int F_SETFL = 4;
  private static final int F_SETPIPE_SZ = 1031;
  private static final int DEFAULT_CAPACITY = 65536;
  private static final MethodHandle PIPE2 =
      Native.findWithErrno("pipe2", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle FCNTL =
      Native.findVariadic("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

  /**
   * Opens a pipe.
   *
   * @throws LinuxException when no descriptor is left
   */
  public static Pipe open() throws LinuxException {
    return open(O_CLOEXEC);
  }

  /** Opens a pipe from which one reads what is there, or nothing, and never waits. */
  public static Pipe openUnwaiting() throws LinuxException {
    return open(O_CLOEXEC | O_NONBLOCK);
  }

  private static Pipe open(int flags) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var ends = arena.allocate(JAVA_INT, 2);
      if ((int) PIPE2.invokeExact(state, ends, flags) != 0) {
        throw Native.failed("pipe2", Native.errno(state));
      }
      return new Pipe(new Fd(ends.getAtIndex(JAVA_INT, 0)), new Fd(ends.getAtIndex(JAVA_INT, 1)));
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** The reading end of a pipe that holds nothing and has ended. */
  public static Fd ended() throws LinuxException {
    var pipe = open();
    pipe.writer().close();
    return pipe.reader();
  }

  /**
   * Makes room for {@code bytes} unread bytes if the system gives it: by default up to 1 MiB, and
   * to a user whose pipes hold much already only two pages for each more (see pipe(7)).
   */
  public void grow(int bytes) {
    if (bytes > DEFAULT_CAPACITY) {
      int _ = control(F_SETPIPE_SZ, bytes);
    }
  }

  /** From now on writing what there is no room for fails, and never waits. */
  public void refuseToWait() {
    int _ = control(F_SETFL, O_NONBLOCK);
  }

  private int control(int command, int argument) {
    try {
      return (int) FCNTL.invokeExact(writer.number(), command, argument);
    } catch (IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
