package interleave.run.sandbox;

import interleave.run.PythonRuntime;
import interleave.run.interpreter.PyRuntime;
import java.util.Optional;

/**
 * A Python interpreter and the system that it sees.
 *
 * @param path of the interpreter, inside
 * @param sitePackages a folder below /usr/local from which it imports, inside
 * @param usr the way to the folder that is /usr inside; holds the interpreter and all that it needs
 * @param state where it keeps what it knows of itself, if that can be found
 */
record Interpreter(
    PythonRuntime runtime,
    String path,
    String sitePackages,
    Passage usr,
    Optional<PyRuntime> state) {}
