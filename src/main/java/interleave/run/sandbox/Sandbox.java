package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.RunRequest;
import interleave.run.linux.Child;
import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import interleave.run.linux.MemoryFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A started sandbox, waiting for its one program.
 *
 * @param init its process 1: when that ends, by itself or killed, nothing is left inside
 * @param out what is written to standard output, and all frames
 * @param err what is written to standard error past Python
 * @param in a memory file, empty yet, which is its standard input
 * @param program another one, which takes the limits and the program
 * @param word where it waits for the word to begin
 * @param ending where process 1 reports how the program ended
 * @param group what the kernel does for it as a whole
 */
record Sandbox(Child init, Fd out, Fd err, Fd in, Fd program, Fd word, Fd ending, Group group)
    implements AutoCloseable {
  /** What the kernel gives us, it gives to programs. */
  static final int CORES = Runtime.getRuntime().availableProcessors();

  /** Lets process 1, and helpers such as multiprocessing's, count for nothing. */
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

  private static final byte[] BEGIN = {2};

  /** Hands over the program and its input; it begins at once. */
  void run(RunRequest request, Limits limits) throws LinuxException {
    hand(in, request.input());
    long cpuSeconds = limits.cpuMs() / 1000 + SPARE_CPU_SECONDS;
    var header =
        "%d %d %d %d\n"
            .formatted(
                limits.tasks() * TASKS_FACTOR,
                limits.memoryBytes() * DATA_FACTOR,
                cpuSeconds,
                request.network() == Network.DEMO ? 1 : 0);
    hand(program, header + request.code());
    word.write(BEGIN);
    word.close();
  }

  /** No program of the same user can take the room for this away, as it could of a pipe. */
  private static void hand(Fd file, String text) throws LinuxException {
    MemoryFile.fill(file, text.getBytes(StandardCharsets.UTF_8));
    file.close();
  }

  /** How the program ended, once it has; empty when the sandbox ended before it. */
  Optional<ProgramEnd> programEnd() throws LinuxException {
    return ending.awaitInput(0)
        ? ProgramEnd.of(new String(ending.read(100), StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  /** Kills all that is inside; it is gone when {@link #init} has ended. */
  void kill() {
    group.kill();
    init.kill();
  }

  /** Closes all but process 1's descriptor; the group goes when nothing is left in it. */
  void closeStreams() {
    out.close();
    err.close();
    in.close();
    program.close();
    word.close();
    ending.close();
    group.close();
  }

  @Override
  public void close() {
    closeStreams();
    init.close();
  }
}
