package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** Finds functions of the C library and reads {@code errno} after them. */
@SuppressWarnings("restricted") // calling the C library is what this package is for
final class Native {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO_STATE = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
  private static final MethodHandle STRERROR = find("strerror", ADDRESS, JAVA_INT);

  private Native() {}

  /** A function of the C library that does not set {@code errno}. */
  static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
    return find(LINKER.defaultLookup(), name, FunctionDescriptor.of(result, arguments));
  }

  /**
   * A library that is open until the arena closes.
   *
   * @throws IllegalArgumentException when it is not installed
   */
  static SymbolLookup library(String name, Arena arena) {
    return SymbolLookup.libraryLookup(name, arena);
  }

  /** A function of any library. */
  static MethodHandle find(SymbolLookup library, String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(library.findOrThrow(name), type);
  }

  /** A function whose first argument here is the segment that takes {@code errno}. */
  static MethodHandle findWithErrno(String name, MemoryLayout result, MemoryLayout... arguments) {
    var type = FunctionDescriptor.of(result, arguments);
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, ERRNO_STATE);
  }

  /**
   * As {@link #findWithErrno}, of a function with a variable number of arguments, of which the
   * first {@code fixed} are named.
   */
  static MethodHandle findVariadic(
      String name, int fixed, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        ERRNO_STATE,
        Linker.Option.firstVariadicArg(fixed));
  }

  /** Such a function whose first argument here is the segment that takes {@code errno}. */
  static MethodHandle findVariadicWithErrno(
      String name, int fixed, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(result, arguments),
        Linker.Option.firstVariadicArg(fixed),
        ERRNO_STATE);
  }

  /** Memory for {@code errno}. */
  static MemorySegment state(Arena arena) {
    return arena.allocate(STATE);
  }

  static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  /** An exception that says which action failed, and why in the system's words. */
  static LinuxException failed(String action, int errno) {
    return new LinuxException(action + ": " + describe(errno), errno);
  }

  /** What a method handle threw although a C function throws nothing. */
  static IllegalStateException unexpected(Throwable thrown) {
    return new IllegalStateException("a native call failed", thrown);
  }

  private static String describe(int errno) {
    try {
      var text = (MemorySegment) STRERROR.invokeExact(errno);
      return text.reinterpret(256).getString(0);
    } catch (Throwable thrown) {
      throw unexpected(thrown);
    }
  }
}
