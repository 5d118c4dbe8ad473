package interleave.run.interpreter;

/**
 * Which blocks an instruction stands in, as the compiler wrote it down for the handling of
 * exceptions (InternalDocs/exception_handling.md of CPython). Entries are four numbers each, the
 * first byte of an entry marked with bit 7, six bits to a byte, bit 6 set where another follows.
 */
final class ExceptionTable {
  private static final int MORE = 0x40;
  private static final int BITS = 0x3f;

  private final byte[] bytes;

  ExceptionTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /** How many objects are on the stack below the block that an instruction is in; 0 outside. */
  int depthAt(int instruction) {
    var numbers = new Numbers();
    while (numbers.next < bytes.length) {
      int start = numbers.read();
      int size = numbers.read();
      numbers.read();
      int depth = numbers.read() >> 1;
      if (instruction >= start && instruction < start + size) {
        return depth;
      }
    }
    return 0;
  }

  private final class Numbers {
    private int next;

    int read() {
      int number = 0;
      while (next < bytes.length) {
        byte part = bytes[next++];
        number = (number << 6) | (part & BITS);
        if ((part & MORE) == 0) {
          break;
        }
      }
      return number;
    }
  }
}
