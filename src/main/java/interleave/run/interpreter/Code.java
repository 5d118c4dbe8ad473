package interleave.run.interpreter;

/**
 * The code of a function.
 *
 * @param file where its source is
 * @param name its qualified name
 * @param values how many of a frame's values are variables: its stack begins behind them
 * @param stackSize how large that stack may get
 */
record Code(String file, String name, int values, int stackSize, ExceptionTable exceptions) {
  /** Whether it is this function of Python's own library. */
  boolean is(String file, String name) {
    return this.name.equals(name) && isIn(file);
  }

  /** Whether it is in this file of Python's own library. */
  boolean isIn(String file) {
    return isPythons() && this.file.endsWith("/" + file);
  }

  /** Whether it is of Python's own library, and not the program's. */
  boolean isPythons() {
    return file.startsWith("/usr/") && file.contains("/lib/python3");
  }
}
