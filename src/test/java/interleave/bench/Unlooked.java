package interleave.bench;

import interleave.run.linux.LinuxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine's own Python under the number of a version whose insides the server does not know: it
 * runs in the same sandbox and is sampled alike, but what its threads wait for is not looked up.
 */
final class Unlooked {
  /** Its name as a runtime. */
  static final String NAME = "3.12";

  private Unlooked() {}

  /** Installs it below a data folder, before the server starts. */
  static void install(Path data) throws IOException, LinuxException {
    var folder = Files.createDirectories(data.resolve("runtimes").resolve(NAME));
    Files.createSymbolicLink(folder.resolve("usr"), Path.of("/usr"));
    var python = Path.of("/usr/bin/python3").toRealPath();
    var hooks =
        Bare.output(
            List.of(
                python.toString(),
                "-I",
                "-c",
                "import site; print(next(p for p in site.getsitepackages() if '/usr/local' in p))"));
    Files.writeString(
        folder.resolve("runtime.properties"),
        "version=%s.0\npython=%s\nhooks=%s\n".formatted(NAME, python, hooks.strip()));
  }
}
