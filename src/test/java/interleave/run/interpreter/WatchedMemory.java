package interleave.run.interpreter;

import com.sun.management.ThreadMXBean;
import interleave.run.linux.Memory;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;

/** Memory by which one sees how much a look allocates from one read to the next, and in all. */
final class WatchedMemory implements Memory {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Memory memory;
  private final long begun = THREADS.getCurrentThreadAllocatedBytes();
  private long before = begun;
  private long most;

  WatchedMemory(Memory memory) {
    this.memory = memory;
  }

  @Override
  public int read(long address, ByteBuffer into) {
    see();
    int there = memory.read(address, into);
    // What this took is the test's own.
    before = THREADS.getCurrentThreadAllocatedBytes();
    return there;
  }

  /** The most that was allocated between two reads: no single allocation was larger. */
  long mostAtOnce() {
    see();
    return most;
  }

  long inAll() {
    return THREADS.getCurrentThreadAllocatedBytes() - begun;
  }

  private void see() {
    most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - before);
  }

  @Override
  public void close() {
    memory.close();
  }
}
