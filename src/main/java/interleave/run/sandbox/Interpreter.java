package interleave.run.sandbox;

import interleave.run.PythonRuntime;
import java.util.Optional;

/**
 * A Python interpreter and the system that it sees.
 *
 * @param path of the interpreter, inside
 * @param sitePackages a folder below /usr/local from which it imports, inside
 * @param usr the way to the folder that is /usr inside; holds the interpreter and all that it needs
 * @param gil where its global lock is, if it has one that can be found
 */
record Interpreter(
    PythonRuntime runtime, String path, String sitePackages, Passage usr, Optional<Gil> gil) {
  private static final int JOINS_IN_C = 13;

  /** Whether a thread that joins another says so: from Python 3.13 on it does so in C. */
  boolean tellsJoins() {
    int minor = Integer.parseInt(runtime.version().split("\\.", -1)[1]);
    return minor < JOINS_IN_C;
  }
}
