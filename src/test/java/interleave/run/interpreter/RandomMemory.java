package interleave.run.interpreter;

import interleave.run.linux.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Memory that has something at every address, always the same: random words, or such as make sense
 * to the reader (names of types, pointers, small numbers), so that it follows them far.
 */
final class RandomMemory implements Memory {
  private static final String[] NAMES = {
    "code",
    "_thread.lock",
    "_thread.RLock",
    "_queue.SimpleQueue",
    "_multiprocessing.SemLock",
    "_thread._ThreadHandle",
    "builtin_function_or_method",
    "method_descriptor",
    "__exit__",
  };

  private final long[] words;
  private final long seed;

  RandomMemory(Random random) {
    seed = random.nextLong();
    words = new long[2 + random.nextInt(40)];
    int sense = random.nextInt(4);
    for (int i = 0; i < words.length; i++) {
      words[i] =
          switch (random.nextInt(sense + 1)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(1 << 16) + 0x1000L * random.nextInt(1 << 20);
            case 2 -> random.nextInt(64);
            default -> start(NAMES[random.nextInt(NAMES.length)]);
          };
    }
  }

  /** A word that the reader finds often. */
  long some(Random random) {
    return words[random.nextInt(words.length)];
  }

  private static long start(String name) {
    var bytes = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
    return bytes.put(name.getBytes(StandardCharsets.US_ASCII)).getLong(0);
  }

  @Override
  public int read(long address, ByteBuffer into) {
    int bytes = into.remaining();
    for (int i = 0; i < bytes; i++) {
      long at = address + i;
      long mixed = ((at >>> 3) + seed) * 0x9e3779b97f4a7c15L;
      long word = words[(int) ((mixed >>> 33) % words.length)];
      into.put((byte) (word >>> (8 * (at & 7))));
    }
    return bytes;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
