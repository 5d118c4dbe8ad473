package interleave.run.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the kernel may hold for the sockets and pipes of a sandbox. How full they are it does not
 * say, so each counts for the most that it can hold.
 */
final class KernelBuffers {
  /** What the kernel gives a socket for either direction when nobody says otherwise. */
  private static final long USUAL_BUFFER_BYTES = 212_992;

  /**
   * Of one socket: what it may have sent or got and nobody has read yet (net.core.wmem_default and
   * rmem_default, see socket(7)); a program cannot change it ({@link SeccompPolicy}).
   */
  private static final long SOCKET_BYTES = usual("wmem_default") + usual("rmem_default");

  /** Of one pipe, which cannot be made larger here (pipe(7)). */
  private static final long PIPE_BYTES = 65_536;

  /** Pipes of one user that may be so large; further ones get two pages (pipe-user-pages-soft). */
  private static final long LARGE_PIPES = 1024;

  private static final long SMALL_PIPE_BYTES = 8192;

  private static final Pattern SOCKETS = Pattern.compile("sockets: used (\\d{1,9})");
  private static final Pattern DATAGRAM_SOCKETS = Pattern.compile("UDP: inuse (\\d{1,9})");

  private KernelBuffers() {}

  /** What sockets of UDP hold at most; {@code init} is the sandbox's process 1. */
  static long datagrams(int init) {
    return sockets(init, DATAGRAM_SOCKETS);
  }

  /** An upper bound that is had quickly: each descriptor could be a pipe. */
  static long most(int init, List<Integer> processes) {
    return sockets(init, SOCKETS)
        + pipes(processes.stream().mapToLong(KernelBuffers::descriptors).sum());
  }

  /** Counts pipes, each once; where a process does not show its descriptors, all could be pipes. */
  static long counted(int init, List<Integer> processes) {
    var pipes = new HashSet<String>();
    long hidden = 0;
    for (int process : processes) {
      if (!addPipes(process, pipes)) {
        hidden += descriptors(process);
      }
    }
    return sockets(init, SOCKETS) + pipes(pipes.size() + hidden);
  }

  private static long pipes(long count) {
    return Math.min(count, LARGE_PIPES) * PIPE_BYTES
        + Math.max(0, count - LARGE_PIPES) * SMALL_PIPE_BYTES;
  }

  /** Sockets of the sandbox's network, also those on their way to somebody. */
  private static long sockets(int init, Pattern count) {
    var match = count.matcher(ProcFile.read(init, "net/sockstat"));
    return match.find() ? Long.parseLong(match.group(1)) * SOCKET_BYTES : 0;
  }

  private static long usual(String setting) {
    try {
      var text = Files.readString(Path.of("/proc/sys/net/core", setting)).strip();
      return Math.max(USUAL_BUFFER_BYTES, Long.parseLong(text));
    } catch (IOException | NumberFormatException _) {
      return USUAL_BUFFER_BYTES;
    }
  }

  /** The size of the folder is their number, from Linux 6.2 on. */
  private static long descriptors(int process) {
    try {
      long open = Files.size(Path.of("/proc/" + process + "/fd"));
      return open > 0 ? open : ProcessMemoryStatus.of(process).descriptors();
    } catch (IOException _) {
      Starved.check();
      return 0;
    }
  }

  /**
   * False when they are not shown. Of a process whose first thread has ended another one shows
   * them; a folder that seems to be empty shows nothing.
   */
  private static boolean addPipes(int process, Set<String> found) {
    int thread = ProcessMemoryStatus.of(process).thread();
    boolean shown = false;
    try (var links = Files.newDirectoryStream(Path.of("/proc/" + thread + "/fd"))) {
      for (var link : links) {
        shown = true;
        var target = targetOf(link);
        if (target.startsWith("pipe:")) {
          found.add(target);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      Starved.check();
    }
    return shown;
  }

  private static String targetOf(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }
}
