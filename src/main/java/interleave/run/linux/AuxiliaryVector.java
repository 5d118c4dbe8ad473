package interleave.run.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the kernel tells a program when it begins (auxv in proc(5), see getauxval(3)). */
final class AuxiliaryVector {
  private static final int MOST_BYTES = 4096;
  private static final int PROGRAM_HEADERS = 3;

  private AuxiliaryVector() {}

  /**
   * Where the headers of the program that a process runs are in its memory; empty when it does not
   * tell.
   *
   * @throws IOException when the process is gone
   */
  static OptionalLong programHeaders(int process) throws IOException {
    try (var file = Files.newInputStream(Path.of("/proc/" + process + "/auxv"))) {
      var words = ByteBuffer.wrap(file.readNBytes(MOST_BYTES)).order(ByteOrder.nativeOrder());
      while (words.remaining() >= 2 * Long.BYTES) {
        long key = words.getLong();
        long value = words.getLong();
        if (key == PROGRAM_HEADERS) {
          return OptionalLong.of(value);
        }
      }
      return OptionalLong.empty();
    }
  }
}
