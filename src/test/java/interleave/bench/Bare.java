package interleave.bench;

import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import interleave.run.linux.Pipe;
import interleave.run.linux.Spawn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The yardsticks: hello.py by Python alone, and by Python in a bubblewrap sandbox made for it, with
 * the flags that ours has. Started by posix_spawn, as ours are. One thread at a time starts them.
 */
final class Bare {
  private static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin", "LANG=C.UTF-8");
  private static final String SANDBOX =
      "/usr/bin/bwrap --unshare-user --unshare-ipc --unshare-pid --unshare-net --unshare-uts"
          + " --unshare-cgroup-try --disable-userns --uid 65534 --gid 65534 --hostname box"
          + " --ro-bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib"
          + " --symlink usr/lib64 /lib64 --proc /proc --dev /dev --perms 1777 --tmpfs /dev/shm"
          + " --perms 1777 --tmpfs /tmp --remount-ro /dev --remount-ro / --clearenv --new-session"
          + " --die-with-parent --cap-drop ALL";

  private Bare() {}

  /** The command that runs a program file with Python alone. */
  static List<String> python(String file) {
    return List.of("/usr/bin/python3", file);
  }

  /** The command that runs a program in a sandbox of its own. */
  static List<String> sandboxed(String program) {
    return Stream.concat(
            Stream.of(SANDBOX.split(" ", -1)), Stream.of("/usr/bin/python3", "-c", program))
        .toList();
  }

  /** All that a command writes. */
  static String output(List<String> command) throws LinuxException {
    try (var nothing = Pipe.ended();
        var output = Pipe.open()) {
      var child =
          Spawn.start(command, ENVIRONMENT, List.<Fd>of(nothing, output.writer(), output.writer()));
      output.writer().close();
      var text = new StringBuilder();
      for (var more = output.reader().read(4096);
          more.length > 0;
          more = output.reader().read(4096)) {
        text.append(new String(more, StandardCharsets.UTF_8));
      }
      child.collect();
      child.close();
      return text.toString();
    }
  }

  /** Milliseconds from the start to the first byte of output; waits for the end after that. */
  static double firstByteMs(List<String> command) throws LinuxException {
    long start = System.nanoTime();
    try (var nothing = Pipe.ended();
        var output = Pipe.open()) {
      var child =
          Spawn.start(command, ENVIRONMENT, List.<Fd>of(nothing, output.writer(), output.writer()));
      output.writer().close();
      boolean any = output.reader().read(100).length > 0;
      double ms = (System.nanoTime() - start) / 1e6;
      if (!any) {
        throw new IllegalStateException("the yardstick wrote nothing: " + command);
      }
      while (output.reader().read(100).length > 0) {
        // To its end.
      }
      child.collect();
      child.close();
      return ms;
    }
  }
}
