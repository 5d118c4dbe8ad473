package interleave.run.interpreter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads objects, at one moment. A program may make them look as it likes: everything is bounded,
 * and what does not make sense is no object. What an object is does not change while it is there,
 * and is read once; what state it is in is read each time. For one thread.
 */
final class Objects {
  private static final int LONGEST_TEXT = 128;
  private static final int LONGEST_TYPE_NAME = 32;
  private static final int LONGEST_METHOD_NAME = 16;
  private static final int LONGEST_TABLE = BudgetedMemory.LARGEST_READ;
  private static final int LIKELY_TABLE = 112;

  private final BudgetedMemory memory;
  private final Layout layout;
  private final Map<Long, ObjectHead> heads = new HashMap<>();
  private final Map<Long, String> types = new HashMap<>();
  private final Map<Long, String> methods = new HashMap<>();
  private final Map<Long, String> strings = new HashMap<>();
  private final Map<Long, Optional<Code>> codes = new HashMap<>();

  Objects(BudgetedMemory memory, Layout layout) {
    this.memory = memory;
    this.layout = layout;
  }

  ObjectHead head(long object) {
    return heads.computeIfAbsent(object, this::readHead);
  }

  /** The name of an object's type, as in "_thread.lock"; empty when there is no object. */
  String type(long object) {
    return head(object).type();
  }

  /**
   * A word that an object has of its own, behind what all have, as it is now.
   *
   * @param index which one, from 0 on
   */
  long field(long object, int index) throws UnreadableException {
    return memory.word(object + layout.object().bytes() + (long) index * Long.BYTES);
  }

  /** What a method is called; empty where that cannot be read. */
  String name(ObjectHead.Method method) {
    return methods.computeIfAbsent(method.definition(), at -> name(at, LONGEST_METHOD_NAME));
  }

  /** A function's code; empty where there is none. */
  Optional<Code> code(long address) {
    return codes.computeIfAbsent(address, this::readCode);
  }

  /** A plain string; empty when it is none, or longer than any that we know. */
  String string(long object) {
    return strings.computeIfAbsent(object, this::readString);
  }

  /** The table of exceptions that an object of bytes holds. */
  ExceptionTable exceptions(long object) {
    try {
      // Its length, its hash, and then the bytes.
      long length = object + layout.object().bytes();
      int before = 2 * Long.BYTES;
      var start = memory.at(length, before, before + LIKELY_TABLE);
      long bytes = start.getLong(0);
      if (bytes < 0 || bytes > LONGEST_TABLE) {
        return ExceptionTable.EMPTY;
      }
      return new ExceptionTable(
          bytes <= start.limit() - before
              ? start.slice(before, (int) bytes)
              : memory.at(length + before, (int) bytes));
    } catch (UnreadableException _) {
      return ExceptionTable.EMPTY;
    }
  }

  private ObjectHead readHead(long object) {
    try {
      var fields = layout.object();
      int least = Math.max(fields.type() + Long.BYTES, fields.bytes());
      int most = least + 2 * Long.BYTES;
      var head = memory.at(object, least, most);
      var type = type(head, fields.type());
      return head.limit() < most
          ? ObjectHead.of(type, 0, 0)
          : ObjectHead.of(
              type, head.getLong(fields.bytes()), head.getLong(fields.bytes() + Long.BYTES));
    } catch (UnreadableException _) {
      return ObjectHead.NONE;
    }
  }

  private String type(ByteBuffer head, int at) {
    return types.computeIfAbsent(
        head.getLong(at), type -> name(type + layout.object().typeName(), LONGEST_TYPE_NAME));
  }

  private Optional<Code> readCode(long address) {
    try {
      var fields = layout.code();
      int typeAt = layout.object().type();
      var all = memory.at(address, Math.max(fields.bytes(), typeAt + Long.BYTES));
      return type(all, typeAt).equals("code")
          ? Optional.of(new Code(this, fields, address, all))
          : Optional.empty();
    } catch (UnreadableException _) {
      return Optional.empty();
    }
  }

  private String readString(long object) {
    try {
      int length = layout.object().bytes();
      int text = layout.object().text();
      var start = memory.at(object, text, text + LONGEST_TEXT);
      long letters = start.getLong(length);
      boolean fits = letters >= 0 && letters <= start.limit() - text;
      return fits ? decode(start.slice(text, (int) letters)) : "";
    } catch (UnreadableException _) {
      return "";
    }
  }

  /** What stands before the first NUL, where a pointer leads. */
  private String name(long pointer, int longest) {
    try {
      var text = decode(memory.at(memory.word(pointer), 1, longest));
      int end = text.indexOf('\0');
      return end < 0 ? text : text.substring(0, end);
    } catch (UnreadableException _) {
      return "";
    }
  }

  private static String decode(ByteBuffer letters) {
    return StandardCharsets.ISO_8859_1.decode(letters).toString();
  }
}
