package interleave.run.sandbox;

import interleave.run.Launcher;
import interleave.run.RunEvent;
import java.util.List;

/** Runs a program that tries what must not be possible, in a real sandbox. */
final class SelfTest {
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
    var trial = Trial.of(launcher, PROGRAM, runtime);
    var lines = List.of(trial.said().split("\n", -1));
    if (trial.end().reason() != RunEvent.Reason.EXITED || !lines.getFirst().equals(SAFE)) {
      throw new SandboxProblem("the sandbox's self-test failed: " + trial.words());
    }
    return lines.subList(1, lines.size());
  }
}
