package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/** How many descriptors this process may have open: files, connections, pipes, processes held. */
public final class Descriptors {
  private static final int RLIMIT_NOFILE = 7;
  private static final int CLOEXEC = 0x80000;
  private static final MethodHandle GETRLIMIT =
      Native.find("getrlimit", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle EVENTFD = Native.find("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);

  private Descriptors() {}

  /** The limit that is in force, see getrlimit(2). */
  public static long limit() {
    try (var arena = Arena.ofConfined()) {
      var limits = arena.allocate(JAVA_LONG, 2);
      int _ = (int) GETRLIMIT.invokeExact(RLIMIT_NOFILE, limits);
      long soft = limits.getAtIndex(JAVA_LONG, 0);
      return soft < 0 ? Long.MAX_VALUE : soft;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** Whether one more can be had now. */
  public static boolean areLeft() {
    try {
      int number = (int) EVENTFD.invokeExact(0, CLOEXEC);
      if (number < 0) {
        return false;
      }
      new Fd(number).close();
      return true;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }
}
