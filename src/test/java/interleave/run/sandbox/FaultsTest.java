package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import interleave.run.linux.LinuxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sandboxes that cannot be had for a while, by a bubblewrap that fails when it is told to. */
@Timeout(60)
class FaultsTest {
  private static final Duration RETEST = Duration.ofMillis(200);

  @TempDir Path folder;

  private Path bubblewrap;
  private Runner runner;

  @BeforeEach
  void open() throws Exception {
    bubblewrap = folder.resolve("bwrap");
    // The user that the sandboxes get may see it too.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    write(
        """
        #!/bin/sh
        if [ -e $folder/dead ]; then
          echo "No space left on device" >&2
          exit 1
        fi
        if [ -e $folder/no-python ]; then
          for word in "$@"; do
            shift
            case "$word" in /usr/bin/python3) word=/usr/bin/no-python ;; esac
            set -- "$@" "$word"
          done
        fi
        exec /usr/bin/bwrap "$@"
        """);
    var sandboxes = sandboxes(bubblewrap);
    runner =
        new QueueRunner(sandboxes, RealRunner.LIMITS, new Places(1, 9, 9), RealRunner.UNHINDERED);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void a_sandbox_that_dies_at_birth_ends_its_run_as_lost_and_the_next_one_works() throws Exception {
    lostWhile("dead");
  }

  @Test
  void an_interpreter_that_is_gone_ends_a_run_as_lost_and_back_again_it_works() throws Exception {
    lostWhile("no-python");
  }

  @Test
  void why_no_sandbox_can_be_made_is_told_to_the_person_who_runs_the_server() throws Exception {
    Files.createFile(folder.resolve("dead"));
    try (var sandboxes = sandboxes(bubblewrap)) {
      var status = assertInstanceOf(Runner.Status.Unavailable.class, sandboxes.status());
      assertTrue(status.reason().contains("No space left on device"), status::reason);
    }
  }

  @Test
  void a_bubblewrap_that_comes_later_is_found_without_a_new_start() throws Exception {
    var later = folder.resolve("later");
    try (var sandboxes = sandboxes(later)) {
      assertInstanceOf(Runner.Status.Unavailable.class, sandboxes.status());
      Files.createSymbolicLink(later, Path.of("/usr/bin/bwrap"));
      while (!(sandboxes.status() instanceof Runner.Status.Ready)) {
        Thread.onSpinWait();
      }
      assertEquals(1, sandboxes.runtimes().size());
    }
  }

  private Sandboxes sandboxes(Path program) throws LinuxException {
    return new Sandboxes(
        program.toString(),
        "/usr/bin/python3",
        folder.resolve("runtimes"),
        RealRunner.LIMITS,
        1,
        TierSource.polling(),
        RETEST);
  }

  private void lostWhile(String fault) throws Exception {
    assertEquals("1\n", RealRunner.run(runner, "print(1)").out());
    var request = RealRunner.request(runner, "print(2)", "a");
    var marker = Files.createFile(folder.resolve(fault));
    do {
      // A sandbox that waits, and the template that makes others, would serve on.
      for (int pid : new Descendants((int) ProcessHandle.current().pid()).now()) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    } while (Ran.ended(runner.submit(request)).end().reason() != Reason.LOST);
    assertEquals(Reason.LOST, Ran.ended(runner.submit(request)).end().reason());
    Files.delete(marker);
    while (!(runner.status() instanceof Runner.Status.Ready)) {
      Thread.onSpinWait();
    }
    assertEquals("3\n", RealRunner.run(runner, "print(3)").out());
  }

  private void write(String script) throws IOException {
    Files.writeString(bubblewrap, script.replace("$folder", folder.toString()));
    assertTrue(bubblewrap.toFile().setExecutable(true, false));
  }
}
