package interleave.run.interpreter;

import interleave.run.linux.ProcessMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads objects, at one moment. A program may make them look as it likes: everything is bounded,
 * and what does not make sense is no object. For one thread.
 */
final class Objects {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_TABLE = 1 << 16;
  private static final int LARGEST_STACK = 1 << 12;

  private final ProcessMemory memory;
  private final Layout layout;
  private final Map<Long, String> types = new HashMap<>();
  private final Map<Long, Code> codes = new HashMap<>();

  Objects(ProcessMemory memory, Layout layout) {
    this.memory = memory;
    this.layout = layout;
  }

  /** The name of its type, as in "_thread.lock"; empty when there is no object. */
  String type(long object) {
    try {
      long type = memory.word(object + layout.object().type());
      var known = types.get(type);
      return known == null ? nameOfType(type) : known;
    } catch (IOException _) {
      return "";
    }
  }

  /** The words that an object has of its own, behind what all have. */
  long field(long object, int index) throws IOException {
    return memory.word(object + layout.object().bytes() + (long) index * Long.BYTES);
  }

  /** The name that a function written in C has, where {@code object} is one that is bound. */
  String boundName(long object) throws IOException {
    return text(memory.at(memory.word(field(object, 0)), 16));
  }

  /**
   * A function's code.
   *
   * @throws IOException when that is no code
   */
  Code code(long address) throws IOException {
    var known = codes.get(address);
    if (known != null) {
      return known;
    }
    if (!type(address).equals("code")) {
      throw new IOException("no code");
    }
    var fields = layout.code();
    var all = memory.at(address, fields.instructions());
    long table = all.getLong(fields.exceptions());
    int length = bounded(field(table, 0), LONGEST_TABLE);
    var exceptions = memory.at(table + layout.object().bytes() + 2L * Long.BYTES, length).array();
    var code =
        new Code(
            string(all.getLong(fields.file())),
            string(all.getLong(fields.name())),
            bounded(all.getInt(fields.values()), LARGEST_STACK),
            bounded(all.getInt(fields.stackSize()), LARGEST_STACK),
            new ExceptionTable(exceptions));
    codes.put(address, code);
    return code;
  }

  private String nameOfType(long type) throws IOException {
    var name = text(memory.at(memory.word(type + layout.object().typeName()), 32));
    types.put(type, name);
    return name;
  }

  /** The beginning of a plain string. */
  private String string(long object) throws IOException {
    int length = bounded(field(object, 0), LONGEST_TEXT);
    var letters = memory.at(object + layout.object().text(), length);
    return StandardCharsets.ISO_8859_1.decode(letters).toString();
  }

  /** What stands before the first NUL. */
  private static String text(ByteBuffer bytes) {
    var text = StandardCharsets.ISO_8859_1.decode(bytes).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static int bounded(long size, int most) {
    return Math.clamp(size, 0, most);
  }
}
