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
  /**
   * Of one socket: what it may have sent and not yet have been read, where SO_SNDBUF is as large as
   * net.core.wmem_max lets it be by default, and twice that is accounted (socket(7)).
   */
  static final long SOCKET_BYTES = 2 * 212_992;

  /** Of one pipe, which cannot be made larger here (pipe(7)). */
  private static final long PIPE_BYTES = 65_536;

  /** Pipes of one user that may be so large; further ones get two pages (pipe-user-pages-soft). */
  private static final long LARGE_PIPES = 1024;

  private static final long SMALL_PIPE_BYTES = 8192;

  private static final Pattern SOCKETS = Pattern.compile("sockets: used (\\d{1,9})");
  private static final Pattern DATAGRAM_SOCKETS = Pattern.compile("UDP: inuse (\\d{1,9})");

  private KernelBuffers() {}

  /** What sockets of UDP hold at most. */
  static long datagrams(List<Integer> processes) {
    return sockets(processes, DATAGRAM_SOCKETS);
  }

  /** An upper bound that is had quickly: each descriptor could be a pipe. */
  static long most(List<Integer> processes) {
    return sockets(processes, SOCKETS)
        + pipes(processes.stream().mapToLong(KernelBuffers::descriptors).sum());
  }

  /** Counts pipes, each once; where a process does not show its descriptors, all could be pipes. */
  static long counted(List<Integer> processes) {
    var pipes = new HashSet<String>();
    long hidden = 0;
    for (int process : processes) {
      if (!addPipes(process, pipes)) {
        hidden += descriptors(process);
      }
    }
    return sockets(processes, SOCKETS) + pipes(pipes.size() + hidden);
  }

  private static long pipes(long count) {
    return Math.min(count, LARGE_PIPES) * PIPE_BYTES
        + Math.max(0, count - LARGE_PIPES) * SMALL_PIPE_BYTES;
  }

  /** Sockets of the sandbox's network, also those on their way to somebody. */
  private static long sockets(List<Integer> processes, Pattern count) {
    for (int process : processes) {
      var match = count.matcher(ProcFile.read(process, "net/sockstat"));
      if (match.find()) {
        return Long.parseLong(match.group(1)) * SOCKET_BYTES;
      }
    }
    return 0;
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

  private static boolean addPipes(int process, Set<String> found) {
    try (var links = Files.newDirectoryStream(Path.of("/proc/" + process + "/fd"))) {
      for (var link : links) {
        var target = targetOf(link);
        if (target.startsWith("pipe:")) {
          found.add(target);
        }
      }
      return true;
    } catch (IOException | DirectoryIteratorException _) {
      Starved.check();
      return false;
    }
  }

  private static String targetOf(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }
}
