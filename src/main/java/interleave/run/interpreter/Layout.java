package interleave.run.interpreter;

import interleave.run.linux.ProcessMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the fields lie in the objects of CPython that are read from outside: bytes from the
 * beginning of each. From 3.13 on the interpreter has a table of them for its own debuggers ({@code
 * _Py_DebugOffsets}); for 3.11 they are those of its headers, as it has them on 64-bit machines.
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
  record ThreadFields(
      int next, int frame, boolean indirect, int ident, int nativeId, int atEnd, int bytes) {}

  /**
   * Of a frame; {@code stack} is the end of what is in use of its stack, 0 where it is not kept.
   */
  record FrameFields(int previous, int code, int instruction, int stack, int values) {}

  /** Of a code object. */
  record CodeFields(
      int exceptions, int stackSize, int values, int file, int name, int instructions) {}

  /**
   * Of an object; {@code bytes} is the size of what all objects begin with, and {@code text} where
   * the letters of a plain string are.
   */
  record ObjectFields(int type, int bytes, int typeName, int text) {}

  /** Before it there was no table; its layout never changed after its first release. */
  private static final Layout OF_3_11 =
      new Layout(
          false,
          40,
          0,
          16,
          new ThreadFields(8, 56, true, 152, 160, 192, 200),
          new FrameFields(48, 32, 56, 0, 72),
          new CodeFields(40, 68, 76, 112, 128, 184),
          new ObjectFields(8, 16, 24, 48));

  private static final byte[] COOKIE = "xdebugpy".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_WORDS = 3;
  private static final int TABLE_BYTES = 1024;

  /**
   * That of the interpreter whose runtime object is at this address; empty for a version that is
   * not known here.
   */
  static Optional<Layout> of(ProcessMemory memory, long runtime, int minor) throws IOException {
    return switch (minor) {
      case 11 -> Optional.of(OF_3_11);
      case 13 -> table(memory, runtime, minor, 0, 0);
      case 14 -> table(memory, runtime, minor, 3, 2);
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
  private static Optional<Layout> table(
      ProcessMemory memory, long runtime, int minor, int interpreter, int frame)
      throws IOException {
    var table = memory.at(runtime, TABLE_BYTES);
    var cookie = new byte[COOKIE.length];
    table.get(0, cookie);
    if (!Arrays.equals(cookie, COOKIE) || table.getLong(8) >>> 16 != (0x300 | minor)) {
      return Optional.empty();
    }
    int interpreters = HEADER_WORDS + 3;
    int threads = interpreters + 13 + interpreter;
    int frames = threads + 9;
    int codes = frames + 6 + frame;
    int objects = codes + 10 + (frame > 0 ? 1 : 0);
    var read = new Words(table);
    int firstLine = read.at(codes + 5);
    return Optional.of(
        new Layout(
            true,
            read.at(HEADER_WORDS + 2),
            read.at(interpreters + 2),
            read.at(interpreters + 3),
            new ThreadFields(
                read.at(threads + 2),
                read.at(threads + 4),
                false,
                read.at(threads + 5),
                read.at(threads + 6),
                0,
                read.at(threads + 6) + Long.BYTES),
            new FrameFields(
                read.at(frames + 1),
                read.at(frames + 2),
                read.at(frames + 3),
                frame > 0 ? read.at(frames + 6) : 0,
                read.at(frames + 4)),
            // The table has neither of these three; they stand beside what it has.
            new CodeFields(
                read.at(objects) + 24,
                firstLine - Integer.BYTES,
                firstLine + Integer.BYTES,
                read.at(codes + 1),
                read.at(codes + 3),
                read.at(codes + 9)),
            new ObjectFields(
                read.at(objects + 1),
                read.at(objects),
                read.at(objects + 3),
                // After the length, the hash and the state; the latter is of a word.
                read.at(objects) + 24)));
  }

  private record Words(ByteBuffer table) {
    int at(int index) {
      return Math.toIntExact(table.getLong(index * Long.BYTES));
    }
  }
}
