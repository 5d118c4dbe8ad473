package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/** The two ends of a pipe. */
public record Pipe(Fd reader, Fd writer) implements AutoCloseable {
  private static final int O_CLOEXEC = 0x80000;
  private static final MethodHandle PIPE2 =
      Native.findWithErrno("pipe2", JAVA_INT, ADDRESS, JAVA_INT);

  /**
   * Opens a pipe.
   *
   * @throws LinuxException when no descriptor is left
   */
  public static Pipe open() throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var ends = arena.allocate(JAVA_INT, 2);
      if ((int) PIPE2.invokeExact(state, ends, O_CLOEXEC) != 0) {
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

  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
