package interleave.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Programs in Python that test the lab's engine in a sandbox (src/test/resources/lab-driver). A run
 * has one file, so the modules of a driver are put in front of it.
 */
final class DriverCode {
  private static final Path FOLDER = Path.of("src/test/resources/lab-driver");

  private DriverCode() {}

  /**
   * The code of a driver.
   *
   * @param name of its file, without its ending
   * @param modules of the same folder, each after those that it imports
   */
  static String of(String name, String... modules) throws IOException {
    var code = new StringBuilder("import sys\n");
    for (var module : modules) {
      code.append(made(module));
    }
    return code.append(text(name)).toString();
  }

  /** Makes a module. A string of JSON is one of Python, too. */
  private static String made(String module) throws IOException {
    return """
        module = type(sys)(%1$s)
        exec(compile(%2$s, %1$s, "exec"), vars(module))
        sys.modules[%1$s] = module
        """
        .formatted(json(module), json(text(module)));
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name + ".py"));
  }

  private static String json(String text) {
    return Answer.MAPPER.writeValueAsString(text);
  }
}
