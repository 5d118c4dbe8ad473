package interleave.run.sandbox;

import interleave.run.PythonRuntime;
import interleave.run.interpreter.PyRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An interpreter with a system of its own, as {@code src/main/scripts/runtime} installs it: a
 * folder by the runtime's name, with {@code usr} and {@code runtime.properties} in it. The latter
 * holds {@code version}, {@code python} (the interpreter's path inside) and {@code hooks} (a folder
 * below /usr/local from which it imports).
 */
final class InstalledPython {
  private static final String FACTS = "runtime.properties";

  private InstalledPython() {}

  /** Whether a runtime was installed into this folder. */
  static boolean isIn(Path folder) {
    return String.valueOf(folder.getFileName()).matches("\\d{1,4}\\.\\d{1,4}t?")
        && Files.isRegularFile(folder.resolve(FACTS));
  }

  /**
   * Reads what is installed in a folder.
   *
   * @throws SandboxProblem when the folder is not as it is to be
   */
  static Interpreter in(Path folder) throws SandboxProblem {
    var facts = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve(FACTS))) {
      facts.load(reader);
    } catch (IOException | IllegalArgumentException thrown) {
      throw new SandboxProblem(folder.resolve(FACTS) + " cannot be read: " + thrown.getMessage());
    }
    var name = String.valueOf(folder.getFileName());
    var hooks = fact(facts, "hooks", "/usr/local/[\\w./-]+", folder);
    var python = fact(facts, "python", "/usr/bin/[\\w.-]+", folder);
    var version = fact(facts, "version", "\\d+\\.\\d+\\.\\d+", folder);
    var usr = Passage.to(folder.resolve("usr"));
    var runtime = new PythonRuntime(name, version);
    var state = PyRuntime.of(folder.resolve(python.substring(1)), version);
    return new Interpreter(runtime, python, hooks, usr, state);
  }

  private static String fact(Properties facts, String key, String pattern, Path folder)
      throws SandboxProblem {
    var value = facts.getProperty(key, "");
    if (!value.matches(pattern)) {
      throw new SandboxProblem(folder.resolve(FACTS) + " has no sound \"" + key + "\"");
    }
    return value;
  }
}
