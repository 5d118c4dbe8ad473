package interleave.run.interpreter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the fields lie in the objects of CPython that are read from outside: bytes from the
 * beginning of each. They are those of the interpreter's own file or of its headers: no program has
 * a say in them.
 *
 * @param parks whether threads wait for a lock elsewhere than at an address that is in the lock
 * @param thread of PyThreadState
 * @param frame of _PyInterpreterFrame
 * @param code of PyCodeObject
 * @param object of PyObject, and of what else begins with one
 */
record Layout(
    boolean parks,
    int firstInterpreter,
    int nextInterpreter,
    int firstThread,
    ThreadFields thread,
    FrameFields frame,
    CodeFields code,
    ObjectFields object) {

  /**
   * Of a thread's state.
   *
   * @param frame its frame, or with {@code indirect} a pointer to a structure whose second word
   *     that is
   * @param atEnd a weak reference to the lock that is released at its end; 0 where there is none
   */
  record ThreadFields(int next, int frame, boolean indirect, int ident, int nativeId, int atEnd) {
    /** How many bytes from its beginning hold all of them but the frame. */
    int bytes() {
      return end(next, ident, nativeId, atEnd);
    }
  }

  /**
   * Of a frame; {@code stack} is the end of what is in use of its stack, 0 where it is not kept.
   */
  record FrameFields(int previous, int code, int instruction, int stack, int values) {
    /** How many bytes from its beginning hold all of them but the values. */
    int bytes() {
      return end(previous, code, instruction, stack);
    }
  }

  /** Of a code object. */
  record CodeFields(
      int exceptions, int stackSize, int values, int file, int name, int instructions) {
    /** How many bytes from its beginning hold all of them but the instructions. */
    int bytes() {
      return end(exceptions, stackSize, values, file, name);
    }
  }

  /**
   * Of an object; {@code bytes} is the size of what all objects begin with, and {@code text} where
   * the letters of a plain string are.
   */
  record ObjectFields(int type, int bytes, int typeName, int text) {}

  /**
   * As its headers have it on 64-bit machines; there it has no table, and it never changed after
   * its first release.
   */
  private static final Layout OF_3_11 =
      new Layout(
          false,
          40,
          0,
          16,
          new ThreadFields(8, 56, true, 152, 160, 192),
          new FrameFields(48, 32, 56, 0, 72),
          new CodeFields(40, 68, 76, 112, 128, 184),
          new ObjectFields(8, 16, 24, 48));

  private static final byte[] COOKIE = "xdebugpy".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_WORDS = 3;
  private static final int TABLE_WORDS = 64;

  /** What no offset comes near to: in the states of interpreters, in objects, in their heads. */
  private static final int LARGEST_STATE = 1 << 16;

  private static final int LARGEST_OBJECT = 1 << 10;
  private static final int LARGEST_HEAD = 1 << 6;

  /**
   * That of a version of Python; empty for one that is not known here.
   *
   * @param minor the version's second number
   * @param runtime what the runtime object begins with in the interpreter's file: from 3.13 on a
   *     table for its own debuggers ({@code _Py_DebugOffsets})
   */
  static Optional<Layout> of(int minor, ByteBuffer runtime) {
    return switch (minor) {
      case 11 -> Optional.of(OF_3_11);
      case 13 -> table(runtime, minor, 0, 0);
      case 14 -> table(runtime, minor, 3, 2);
      default -> Optional.empty();
    };
  }

  /**
   * Reads the table. Its structures follow one another; later versions have more words in some.
   *
   * @param interpreter how many words more an interpreter has than in 3.13, one of them after its
   *     first thread
   * @param frame how many words more a frame has
   */
  private static Optional<Layout> table(ByteBuffer table, int minor, int interpreter, int frame) {
    if (!isTable(table, minor)) {
      return Optional.empty();
    }
    int interpreters = HEADER_WORDS + 3;
    int threads = interpreters + 13 + interpreter;
    int frames = threads + 9;
    int codes = frames + 6 + frame;
    int objects = codes + 10 + (frame > 0 ? 1 : 0);
    var read = new Offsets(table);
    int firstLine = read.at(codes + 5, LARGEST_OBJECT);
    int head = read.at(objects, LARGEST_HEAD);
    var layout =
        new Layout(
            true,
            read.at(HEADER_WORDS + 2, LARGEST_STATE),
            read.at(interpreters + 2, LARGEST_STATE),
            read.at(interpreters + 3, LARGEST_STATE),
            new ThreadFields(
                read.at(threads + 2, LARGEST_OBJECT),
                read.at(threads + 4, LARGEST_OBJECT),
                false,
                read.at(threads + 5, LARGEST_OBJECT),
                read.at(threads + 6, LARGEST_OBJECT),
                0),
            new FrameFields(
                read.at(frames + 1, LARGEST_OBJECT),
                read.at(frames + 2, LARGEST_OBJECT),
                read.at(frames + 3, LARGEST_OBJECT),
                frame > 0 ? read.at(frames + 6, LARGEST_OBJECT) : 0,
                read.at(frames + 4, LARGEST_OBJECT)),
            // The table has neither of these three; they stand beside what it has.
            new CodeFields(
                head + 24,
                firstLine - Integer.BYTES,
                firstLine + Integer.BYTES,
                read.at(codes + 1, LARGEST_OBJECT),
                read.at(codes + 3, LARGEST_OBJECT),
                read.at(codes + 9, LARGEST_OBJECT)),
            new ObjectFields(
                read.at(objects + 1, LARGEST_HEAD),
                head,
                read.at(objects + 3, LARGEST_OBJECT),
                // After the length, the hash and the state; the latter is of a word.
                head + 24));
    return read.sound && firstLine >= Integer.BYTES ? Optional.of(layout) : Optional.empty();
  }

  /** Whether it is one of this version, of a build with the global lock (0) or without (1). */
  private static boolean isTable(ByteBuffer table, int minor) {
    if (table.limit() < TABLE_WORDS * Long.BYTES) {
      return false;
    }
    var cookie = new byte[COOKIE.length];
    table.get(0, cookie);
    return Arrays.equals(cookie, COOKIE)
        && table.getLong(Long.BYTES) >>> 16 == (0x300 | minor)
        && table.getLong(2 * Long.BYTES) >>> 1 == 0;
  }

  private static int end(int... fields) {
    return Arrays.stream(fields).max().orElse(0) + Long.BYTES;
  }

  /** Reads offsets; from the first one on that cannot be one, they are not sound. */
  private static final class Offsets {
    private final ByteBuffer table;
    private boolean sound = true;

    Offsets(ByteBuffer table) {
      this.table = table;
    }

    int at(int index, int limit) {
      long offset = table.getLong(index * Long.BYTES);
      boolean fits = offset >= 0 && offset < limit && offset % Integer.BYTES == 0;
      sound &= fits;
      return fits ? (int) offset : 0;
    }
  }
}
