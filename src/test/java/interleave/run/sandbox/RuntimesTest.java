package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.QueueRunner;
import interleave.run.RealRunner;
import interleave.run.Runner;
import interleave.run.linux.LinuxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which interpreters are found, and that one which is not sound harms no other. */
class RuntimesTest {
  private static final String HOST = RealRunner.runtimes().getFirst();

  @TempDir private Path folder;

  @Test
  void each_that_was_installed_can_be_used() throws Exception {
    assertTrue(RealRunner.runtimes().containsAll(installed(RealRunner.INSTALLED)));
  }

  @Test
  void they_stand_in_the_order_of_their_versions_after_the_machines_own() throws Exception {
    for (var name : List.of("3.98", "3.100", "3.99t", "3.99")) {
      install(name, "/usr");
    }
    try (var runner = runner()) {
      assertEquals(List.of(HOST, "3.98", "3.99", "3.99t", "3.100"), names(runner));
      assertEquals("hello\n", RealRunner.run(runner, "3.98", "print('hello')").out());
    }
  }

  @Test
  @Timeout(60)
  void one_that_nobody_uses_has_no_process() throws Exception {
    install("3.98", "/usr");
    try (var runner = runner()) {
      while (templates() > 1) {
        Thread.onSpinWait();
      }
      assertEquals("used\n", RealRunner.run(runner, "3.98", "print('used')").out());
      assertEquals(2, templates());
    }
  }

  @Test
  void those_that_are_not_sound_are_left_out() throws Exception {
    install("3.96", "/usr/lib");
    install(HOST, "/usr");
    install("cellar", "/usr");
    Files.writeString(install("3.97", "/usr").resolve("runtime.properties"), "version=3\n");
    Files.delete(install("3.98", "/usr").resolve("usr"));
    Files.delete(install("3.99", "/usr").resolve("runtime.properties"));
    try (var runner = runner()) {
      assertEquals(List.of(HOST), names(runner));
      assertTrue(runner.status() instanceof Runner.Status.Ready);
    }
  }

  /** Installs the machine's own interpreter once more. */
  private Path install(String name, String usr) throws IOException, SandboxProblem {
    var host = HostPython.at("/usr/bin/python3");
    var place = Files.createDirectory(folder.resolve(name));
    Files.createSymbolicLink(place.resolve("usr"), Path.of(usr));
    Files.writeString(
        place.resolve("runtime.properties"),
        "version=3.99.1\npython=/usr/bin/python3\nhooks=" + host.sitePackages() + "\n");
    return place;
  }

  private static long templates() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("bwrap"))
        .count();
  }

  private Runner runner() throws LinuxException {
    var sandboxes = new Sandboxes("bwrap", "/usr/bin/python3", folder, RealRunner.LIMITS, 1);
    return new QueueRunner(
        sandboxes, RealRunner.LIMITS, new QueueRunner.Places(2, 10, 10), RealRunner.UNHINDERED);
  }

  private static List<String> names(Runner runner) {
    return runner.runtimes().stream().map(PythonRuntime::name).toList();
  }

  private static List<String> installed(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.filter(InstalledPython::isIn).map(one -> one.getFileName().toString()).toList();
    }
  }
}
