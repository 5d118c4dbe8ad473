package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.RunRequest;
import interleave.run.linux.Child;
import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A started sandbox, waiting for its one program.
 *
 * @param child bubblewrap itself; killing it ends all that is inside
 * @param out what is written to standard output, and all frames
 * @param err what is written to standard error past Python
 * @param in standard input
 * @param program takes the limits and the program
 * @param status where bubblewrap reports how the program ended
 * @param group what the kernel does for it as a whole
 */
record Sandbox(Child child, Fd out, Fd err, Fd in, Fd program, Fd status, Group group)
    implements AutoCloseable {
  private static final Pattern EXIT_CODE = Pattern.compile("\"exit-code\": *(\\d+)");

  /** Lets bubblewrap's own process, and helpers such as multiprocessing's, count for nothing. */
  static final int SPARE_TASKS = 16;

  /**
   * How far the kernel lets the number of tasks rise above the limit where nothing but a look every
   * few milliseconds sees that it was passed: a burst that the kernel stops right at the limit is
   * over before anybody has looked.
   */
  private static final int TASKS_FACTOR = 8;

  /** Room for what is reserved and not used; what is used is metered. */
  private static final int DATA_FACTOR = 2;

  private static final int SPARE_CPU_SECONDS = 2;

  /** Hands over the program and its input; it begins at once. */
  void run(RunRequest request, Limits limits) throws LinuxException {
    in.write(request.input().getBytes(StandardCharsets.UTF_8));
    in.close();
    long cpuSeconds = limits.cpuMs() / 1000 + SPARE_CPU_SECONDS;
    var header =
        "%d %d %d\n"
            .formatted(
                limits.tasks() * TASKS_FACTOR, limits.memoryBytes() * DATA_FACTOR, cpuSeconds);
    program.write((header + request.code()).getBytes(StandardCharsets.UTF_8));
    program.close();
  }

  /** Says that no program will come; it ends by itself. */
  void cancel() {
    in.close();
    program.close();
  }

  /** The code with which the program ended, once it has; empty when it never began. */
  OptionalInt exitCode() throws LinuxException {
    var report = new String(status.read(4096), StandardCharsets.UTF_8);
    var match = EXIT_CODE.matcher(report);
    return match.find() ? OptionalInt.of(Integer.parseInt(match.group(1))) : OptionalInt.empty();
  }

  /**
   * Kills all that is inside, and then bubblewrap itself: while that still sets up, its own child
   * does not end with it, and would wait for it for ever.
   */
  void killFromBelow() {
    child.halt();
    for (int pid : new Descendants(child.pid()).now().reversed()) {
      try (var inside = Child.of(pid)) {
        inside.kill();
      } catch (LinuxException _) {
        // It ended by itself.
      }
    }
    child.kill();
  }

  /** Closes all but the child; the group goes when nothing is left in it. */
  void closeStreams() {
    out.close();
    err.close();
    in.close();
    program.close();
    status.close();
    group.close();
  }

  @Override
  public void close() {
    closeStreams();
    child.close();
  }
}
