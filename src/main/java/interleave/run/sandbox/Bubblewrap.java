package interleave.run.sandbox;

import interleave.run.linux.Child;
import interleave.run.linux.Fd;
import interleave.run.linux.MemoryFile;
import interleave.run.linux.Pipe;
import interleave.run.linux.SocketPair;
import interleave.run.linux.Spawn;
import interleave.run.linux.User;
import interleave.run.sandbox.Tier.CountedMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts bubblewrap (bwrap(1)) so that a {@link Template} serves inside: in namespaces of its own,
 * with no network, a read-only system, and no capabilities but those that it takes to be other
 * users. The sandboxes that it makes get namespaces of their own, below these, with small folders
 * in memory to write to, loopback, no capabilities, and the filter of {@link SeccompPolicy}.
 * Nothing that a program writes reaches a file of the machine.
 */
final class Bubblewrap {
  private static final String SETPRIV = "/usr/bin/setpriv";

  /**
   * The users that the server has for sandboxes when it is root, the template first and then each
   * sandbox another one: nobody's, and no file is theirs. The kernel counts pipes and descriptors
   * on their way by user, so what one program uses up of these is not missing to the next.
   */
  private static final int FIRST_USER = 65_000;

  private static final int USERS = 500;

  /** What nobody is called inside; the other users are 1 to {@link #USERS} there. */
  private static final int NOBODY = 65_534;

  private static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin", "LANG=C.UTF-8");

  /** Descriptors of bubblewrap's: 0, 1 and 2, then 3 for requests, 4 for the filter, then these. */
  private static final int BLOCK = 5;

  private static final int INFO = 6;

  /** The end that we read INFO from, too: should we be gone, bubblewrap must not die of writing. */
  private static final int INFO_READER = 7;

  private static final int FIRST_FILE = INFO_READER + 1;

  private static final Pattern CHILD = Pattern.compile("\"child-pid\": *(\\d+)");
  private static final List<String> DEVICES = List.of("null", "full", "random", "urandom", "tty");

  private static final String ZERO = "zero";

  /** Reads as zeros too, but cannot be mapped as memory that only a control group would count. */
  private static final String UNMAPPABLE_ZERO = "full";

  private final Path program;
  private final byte[] filter;
  private final String zero;
  private final Map<String, byte[]> files;
  private final AtomicInteger started = new AtomicInteger();

  private Bubblewrap(Path program, byte[] filter, String zero, Map<String, byte[]> files) {
    this.program = program;
    this.filter = filter;
    this.zero = zero;
    this.files = files;
  }

  /**
   * Finds bubblewrap and makes the filter.
   *
   * @param name a path, or a name to be found on {@code PATH}
   * @param counted what of a sandbox's memory the kernel counts; where it counts none, a program
   *     gets none that nobody can count
   * @throws SandboxProblem when bubblewrap or libseccomp is missing, or bubblewrap is setuid
   */
  static Bubblewrap find(String name, CountedMemory counted) throws SandboxProblem {
    var path =
        locate(name)
            .orElseThrow(
                () -> new SandboxProblem("bubblewrap is missing; install the package bubblewrap"));
    try {
      if (((int) Files.getAttribute(path, "unix:mode") & 04000) != 0) {
        throw new SandboxProblem(path + " is setuid, which is not safe here; use a plain one");
      }
      return new Bubblewrap(
          path,
          SeccompPolicy.filter(counted),
          counted == CountedMemory.NOTHING ? UNMAPPABLE_ZERO : ZERO,
          HookFiles.read());
    } catch (IllegalArgumentException _) {
      throw new SandboxProblem("libseccomp is missing; install the package libseccomp2");
    } catch (IOException thrown) {
      throw new SandboxProblem("the sandbox cannot be prepared: " + thrown.getMessage());
    }
  }

  /**
   * Starts a template. Its life hangs on the socket that it takes requests from: when our end of
   * that is closed, by us or by the kernel after us, it ends, and all that it made.
   *
   * <p>Bubblewrap could be told to be killed when we are (--die-with-parent), but if that happens
   * while it sets up, its inner process is left and waits for ever. So it is not, and we never kill
   * it before its inner process: it always comes to where the template finds the socket closed. The
   * template is process 1 (--as-pid-1), so that the kernel ends all that it made when it ends.
   *
   * @throws IOException when no process or descriptor can be had
   */
  Template startTemplate(Interpreter python) throws IOException {
    try (var kept = new Kept();
        var theirs = new Kept()) {
      var control = kept.add(SocketPair.open());
      var complaints = kept.add(SocketPair.open());
      var block = theirs.add(Pipe.open());
      var info = theirs.add(Pipe.open());
      var descriptors = new ArrayList<Fd>();
      descriptors.add(theirs.add(Pipe.ended()));
      descriptors.addAll(List.of(complaints.theirs(), complaints.theirs(), control.theirs()));
      descriptors.add(theirs.add(MemoryFile.holding(filter)));
      descriptors.addAll(List.of(block.reader(), info.writer(), info.reader()));
      for (var content : files.values()) {
        descriptors.add(theirs.add(MemoryFile.holding(content)));
      }
      var child = Spawn.start(command(python), ENVIRONMENT, descriptors);
      var template = kept.add(new Template(child, control.ours(), complaints.ours()));
      control.theirs().close();
      complaints.theirs().close();
      info.writer().close();
      prepare(template, info.reader());
      block.writer().write(new byte[1]);
      kept.release();
      return template;
    }
  }

  /** The user that the next sandbox is to be, as {@link Template#fork} takes it. */
  int nextUser() {
    return User.isRoot() ? 1 + Math.floorMod(started.getAndIncrement(), USERS) : 0;
  }

  private static void prepare(Template template, Fd info) throws IOException {
    try {
      int inner = inner(info);
      template.isIn(Child.of(inner));
      if (User.isRoot()) {
        giveUsers(inner);
      }
    } catch (IOException thrown) {
      throw new IOException(thrown.getMessage() + ": " + template.complaint(), thrown);
    }
  }

  /** Which process is process 1 inside. Bubblewrap's word is read to its end, or it is cut. */
  private static int inner(Fd info) throws IOException {
    var word = new StringBuilder();
    while (word.indexOf("}") < 0) {
      if (!info.awaitInput(Template.HELLO_MILLIS)) {
        throw new IOException("bubblewrap did not come up in time");
      }
      byte[] more = info.read(4096);
      if (more.length == 0) {
        throw new IOException("bubblewrap did not come up");
      }
      word.append(new String(more, StandardCharsets.UTF_8));
    }
    var match = CHILD.matcher(word);
    if (!match.find()) {
      throw new IOException("bubblewrap does not say which process is its own: " + word);
    }
    return Integer.parseInt(match.group(1));
  }

  /** Only root can: see user_namespaces(7). */
  private static void giveUsers(int inner) throws IOException {
    var process = Path.of("/proc", String.valueOf(inner));
    var map = "%d %d 1\n1 %d %d\n".formatted(NOBODY, FIRST_USER, FIRST_USER + 1, USERS);
    Files.writeString(process.resolve("uid_map"), map);
    Files.writeString(process.resolve("gid_map"), map);
  }

  private List<String> command(Interpreter python) {
    var words = new ArrayList<>(python.usr().words());
    if (User.isRoot()) {
      words.addAll(List.of(SETPRIV, "--reuid=" + FIRST_USER, "--regid=" + FIRST_USER));
      words.addAll(List.of("--clear-groups", "--inh-caps=-all"));
    }
    words.add(program.toString());
    add(words, "--unshare-user --unshare-ipc --unshare-pid --unshare-net --unshare-uts");
    add(words, "--unshare-cgroup-try --uid 65534 --gid 65534 --hostname box");
    add(words, "--info-fd " + INFO);
    if (User.isRoot()) {
      add(words, "--userns-block-fd " + BLOCK);
      add(words, "--cap-drop ALL --cap-add CAP_SETUID --cap-add CAP_SETGID");
    } else {
      add(words, "--cap-drop ALL");
    }
    words.addAll(List.of("--ro-bind", python.usr().folder().toString(), "/usr"));
    add(words, "--tmpfs /usr/local --symlink usr/bin /bin");
    add(words, "--symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64");
    add(words, "--proc /proc --dir /dev --dir /dev/shm --dir /tmp");
    // Of /usr without what is mounted below it a sandbox makes its own, before its folders are
    // there.
    words.addAll(List.of("--ro-bind", python.usr().folder().toString(), "/box"));
    DEVICES.forEach(name -> add(words, "--dev-bind-try /dev/" + name + " /dev/" + name));
    add(words, "--dev-bind-try /dev/" + zero + " /dev/zero");
    add(words, "--symlink /proc/self/fd /dev/fd --symlink /proc/self/fd/0 /dev/stdin");
    add(words, "--symlink /proc/self/fd/1 /dev/stdout --symlink /proc/self/fd/2 /dev/stderr");
    add(words, "--dir /etc --dir " + python.sitePackages());
    int file = FIRST_FILE;
    for (var name : files.keySet()) {
      var folder = name.startsWith("etc/") ? "" : python.sitePackages();
      add(words, "--perms 0644 --file " + file++ + " " + folder + "/" + name);
    }
    add(words, "--remount-ro /usr/local --remount-ro / --chdir /box");
    add(words, "--clearenv --setenv PATH /usr/bin:/bin --setenv HOME /box");
    if (!python.runtime().hasGil()) {
      // Or it takes 1 GiB at its start and 32 MiB for each thread, of which it uses little; and
      // the kernel's limit on data counts what is taken (mi_option_t in mimalloc's options.c).
      add(words, "--setenv MIMALLOC_ARENA_EAGER_COMMIT 0 --setenv MIMALLOC_EAGER_COMMIT 0");
    }
    add(words, "--setenv LANG C.UTF-8 --new-session --as-pid-1");
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
}
