package interleave;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that takes all space of a disk. */
final class Filler {
  private static final int PAGE = 4096;

  private final Path file;

  Filler(Path disk) {
    file = disk.resolve("filler");
  }

  /** Another file of the same folder. */
  Path beside(String name) {
    return file.resolveSibling(name);
  }

  void fill() throws IOException {
    try (var channel =
        Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var page = ByteBuffer.allocate(PAGE);
      while (true) {
        channel.write(page.rewind());
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  void empty() throws IOException {
    Files.delete(file);
  }
}
