package interleave.run;

/**
 * A Python interpreter that programs can be run on.
 *
 * @param name as requests call it, such as {@code 3.11}
 * @param version in full, such as {@code 3.11.2}
 */
public record PythonRuntime(String name, String version) {
  /** Whether it has a global interpreter lock, so that one thread at a time runs Python. */
  public boolean hasGil() {
    return hasGil(name);
  }

  /** The same of one that need not be here, by its name. */
  public static boolean hasGil(String name) {
    return !name.endsWith("t");
  }
}
