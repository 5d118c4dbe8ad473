package interleave.run.linux;

import java.nio.ByteBuffer;

/** Memory that is read by address, such as that of another process. For one thread at a time. */
public interface Memory extends AutoCloseable {
  /**
   * Reads from an address on, as much as is there and fits.
   *
   * @return how many bytes; 0 when none is there
   */
  int read(long address, ByteBuffer into);

  @Override
  void close();
}
