package interleave.run.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;

/** The user that this process acts as. */
public final class User {
  private static final MethodHandle GETEUID = Native.find("geteuid", JAVA_INT);

  private User() {}

  /** Whether it is root. */
  public static boolean isRoot() {
    try {
      return (int) GETEUID.invokeExact() == 0;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }
}
