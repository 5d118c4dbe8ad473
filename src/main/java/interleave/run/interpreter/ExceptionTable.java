package interleave.run.interpreter;

import java.nio.ByteBuffer;

/**
 * Which blocks an instruction stands in, as the compiler wrote it down for the handling of
 * exceptions (InternalDocs/exception_handling.md of CPython). Entries are four numbers each, in the
 * order of their instructions, the first byte of an entry marked with bit 7, six bits to a byte,
 * bit 6 set where another follows. What is no such table has no blocks. However long it is, only a
 * few bytes are looked at to find an entry.
 */
final class ExceptionTable {
  /** That of a function without blocks. */
  static final ExceptionTable EMPTY = new ExceptionTable(ByteBuffer.allocate(0));

  private static final int FIRST = 0x80;
  private static final int MORE = 0x40;
  private static final int BITS = 0x3f;

  /** A number has at most 30 bits. */
  private static final int LONGEST_NUMBER = 5;

  private static final int LONGEST_ENTRY = 4 * LONGEST_NUMBER;

  /** So few bytes are looked through from their first; more than two of the longest entries. */
  private static final int FEW = 64;

  private final ByteBuffer bytes;

  ExceptionTable(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** How many objects are on the stack below the block that an instruction is in; 0 outside. */
  int depthAt(int instruction) {
    int low = 0;
    int high = bytes.limit();
    while (high - low > FEW) {
      int middle = entryBefore(low + (high - low) / 2);
      if (middle < 0) {
        return 0;
      } else if (new Numbers(middle).read() > instruction) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return depthAt(instruction, low, high);
  }

  private int depthAt(int instruction, int from, int to) {
    var numbers = new Numbers(from);
    while (numbers.next < to) {
      int start = numbers.read();
      int size = numbers.read();
      numbers.read();
      int depth = numbers.read() >> 1;
      if (instruction >= start && instruction - start < size) {
        return depth;
      }
    }
    return 0;
  }

  /** Where the entry begins that a byte belongs to; -1 when there is none. */
  private int entryBefore(int index) {
    for (int i = index; i >= 0 && i > index - LONGEST_ENTRY; i--) {
      if ((bytes.get(i) & FIRST) != 0) {
        return i;
      }
    }
    return -1;
  }

  private final class Numbers {
    private int next;

    Numbers(int next) {
      this.next = next;
    }

    int read() {
      int number = 0;
      for (int i = 0; i < LONGEST_NUMBER && next < bytes.limit(); i++) {
        byte part = bytes.get(next++);
        number = (number << 6) | (part & BITS);
        if ((part & MORE) == 0) {
          break;
        }
      }
      return number;
    }
  }
}
