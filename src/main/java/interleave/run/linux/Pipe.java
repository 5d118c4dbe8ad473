package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/** The two ends of a pipe. */
public record Pipe(Fd reader, Fd writer) implements AutoCloseable {
  private static final int O_CLOEXEC = 0x80000;
  private static final int O_NONBLOCK = 0x800;
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

  /**
   * The reading end of a pipe that already holds {@code content} and then ends: a way to hand bytes
   * to a program without a file. The pipe is made as large as the content, so this never waits.
   */
  public static Fd holding(byte[] content) throws LinuxException {
    var pipe = open();
    try (var writer = pipe.writer()) {
      pipe.grow(content.length);
      writer.write(content);
      return pipe.reader();
    } catch (LinuxException thrown) {
      pipe.reader().close();
      throw thrown;
    }
  }

  /** Makes room for {@code bytes} unread bytes, up to the system's limit (1 MiB by default). */
  public void grow(int bytes) throws LinuxException {
    if (bytes <= DEFAULT_CAPACITY) {
      return;
    }
    try {
      if ((int) FCNTL.invokeExact(writer.number(), F_SETPIPE_SZ, bytes) < bytes) {
        throw new LinuxException("no pipe of " + bytes + " bytes can be had", 0);
      }
    } catch (LinuxException | IllegalStateException thrown) {
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
