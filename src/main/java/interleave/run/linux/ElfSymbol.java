package interleave.run.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a dynamic symbol of a program lies in memory, and what is there when the program begins;
 * see elf(5).
 *
 * @param relocatable whether addresses count from where the program is loaded
 * @param address its own
 * @param bytes how large it is
 * @param headers the address of the program's headers
 * @param contents what its memory holds at first, before anything is relocated in it: at most
 *     {@link #MOST_CONTENTS} bytes from its beginning, none where the file has none
 */
public record ElfSymbol(
    boolean relocatable, long address, long bytes, long headers, ByteBuffer contents) {
  static final int MOST_CONTENTS = 4096;

  private static final int MAGIC = 0x464c457f;
  private static final int CLASS_64_LITTLE = 0x0102;
  private static final int RELOCATABLE = 3;
  private static final int DYNAMIC_SYMBOLS = 11;
  private static final int LOADED = 1;

  /** Offsets in the file's header, in those of segments, and in those of sections. */
  private static final int TYPE = 16;

  private static final int SEGMENTS = 32;
  private static final int SECTIONS = 40;
  private static final int SEGMENT_BYTES = 54;
  private static final int SEGMENT_COUNT = 56;
  private static final int SECTION_BYTES = 58;
  private static final int SECTION_COUNT = 60;

  private static final int SEGMENT_OFFSET = 8;
  private static final int SEGMENT_ADDRESS = 16;
  private static final int SEGMENT_SIZE = 32;

  private static final int SECTION_OFFSET = 24;
  private static final int SECTION_SIZE = 32;
  private static final int SECTION_LINK = 40;

  private static final int SYMBOL_BYTES = 24;
  private static final int MOST_BYTES = 64 << 20;

  /** Finds it; empty when there is no such symbol, or the file is no program that we can read. */
  public static Optional<ElfSymbol> find(Path program, String name) {
    try (var file = FileChannel.open(program)) {
      if (file.size() > MOST_BYTES) {
        return Optional.empty();
      }
      var elf = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      return find(elf.order(ByteOrder.LITTLE_ENDIAN), name);
    } catch (IOException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException _) {
      return Optional.empty();
    }
  }

  /**
   * Where it is in a process that runs the program; empty when that does not tell.
   *
   * @throws IOException when the process is gone
   */
  public OptionalLong in(int process) throws IOException {
    if (!relocatable) {
      return OptionalLong.of(address);
    }
    var loaded = AuxiliaryVector.programHeaders(process);
    return loaded.isPresent()
        ? OptionalLong.of(loaded.getAsLong() - headers + address)
        : OptionalLong.empty();
  }

  private static Optional<ElfSymbol> find(ByteBuffer elf, String name) {
    if (elf.getInt(0) != MAGIC || elf.getShort(4) != CLASS_64_LITTLE) {
      return Optional.empty();
    }
    for (int i = 0; i < elf.getShort(SECTION_COUNT); i++) {
      int section = section(elf, i);
      if (elf.getInt(section + 4) == DYNAMIC_SYMBOLS) {
        int names =
            (int) elf.getLong(section(elf, elf.getInt(section + SECTION_LINK)) + SECTION_OFFSET);
        int from = (int) elf.getLong(section + SECTION_OFFSET);
        int to = from + (int) elf.getLong(section + SECTION_SIZE);
        return find(elf, from, to, names, name);
      }
    }
    return Optional.empty();
  }

  private static Optional<ElfSymbol> find(
      ByteBuffer elf, int from, int to, int names, String name) {
    var wanted = (name + "\0").getBytes(StandardCharsets.US_ASCII);
    for (int symbol = from; symbol < to; symbol += SYMBOL_BYTES) {
      var found = new byte[wanted.length];
      int at = names + elf.getInt(symbol);
      if (at + found.length <= elf.limit()) {
        elf.get(at, found);
        if (Arrays.equals(found, wanted)) {
          return Optional.of(at(elf, elf.getLong(symbol + 8), elf.getLong(symbol + 16)));
        }
      }
    }
    return Optional.empty();
  }

  private static ElfSymbol at(ByteBuffer elf, long address, long bytes) {
    boolean relocatable = elf.getShort(TYPE) == RELOCATABLE;
    long headers = 0;
    var contents = ByteBuffer.allocate(0);
    for (int i = 0; i < elf.getShort(SEGMENT_COUNT); i++) {
      int segment = Math.toIntExact(elf.getLong(SEGMENTS)) + i * elf.getShort(SEGMENT_BYTES);
      long offset = elf.getLong(segment + SEGMENT_OFFSET);
      long start = elf.getLong(segment + SEGMENT_ADDRESS);
      long size = elf.getLong(segment + SEGMENT_SIZE);
      if (elf.getInt(segment) == LOADED) {
        long headersIn = elf.getLong(SEGMENTS) - offset;
        if (headersIn >= 0 && headersIn < size) {
          headers = start + headersIn;
        }
        long in = address - start;
        if (in >= 0 && in < size) {
          long held = Math.min(Math.min(bytes, size - in), MOST_CONTENTS);
          contents = copy(elf, Math.toIntExact(offset + in), Math.toIntExact(held));
        }
      }
    }
    return new ElfSymbol(relocatable, address, bytes, headers, contents);
  }

  /** The file is not to be held open for it. */
  private static ByteBuffer copy(ByteBuffer elf, int from, int bytes) {
    var copy = new byte[bytes];
    elf.get(from, copy);
    return ByteBuffer.wrap(copy).asReadOnlyBuffer().order(elf.order());
  }

  private static int section(ByteBuffer elf, int index) {
    return Math.toIntExact(elf.getLong(SECTIONS) + (long) index * elf.getShort(SECTION_BYTES));
  }
}
