package interleave.run.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a dynamic symbol of a program lies in memory, see elf(5).
 *
 * @param relocatable whether {@code address} counts from where the program was loaded
 * @param bytes how large it is
 */
public record ElfSymbol(boolean relocatable, long address, long bytes) {
  private static final int MAGIC = 0x464c457f;
  private static final int CLASS_64_LITTLE = 0x0102;
  private static final int RELOCATABLE = 3;
  private static final int DYNAMIC_SYMBOLS = 11;

  /** Offsets in the file's header and in those of sections. */
  private static final int SECTIONS = 40;

  private static final int SECTION_BYTES = 58;
  private static final int SECTION_COUNT = 60;
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
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException _) {
      return Optional.empty();
    }
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
          boolean relocatable = elf.getShort(16) == RELOCATABLE;
          return Optional.of(
              new ElfSymbol(relocatable, elf.getLong(symbol + 8), elf.getLong(symbol + 16)));
        }
      }
    }
    return Optional.empty();
  }

  private static int section(ByteBuffer elf, int index) {
    return Math.toIntExact(elf.getLong(SECTIONS) + (long) index * elf.getShort(SECTION_BYTES));
  }
}
