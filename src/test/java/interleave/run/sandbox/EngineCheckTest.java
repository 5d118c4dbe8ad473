package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.PythonRuntime;
import interleave.run.RealRunner;
import interleave.run.linux.LinuxException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Which interpreters the schedule lab is offered on. */
@Timeout(60)
class EngineCheckTest {
  private static final String COPIED = "3.14";

  /** There links to what is installed can be made: it is in the same file system. */
  private static final class InTarget implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext of, ExtensionContext in)
        throws IOException {
      return Files.createTempDirectory(Path.of("target"), "pythons-");
    }
  }

  @TempDir(factory = InTarget.class)
  private Path folder;

  @Test
  void each_python_here_can_be_stepped() throws Exception {
    try (var sandboxes = sandboxes(RealRunner.INSTALLED)) {
      assertEquals(names(sandboxes.runtimes()), names(sandboxes.steppable()));
    }
  }

  @Test
  void one_that_has_not_what_the_engine_needs_runs_programs_and_is_not_stepped() throws Exception {
    install("import sys; del sys.monitoring");
    assertOnlyRuns(
        "an update that another one overwrites: AttributeError:"
            + " module 'sys' has no attribute 'monitoring'");
  }

  /**
   * As one whose frames are laid out in another way: the engine takes it for one without a lock.
   */
  @Test
  void one_that_the_engine_crashes_on_runs_programs_and_is_not_stepped() throws Exception {
    install("import sys; sys.abiflags = 't'");
    assertOnlyRuns("the engine is ended there by signal 11");
  }

  private void assertOnlyRuns(String fault) throws LinuxException, SandboxProblem {
    try (var sandboxes = sandboxes(folder)) {
      var host = names(sandboxes.runtimes()).getFirst();
      assertEquals(List.of(host, COPIED), names(sandboxes.runtimes()));
      assertEquals(List.of(host), names(sandboxes.steppable()));
      assertEquals("1\n", Trial.of(sandboxes, "print(1)", COPIED).said());
      var found = EngineCheck.fault(sandboxes, COPIED).orElseThrow();
      assertTrue(found.startsWith(fault), found);
    }
  }

  /** Installs a copy of a Python that does something as it starts. */
  private void install(String first) throws IOException {
    var original = RealRunner.INSTALLED.resolve(COPIED);
    assumeTrue(Files.isDirectory(original));
    var copy = folder.resolve(COPIED);
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectory(copy.resolve(original.relativize(each)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            var to = copy.resolve(original.relativize(each));
            if (attributes.isSymbolicLink()) {
              Files.copy(each, to, LinkOption.NOFOLLOW_LINKS);
            } else {
              Files.createLink(to, each);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    var packages = Files.createDirectories(copy.resolve("usr/lib/python3/dist-packages"));
    Files.writeString(packages.resolve("first.pth"), first + "\n");
  }

  private static Sandboxes sandboxes(Path installed) throws LinuxException {
    return new Sandboxes("bwrap", "/usr/bin/python3", installed, RealRunner.LIMITS, 1);
  }

  private static List<String> names(List<PythonRuntime> runtimes) {
    return runtimes.stream().map(PythonRuntime::name).toList();
  }
}
