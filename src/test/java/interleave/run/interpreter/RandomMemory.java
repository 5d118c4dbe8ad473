package interleave.run.interpreter;

import interleave.run.linux.Memory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/**
 * Memory that has something at every address, always the same: few different words again and again.
 * Mostly they are such as make sense to the reader, small numbers and pointers to what looks like
 * objects, so that it follows them far.
 */
final class RandomMemory implements Memory {
  private static final List<String> TYPES =
      List.of(
          "code",
          "code",
          "_thread.lock",
          "_thread.RLock",
          "_queue.SimpleQueue",
          "_multiprocessing.SemLock",
          "_thread._ThreadHandle",
          "builtin_function_or_method",
          "method_descriptor",
          "str");

  /**
   * What looks like objects of a type stands at {@code OBJECTS + type * EACH}, and alike what looks
   * like their type, and its name: each word leads from one to the next.
   */
  private static final long OBJECTS = 0x10_0000_0000L;

  private static final long TYPE_OBJECTS = 0x20_0000_0000L;
  private static final long NAMES = 0x30_0000_0000L;
  private static final long EACH = 0x1000_0000L;

  private final long[] words;
  private final long seed;

  RandomMemory(Random random) {
    seed = random.nextLong();
    words = new long[2 + random.nextInt(30)];
    boolean sensible = random.nextInt(8) > 0;
    for (int i = 0; i < words.length; i++) {
      words[i] = sensible ? sensible(random) : random.nextLong();
    }
  }

  private static long sensible(Random random) {
    int kind = random.nextInt(20);
    if (kind < 12) {
      return OBJECTS + EACH * random.nextInt(TYPES.size()) + 8L * random.nextInt(1 << 10);
    }
    return kind < 19 ? random.nextInt(8) : random.nextLong();
  }

  /** A word that the reader finds often. */
  long some(Random random) {
    return words[random.nextInt(words.length)];
  }

  @Override
  public int read(long address, ByteBuffer into) {
    int bytes = into.remaining();
    for (int i = 0; i < bytes; i++) {
      long at = address + i;
      into.put((byte) (word(at >>> 3) >>> (Byte.SIZE * (at & 7))));
    }
    return bytes;
  }

  private long word(long index) {
    long mixed = (index + seed) * 0x9e37_79b9_7f4a_7c15L;
    long address = index << 3;
    int type = (int) (address % OBJECTS / EACH) % TYPES.size();
    boolean leads = mixed < 0;
    return switch ((int) Math.min(address / OBJECTS, 4)) {
      case 1 -> leads ? TYPE_OBJECTS + EACH * type : some(mixed);
      case 2 -> NAMES + EACH * type;
      case 3 -> letters(TYPES.get(type), (int) (address % EACH));
      default -> some(mixed);
    };
  }

  private long some(long mixed) {
    return words[(int) ((mixed >>> 33) % words.length)];
  }

  /** Eight letters of a name, NUL behind it. */
  private static long letters(String name, int from) {
    long letters = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      letters = (letters << Byte.SIZE) | (from + i < name.length() ? name.charAt(from + i) : 0);
    }
    return letters;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
