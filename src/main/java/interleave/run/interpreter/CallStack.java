package interleave.run.interpreter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The frames of a thread, the innermost first; those that can be read. They are read as far as
 * somebody asks for them, each once. For one thread.
 */
final class CallStack implements Iterable<Frame> {
  private static final int MOST_FRAMES = 60;

  /** On a frame's stack the lowest bits of an address say who counts the object. */
  private static final long ADDRESS = ~3L;

  private static final long[] NOTHING = {};

  /** Frames stand in a row, and each stack above its frame: the first read takes some at once. */
  private static final int BEFORE = 768;

  private static final int BEHIND = 256;

  private static final int PAGE = 4096;

  private final BudgetedMemory memory;
  private final Layout layout;
  private final Objects objects;
  private final List<Frame> read = new ArrayList<>();
  private long next;
  private int passed;

  /** What the first read has shown, and where. */
  private ByteBuffer shown = ByteBuffer.allocate(0);

  private long shownAt;

  /**
   * Reads nothing yet.
   *
   * @param innermost the address of the innermost frame; 0 when there is none
   */
  CallStack(BudgetedMemory memory, Layout layout, Objects objects, long innermost) {
    this.memory = memory;
    this.layout = layout;
    this.objects = objects;
    this.next = innermost;
  }

  Optional<Frame> innermost() {
    return has(0) ? Optional.of(read.getFirst()) : Optional.empty();
  }

  @Override
  public Iterator<Frame> iterator() {
    return new Iterator<>() {
      private int index;

      @Override
      public boolean hasNext() {
        return has(index);
      }

      @Override
      public Frame next() {
        if (!has(index)) {
          throw new NoSuchElementException();
        }
        return read.get(index++);
      }
    };
  }

  /**
   * The addresses of the objects on a frame's stack; none where they cannot be read.
   *
   * @param from the first, counted from the bottom
   * @param to the one behind the last
   */
  long[] objects(Frame frame, int from, int to) {
    if (from >= to) {
      return NOTHING;
    }
    try {
      var words = read(frame.stack() + (long) from * Long.BYTES, (to - from) * Long.BYTES);
      var found = new long[to - from];
      for (int i = 0; i < found.length; i++) {
        found[i] = words.getLong() & ADDRESS;
      }
      return found;
    } catch (UnreadableException _) {
      return NOTHING;
    }
  }

  private boolean has(int index) {
    while (read.size() <= index && next != 0 && passed < MOST_FRAMES) {
      passed++;
      readNext();
    }
    return read.size() > index;
  }

  /** Between calls of C and of Python there are frames without code. */
  private void readNext() {
    try {
      long address = next;
      var fields = layout.frame();
      var frame = passed == 1 ? first(address, fields.bytes()) : read(address, fields.bytes());
      next = frame.getLong(fields.previous());
      long end = fields.stack() == 0 ? 0 : frame.getLong(fields.stack());
      long instruction = frame.getLong(fields.instruction());
      objects
          .code(frame.getLong(fields.code()) & ADDRESS)
          .ifPresent(code -> read.add(frame(code, address, instruction, end)));
    } catch (UnreadableException _) {
      // The frames that were read stand; a thread that runs may leave the others meanwhile.
      next = 0;
    }
  }

  /** A frame; {@code end} is where its stack ends, 0 when that is not known. */
  private Frame frame(Code code, long address, long instruction, long end) {
    long bottom = address + layout.frame().values() + (long) code.values() * Long.BYTES;
    long used = end == 0 ? code.stackSize() : (end - bottom) / Long.BYTES;
    return new Frame(
        code, code.instruction(instruction), bottom, Math.clamp(used, 0, code.stackSize()));
  }

  /** With what stands around it on the same page, as that is all there. */
  private ByteBuffer first(long address, int bytes) throws UnreadableException {
    int in = (int) (address & (PAGE - 1));
    int before = Math.min(in, BEFORE);
    int behind = Math.max(bytes, Math.min(PAGE - in, BEHIND));
    shownAt = address - before;
    shown = memory.at(shownAt, before + behind);
    return read(address, bytes);
  }

  private ByteBuffer read(long address, int bytes) throws UnreadableException {
    long offset = address - shownAt;
    return offset >= 0 && offset <= shown.limit() - bytes
        ? memory.again(shown, (int) offset, bytes)
        : memory.at(address, bytes);
  }
}
