package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.linux.Child;
import interleave.run.linux.Fd;
import interleave.run.linux.Pipe;
import interleave.run.linux.SocketPair;
import interleave.run.linux.Spawn;
import interleave.run.linux.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Starts bubblewrap (bwrap(1)) so that a Python interpreter waits inside for its program: in
 * namespaces of its own, with no network but loopback, a read-only system, small folders in memory
 * to write to, no capabilities, and the filter of {@link SeccompPolicy}. Nothing that a program
 * writes reaches a file of the machine.
 */
final class Bubblewrap {
  private static final String SETPRIV = "/usr/bin/setpriv";

  /**
   * The users that root becomes before anything else, each sandbox another one: nobody's, and no
   * file is theirs. The kernel counts pipes, descriptors on their way and watches by user, so what
   * one program uses up of these is not missing to the next.
   */
  private static final int FIRST_USER = 65_000;

  private static final int USERS = 500;

  private static final String SHM_BYTES = Integer.toString(64 << 20);
  private static final String TMP_BYTES = Integer.toString(32 << 20);
  private static final String HOME_BYTES = Integer.toString(16 << 20);
  private static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin", "LANG=C.UTF-8");

  /** Descriptors of bubblewrap's: 0, 1 and 2, then 3 that brings the program, then these. */
  private static final int SECCOMP = 4;

  private static final int STATUS = 5;
  private static final int FIRST_FILE = 6;

  private final Path program;
  private final byte[] filter;
  private final Map<String, byte[]> files;
  private final AtomicInteger started = new AtomicInteger();

  private Bubblewrap(Path program, byte[] filter, Map<String, byte[]> files) {
    this.program = program;
    this.filter = filter;
    this.files = files;
  }

  /**
   * Finds bubblewrap and makes the filter.
   *
   * @param name a path, or a name to be found on {@code PATH}
   * @throws SandboxProblem when bubblewrap or libseccomp is missing, or bubblewrap is setuid
   */
  static Bubblewrap find(String name) throws SandboxProblem {
    var path =
        locate(name)
            .orElseThrow(
                () -> new SandboxProblem("bubblewrap is missing; install the package bubblewrap"));
    try {
      if (((int) Files.getAttribute(path, "unix:mode") & 04000) != 0) {
        throw new SandboxProblem(path + " is setuid, which is not safe here; use a plain one");
      }
      return new Bubblewrap(path, SeccompPolicy.filter(), HookFiles.read());
    } catch (IllegalArgumentException _) {
      throw new SandboxProblem("libseccomp is missing; install the package libseccomp2");
    } catch (IOException thrown) {
      throw new SandboxProblem("the sandbox cannot be prepared: " + thrown.getMessage());
    }
  }

  /**
   * Starts a sandbox. Its life hangs on the calling thread: when that ends, the kernel kills it.
   *
   * @throws IOException when no process, descriptor or group can be had
   */
  Sandbox start(Interpreter python, Limits limits, Tier tier) throws IOException {
    var opened = new ArrayList<AutoCloseable>();
    try {
      var group = keep(opened, tier.open(limits));
      var out = keep(opened, SocketPair.open());
      var err = keep(opened, SocketPair.open());
      var code = keep(opened, Pipe.open());
      code.grow((int) limits.codeBytes() + 256);
      var status = keep(opened, Pipe.openUnwaiting());
      var in = keep(opened, Pipe.open());
      var descriptors = new ArrayList<Fd>();
      descriptors.addAll(List.of(in.reader(), out.theirs(), err.theirs()));
      descriptors.addAll(List.of(code.reader(), keep(opened, Pipe.holding(filter))));
      descriptors.add(status.writer());
      for (var content : files.values()) {
        descriptors.add(keep(opened, Pipe.holding(content)));
      }
      var command = Stream.concat(group.entry().stream(), command(python).stream()).toList();
      Child child = Spawn.start(command, ENVIRONMENT, descriptors);
      opened.removeAll(List.of(group, out, err, in, code, status));
      opened.addAll(List.of(out.theirs(), err.theirs(), in.reader()));
      opened.addAll(List.of(code.reader(), status.writer()));
      return new Sandbox(
          child, out.ours(), err.ours(), in.writer(), code.writer(), status.reader(), group);
    } finally {
      opened.forEach(Bubblewrap::close);
    }
  }

  private List<String> command(Interpreter python) {
    var words = new ArrayList<>(python.usr().words());
    if (User.isRoot()) {
      int user = FIRST_USER + Math.floorMod(started.getAndIncrement(), USERS);
      words.addAll(List.of(SETPRIV, "--reuid=" + user, "--regid=" + user));
      words.addAll(List.of("--clear-groups", "--inh-caps=-all"));
    }
    words.add(program.toString());
    add(words, "--unshare-user --unshare-ipc --unshare-pid --unshare-net --unshare-uts");
    add(words, "--unshare-cgroup-try --disable-userns --uid 65534 --gid 65534 --hostname box");
    words.addAll(List.of("--ro-bind", python.usr().folder().toString(), "/usr"));
    add(words, "--tmpfs /usr/local --symlink usr/bin /bin");
    add(words, "--symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64");
    add(words, "--proc /proc --dev /dev --dir " + python.sitePackages());
    add(words, "--size " + SHM_BYTES + " --perms 1777 --tmpfs /dev/shm");
    add(words, "--size " + TMP_BYTES + " --perms 1777 --tmpfs /tmp");
    add(words, "--size " + HOME_BYTES + " --perms 0755 --tmpfs /box");
    int file = FIRST_FILE;
    for (var name : files.keySet()) {
      add(words, "--ro-bind-data " + file++ + " " + python.sitePackages() + "/" + name);
    }
    add(words, "--remount-ro /usr/local --remount-ro /dev --remount-ro / --chdir /box");
    add(words, "--clearenv --setenv PATH /usr/bin:/bin --setenv HOME /box");
    add(words, "--setenv LANG C.UTF-8 --new-session --die-with-parent --cap-drop ALL");
    add(words, "--seccomp " + SECCOMP + " --json-status-fd " + STATUS);
    words.addAll(List.of(python.path(), "-B", "/box/main.py"));
    return words;
  }

  private static void add(List<String> words, String more) {
    words.addAll(List.of(more.split(" ", -1)));
  }

  private static Optional<Path> locate(String name) {
    if (name.contains("/")) {
      return Optional.of(Path.of(name)).filter(Files::isExecutable);
    }
    return Stream.of("/usr/bin", "/usr/local/bin", "/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static <T extends AutoCloseable> T keep(List<AutoCloseable> opened, T one) {
    opened.add(one);
    return one;
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
