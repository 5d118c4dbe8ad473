package interleave.run.interpreter;

import interleave.run.interpreter.Layout.CodeFields;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The code of a function. What is seldom asked is read when it is. For one thread. */
final class Code {
  private static final int UNIT_BYTES = 2;
  private static final int MOST_VALUES = 1 << 16;

  /** More than a compiler makes use of that allows 20 blocks in one another. */
  private static final int LARGEST_STACK = 512;

  private final Objects objects;
  private final long first;
  private final long table;
  private final long file;
  private final long name;
  private final int values;
  private final int stackSize;
  private @Nullable ExceptionTable exceptions;

  /**
   * From its memory.
   *
   * @param all at least {@link CodeFields#bytes}
   */
  Code(Objects objects, CodeFields fields, long address, ByteBuffer all) {
    this.objects = objects;
    first = address + fields.instructions();
    table = all.getLong(fields.exceptions());
    file = all.getLong(fields.file());
    name = all.getLong(fields.name());
    values = Math.clamp(all.getInt(fields.values()), 0, MOST_VALUES);
    stackSize = Math.clamp(all.getInt(fields.stackSize()), 0, LARGEST_STACK);
  }

  /** Whether it is this function of Python's own library. */
  boolean is(String file, String name) {
    return isIn(file) && objects.string(this.name).equals(name);
  }

  /** Whether it is of Python's own library, and not the program's. */
  boolean isPythons() {
    var path = objects.string(file);
    return path.startsWith("/usr/") && path.contains("/lib/python3");
  }

  private boolean isIn(String file) {
    return isPythons() && objects.string(this.file).endsWith("/" + file);
  }

  /** How many of a frame's values are variables: its stack begins behind them. */
  int values() {
    return values;
  }

  /** How large that stack may get; of an enormous one, as much as is looked at. */
  int stackSize() {
    return stackSize;
  }

  /** Which instruction this is the address of, in code units from the first; -1 for none. */
  int instruction(long address) {
    long units = (address - first) / UNIT_BYTES;
    return address >= first && units <= Integer.MAX_VALUE ? (int) units : -1;
  }

  ExceptionTable exceptions() {
    if (exceptions == null) {
      exceptions = objects.exceptions(table);
    }
    return exceptions;
  }
}
