package interleave.run.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The memory of another process, to be read while it runs ({@code mem} in proc(5)): it notices
 * nothing, and what is read may change at any moment. For one thread at a time.
 */
public final class ProcessMemory implements AutoCloseable {
  private final FileChannel memory;

  /**
   * Opens it.
   *
   * @param pid the process, as we number it
   * @throws IOException when it is gone, or we may not look into it
   */
  public ProcessMemory(int pid) throws IOException {
    memory = FileChannel.open(Path.of("/proc/" + pid + "/mem"));
  }

  /**
   * The bytes that begin at an address, as numbers have them on this machine.
   *
   * @throws IOException when not all of them are there
   */
  public ByteBuffer at(long address, int bytes) throws IOException {
    if (address <= 0) {
      throw new IOException("no process has memory at 0x" + Long.toHexString(address));
    }
    var buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    if (memory.read(buffer, address) != bytes) {
      throw new IOException("no memory at 0x" + Long.toHexString(address));
    }
    return buffer.flip();
  }

  /** The eight bytes at an address: a pointer, as a rule. */
  public long word(long address) throws IOException {
    return at(address, Long.BYTES).getLong();
  }

  @Override
  public void close() {
    try {
      memory.close();
    } catch (IOException thrown) {
      throw new UncheckedIOException(thrown);
    }
  }
}
