package interleave.run.sandbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the interpreters that there are. */
final class Interpreters {
  private static final Logger LOG = System.getLogger(Interpreters.class.getName());

  private Interpreters() {}

  /**
   * The machine's own interpreter first, then those that are installed, the oldest first. One that
   * is not sound, or is called as one before it, is left out with a warning.
   *
   * @param python the path of the machine's own interpreter
   * @param installed the folder of those installed; it need not be there
   * @throws SandboxProblem when the machine's own is not usable
   */
  static List<Interpreter> find(String python, Path installed) throws SandboxProblem {
    var found = new ArrayList<Interpreter>();
    found.add(HostPython.at(python));
    for (var folder : folders(installed)) {
      try {
        var one = InstalledPython.in(folder);
        var name = one.runtime().name();
        if (found.stream().anyMatch(other -> other.runtime().name().equals(name))) {
          throw new SandboxProblem("there is a Python " + name + " already");
        }
        found.add(one);
      } catch (SandboxProblem problem) {
        LOG.log(Level.WARNING, "{0} is left out: {1}", folder, problem.reason());
      }
    }
    return List.copyOf(found);
  }

  private static List<Path> folders(Path installed) throws SandboxProblem {
    if (!Files.isDirectory(installed)) {
      return List.of();
    }
    try (var all = Files.list(installed)) {
      return all.filter(InstalledPython::isIn)
          .sorted(Comparator.comparingInt(Interpreters::minor).thenComparing(Path::toString))
          .toList();
    } catch (IOException thrown) {
      throw new SandboxProblem(installed + " cannot be read: " + thrown.getMessage());
    }
  }

  /** The number after the dot, so that 3.9 comes before 3.10. */
  private static int minor(Path folder) {
    return Integer.parseInt(folder.getFileName().toString().replaceAll("^\\d+\\.|t$", ""));
  }
}
