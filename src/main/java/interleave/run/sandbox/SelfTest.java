package interleave.run.sandbox;

import interleave.run.Launcher;
import interleave.run.RunEvent;
import interleave.run.RunRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program that tries what must not be possible, in a real sandbox. */
final class SelfTest {
  private static final long PATIENCE_SECONDS = 20;

  private static final String SAFE = "safe";

  private static final String PROGRAM =
      """
      import ctypes, os, resource, socket
      libc = ctypes.CDLL(None, use_errno=True)
      problems = []

      def must_fail(what, action):
          try:
              action()
          except OSError:
              return
          problems.append(what)

      def call(function, *arguments):
          if function(*arguments) == -1:
              raise OSError(ctypes.get_errno(), "refused")

      must_fail("writing to /usr", lambda: open("/usr/interleave", "w"))
      must_fail("writing to /", lambda: open("/interleave", "w"))
      must_fail("writing to /dev", lambda: open("/dev/interleave", "w"))
      must_fail("reading /etc/shadow", lambda: open("/etc/shadow"))
      must_fail("unshare", lambda: call(libc.unshare, 0x10000000))
      must_fail("mount", lambda: call(libc.mount, b"none", b"/tmp", b"tmpfs", 0, None))
      must_fail("taking /proc away", lambda: call(libc.umount2, b"/proc", 2))
      must_fail("changing /proc/sys", lambda: open("/proc/sys/user/max_user_namespaces", "w"))
      must_fail("looking into process 1", lambda: os.readlink("/proc/1/root"))
      must_fail("limiting process 1", lambda: resource.prlimit(1, resource.RLIMIT_CPU, (9, 9)))
      must_fail("ptrace", lambda: call(libc.ptrace, 16, 1, 0, 0))
      must_fail("a raw socket", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
      with open("/proc/self/net/dev") as lines:
          networks = [line.split(":")[0].strip() for line in lines if ":" in line]
      if networks != ["lo"]:
          problems.append("networks " + " ".join(networks))
      with open("/proc/self/status") as lines:
          status = dict(line.split(":", 1) for line in lines)
      rights = [status[name].strip() for name in ("CapPrm", "CapBnd", "NoNewPrivs", "Seccomp")]
      if rights != ["0" * 16, "0" * 16, "1", "2"]:
          problems.append("rights " + " ".join(rights))
      if os.getresuid() != (65534,) * 3 or os.getresgid() != (65534,) * 3 or os.getpid() != 2:
          problems.append("not a user and processes of its own")
      shared = []
      if os.path.exists("/proc/meminfo"):
          shared.append("the machine's memory and load, which /proc shows")
      with open("/proc/self/mountinfo") as lines:
          system = [line.split(" - ") for line in lines if line.split()[4] == "/usr"]
      if not system[-1][1].startswith("overlay"):
          shared.append("locks on the system's files, which are the same for all programs")
      print("possible: " + ", ".join(problems) if problems else "safe", *shared, sep="\\n", end="")
      """;

  private SelfTest() {}

  /**
   * Runs it.
   *
   * @return what programs share here, as this kernel does not let us keep it apart
   * @throws SandboxProblem when the sandbox does not come up, or something is possible that must
   *     not be
   */
  static List<String> run(Launcher launcher, String runtime) throws SandboxProblem {
    var said = new StringBuilder();
    var end = new CompletableFuture<RunEvent.End>();
    var execution =
        launcher.launch(
            new RunRequest(PROGRAM, runtime, "self-test", "self-test"),
            event -> {
              switch (event) {
                case RunEvent.Output output -> said.append(output.text());
                case RunEvent.End last -> end.complete(last);
                case RunEvent.Queued _, RunEvent.Started _ -> {}
                case RunEvent.Task _, RunEvent.Usage _, RunEvent.Truncated _ -> {}
              }
            });
    var reason = await(end, execution);
    var lines = List.of(said.toString().split("\n", -1));
    if (reason != RunEvent.Reason.EXITED || !lines.getFirst().equals(SAFE)) {
      var why =
          execution instanceof SandboxedRun run && !run.complaint().isEmpty()
              ? run.complaint()
              : said.toString().strip();
      throw new SandboxProblem("the sandbox's self-test failed: " + why);
    }
    return lines.subList(1, lines.size());
  }

  private static RunEvent.Reason await(
      CompletableFuture<RunEvent.End> end, Launcher.Execution execution) throws SandboxProblem {
    try {
      return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS).reason();
    } catch (TimeoutException | ExecutionException _) {
      execution.stop(RunEvent.Reason.LOST);
      throw new SandboxProblem("the sandbox's self-test did not end");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new SandboxProblem("the sandbox's self-test was interrupted");
    }
  }
}
