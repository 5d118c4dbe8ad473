package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** The server as its own process, as a person starts it. */
final class ServerProcess {
  private static boolean packed;

  private ServerProcess() {}

  /**
   * Starts it on any free port.
   *
   * @param data where it keeps what it keeps
   * @param environment settings beside these
   * @param folder the project's
   * @param before a command that takes the server's as its last arguments
   */
  static Process start(Path data, Map<String, String> environment, Path folder, String... before)
      throws IOException {
    var command = new ArrayList<>(List.of(before));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", classPath(), "interleave.Main"));
    var builder = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder.environment().put("INTERLEAVE_PORT", "0");
    builder.environment().put("INTERLEAVE_DATA", data.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * With our own classes in a jar, as they are served from: it is opened once, and no class file.
   */
  private static synchronized String classPath() throws IOException {
    var classes = Path.of("target/classes").toAbsolutePath();
    var jar = Path.of("target/test-server.jar").toAbsolutePath();
    if (!packed) {
      int exit =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
      assertEquals(0, exit);
      packed = true;
    }
    return System.getProperty("java.class.path").replace(classes.toString(), jar.toString());
  }

  /** Waits until a server says where it is. */
  static URI address(Process process) throws IOException {
    var line = String.valueOf(process.inputReader().readLine());
    assertTrue(line.matches("Interleave on http://localhost:\\d+"), line);
    return URI.create(line.substring(line.indexOf("http")));
  }
}
