package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/**
 * A file that is in memory and has no name (memfd_create(2)): a way to hand bytes to another
 * process. However much it holds, writing it never waits for a reader, and no quota of the user
 * limits it, as both happens to pipes. Whoever has it can write to it until it is sealed.
 */
public final class MemoryFile {
  private static final int MFD_CLOEXEC = 1;
  private static final int MFD_ALLOW_SEALING = 2;
  private static final int F_ADD_SEALS = 1033;

  /** F_SEAL_SEAL, SHRINK, GROW and WRITE. */
  private static final int ALL_SEALS = 1 | 2 | 4 | 8;

  private static final int SEEK_SET = 0;
  private static final MethodHandle CREATE =
      Native.findWithErrno("memfd_create", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle SEEK =
      Native.findWithErrno("lseek", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle SEAL =
      Native.findVariadic("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

  private MemoryFile() {}

  /**
   * A file that is empty.
   *
   * @throws LinuxException when no descriptor is left
   */
  public static Fd empty() throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      int flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
      int fd = (int) CREATE.invokeExact(state, arena.allocateFrom("interleave"), flags);
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

  /**
   * Fills one that is empty, and seals it: from then on nobody can write to it or change its size,
   * whoever has it (F_ADD_SEALS in fcntl(2)). It is to be read from its beginning.
   */
  public static void fill(Fd file, byte[] content) throws LinuxException {
    file.write(content);
    rewind(file);
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      if ((int) SEAL.invokeExact(state, file.number(), F_ADD_SEALS, ALL_SEALS) < 0) {
        throw Native.failed("F_ADD_SEALS", Native.errno(state));
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
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
