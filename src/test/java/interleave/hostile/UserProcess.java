package interleave.hostile;

import interleave.run.RealRunner;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java process that is an ordinary user, with what it takes to run programs. That user may be
 * unable to read the project's folder or Maven's, so it has copies of what it needs.
 *
 * @param errors the file that its standard error goes to
 */
record UserProcess(Process process, Path errors) implements AutoCloseable {
  private static final String USER = "65533";
  private static final long CLOSE_SECONDS = 20;

  /** Of the libraries only these: a server without a web server, and what asserts. */
  private static final Pattern LIBRARIES =
      Pattern.compile("(jackson|jspecify|bucket4j|slf4j|junit|opentest4j|apiguardian).*");

  /** Classes, the programs, and what the runner reads; each has the same name in the copy. */
  private static final List<Path> COPIED =
      List.of(
          Path.of("target/classes"),
          Path.of("target/test-classes"),
          Path.of("src/test/resources/hostile"),
          RealRunner.INSTALLED);

  /**
   * Starts the main class there.
   *
   * @param folder an empty one that is kept until the process has ended
   */
  static UserProcess start(Path folder, Class<?> main) throws IOException, InterruptedException {
    for (var path : COPIED) {
      if (Files.exists(path)) {
        Files.createDirectories(folder.resolve(path).getParent());
        run(
            "cp",
            "-r",
            "--preserve=mode,timestamps,links",
            path.toRealPath().toString(),
            folder.resolve(path).toString());
      }
    }
    var classPath = new ArrayList<>(List.of("target/test-classes", "target/classes"));
    Files.createDirectory(folder.resolve("lib"));
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var name = Path.of(entry).getFileName().toString();
      if (name.endsWith(".jar") && LIBRARIES.matcher(name).matches()) {
        Files.copy(Path.of(entry), folder.resolve("lib").resolve(name));
        classPath.add("lib/" + name);
      }
    }
    run("chmod", "-R", "a+rX", folder.toString());
    var errors = folder.resolve("errors");
    var process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + USER,
                "--regid=" + USER,
                "--clear-groups",
                "--no-new-privs",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, classPath),
                main.getName())
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    return new UserProcess(process, errors);
  }

  /** What it writes, line by line, as it comes. */
  Stream<String> lines() {
    return new BufferedReader(process.inputReader()).lines();
  }

  /** Waits for its end once it has closed its output; answers with its exit code. */
  int awaitExit() throws InterruptedException {
    return process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " exited with " + exit);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
