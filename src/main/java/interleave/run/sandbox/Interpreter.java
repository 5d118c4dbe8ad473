package interleave.run.sandbox;

import interleave.run.PythonRuntime;

/**
 * A Python interpreter and the system that it sees.
 *
 * @param path of the interpreter, inside
 * @param sitePackages a folder below /usr/local from which it imports, inside
 * @param usr the way to the folder that is /usr inside; holds the interpreter and all that it needs
 */
record Interpreter(PythonRuntime runtime, String path, String sitePackages, Passage usr) {}
