package interleave.run.sandbox;

import interleave.run.PythonRuntime;
import interleave.run.interpreter.PyRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine's own interpreter, which sees the machine's /usr. */
final class HostPython {
  private static final String ASK =
      "import site, sys; print('%d.%d.%d' % sys.version_info[:3]); print(*site.getsitepackages())";

  private HostPython() {}

  /**
   * Asks the interpreter for its version and folders.
   *
   * @throws SandboxProblem when it is missing or not usable
   */
  static Interpreter at(String path) throws SandboxProblem {
    List<String> answer = ask(path);
    var version = answer.getFirst().strip();
    var folder =
        List.of(answer.getLast().split(" ", -1)).stream()
            .map(String::strip)
            .filter(name -> name.startsWith("/usr/local/"))
            .findFirst()
            .orElseThrow(
                () -> new SandboxProblem(path + " imports from no folder below /usr/local"));
    var name = version.substring(0, version.lastIndexOf('.'));
    var usr = Passage.to(Path.of("/usr"));
    return new Interpreter(
        new PythonRuntime(name, version), path, folder, usr, PyRuntime.of(Path.of(path), version));
  }

  private static List<String> ask(String path) throws SandboxProblem {
    try {
      var process = new ProcessBuilder(path, "-I", "-c", ASK).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      var lines = text.strip().lines().toList();
      if (!ended || process.exitValue() != 0 || lines.size() != 2) {
        throw new SandboxProblem(path + " does not answer as a Python interpreter does");
      }
      return lines;
    } catch (IOException _) {
      throw new SandboxProblem("there is no Python at " + path + "; install python3");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new SandboxProblem("interrupted while asking " + path);
    }
  }
}
