package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/**
 * The memory of another process, to be read while it runs ({@code mem} in proc(5)): it notices
 * nothing, and what is read may change at any moment. For one thread at a time.
 */
public final class ProcessMemory implements Memory {
  /** Without errno: why there is nothing to read at an address makes no difference. */
  private static final MethodHandle PREAD =
      Native.find("pread", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);

  private final Fd memory;

  /**
   * Opens it.
   *
   * @param pid the process, as we number it
   * @throws LinuxException when it is gone, or we may not look into it
   */
  public ProcessMemory(int pid) throws LinuxException {
    memory = Fd.open("/proc/" + pid + "/mem", Fd.READ_ONLY);
  }

  @Override
  public int read(long address, ByteBuffer into) {
    try (var arena = Arena.ofConfined()) {
      var bytes = arena.allocate(into.remaining());
      long count = (long) PREAD.invokeExact(memory.number(), bytes, bytes.byteSize(), address);
      // A system call that was interrupted is as one that found nothing: the next look may.
      int there = (int) Math.max(count, 0);
      into.put(bytes.asSlice(0, there).asByteBuffer());
      return there;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
