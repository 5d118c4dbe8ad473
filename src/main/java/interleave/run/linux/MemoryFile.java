package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/**
 * A file that is in memory and has no name (memfd_create(2)): a way to hand bytes to a program of
 * ours. However much it holds, writing it never waits for somebody to read, as a pipe may. Whoever
 * has it can write to it, so it is not for programs of others.
 */
public final class MemoryFile {
  private static final int MFD_CLOEXEC = 1;
  private static final int SEEK_SET = 0;
  private static final MethodHandle CREATE =
      Native.findWithErrno("memfd_create", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle SEEK =
      Native.findWithErrno("lseek", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);

  private MemoryFile() {}

  /**
   * A file that is empty.
   *
   * @throws LinuxException when no descriptor is left
   */
  public static Fd empty() throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      int fd = (int) CREATE.invokeExact(state, arena.allocateFrom("interleave"), MFD_CLOEXEC);
      if (fd < 0) {
        throw Native.failed("memfd_create", Native.errno(state));
      }
      return new Fd(fd);
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** A file of which {@code content} is to be read. */
  public static Fd holding(byte[] content) throws LinuxException {
    var file = empty();
    try {
      file.write(content);
      rewind(file);
      return file;
    } catch (LinuxException thrown) {
      file.close();
      throw thrown;
    }
  }

  /** What was written to it is to be read next. */
  static void rewind(Fd file) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      if ((long) SEEK.invokeExact(state, file.number(), 0L, SEEK_SET) < 0) {
        throw Native.failed("lseek", Native.errno(state));
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }
}
