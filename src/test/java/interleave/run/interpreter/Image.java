package interleave.run.interpreter;

import interleave.run.linux.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of a process's memory that were read while it was looked into. */
final class Image implements Memory {
  private static final int PAGE = 4096;

  private final Map<Long, ByteBuffer> pages = new HashMap<>();
  private final Set<Long> read = new LinkedHashSet<>();

  /** Memory that goes on being read through this, and keeps in it all pages that are. */
  Memory keeping(Memory real) {
    return new Memory() {
      @Override
      public int read(long address, ByteBuffer into) {
        int bytes = into.remaining();
        for (long page = address & -PAGE; page < address + bytes; page += PAGE) {
          var content = ByteBuffer.allocate(PAGE).order(ByteOrder.nativeOrder());
          if (real.read(page, content) == PAGE) {
            pages.putIfAbsent(page, content);
          }
        }
        for (long word = address & -Long.BYTES; word < address + bytes; word += Long.BYTES) {
          if (pages.containsKey(word & -PAGE)) {
            read.add(word);
          }
        }
        return Image.this.read(address, into);
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  /** The addresses of all words that were read. */
  List<Long> words() {
    return List.copyOf(read);
  }

  /** Puts a word into it; answers with what was there. */
  long put(long address, long word) {
    var page = java.util.Objects.requireNonNull(pages.get(address & -PAGE));
    int at = (int) (address & (PAGE - 1));
    long before = page.getLong(at);
    page.putLong(at, word);
    return before;
  }

  long word(long address) {
    return java.util.Objects.requireNonNull(pages.get(address & -PAGE))
        .getLong((int) (address & (PAGE - 1)));
  }

  @Override
  public int read(long address, ByteBuffer into) {
    int there = 0;
    @Nullable ByteBuffer page;
    while (into.hasRemaining() && (page = pages.get((address + there) & -PAGE)) != null) {
      int at = (int) ((address + there) & (PAGE - 1));
      int bytes = Math.min(into.remaining(), PAGE - at);
      into.put(page.slice(at, bytes));
      there += bytes;
    }
    return there;
  }

  @Override
  public void close() {
    // It is kept for the next look.
  }
}
