package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A process, held by a descriptor (pidfd_open(2)) that becomes readable when it ends, so that its
 * number cannot be mistaken for a later process's.
 *
 * @param pid its number as we see it
 */
public record Child(int pid, Fd fd) implements AutoCloseable {
  private static final int SIGKILL = 9;
  private static final int WNOHANG = 1;
  private static final MethodHandle OPEN =
      Native.findWithErrno("pidfd_open", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle SEND =
      Native.findWithErrno("pidfd_send_signal", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle WAITPID =
      Native.findWithErrno("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);

  /**
   * Takes hold of a process.
   *
   * @throws LinuxException when there is none of this number (any more)
   */
  public static Child of(int pid) throws LinuxException {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      int fd = (int) OPEN.invokeExact(state, pid, 0);
      if (fd < 0) {
        throw Native.failed("pidfd_open " + pid, Native.errno(state));
      }
      return new Child(pid, new Fd(fd));
    } catch (LinuxException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** Kills it at once; nothing happens when it has ended. */
  public void kill() {
    send(SIGKILL);
  }

  /** Whether it has ended. */
  public boolean hasEnded() throws LinuxException {
    return fd.awaitInput(0);
  }

  /**
   * Waits until it has ended.
   *
   * @param millis how long at most
   * @return whether it has
   */
  public boolean awaitEnd(int millis) throws LinuxException {
    return fd.awaitInput(millis);
  }

  /**
   * Collects it, if it is our child and has ended, so that no zombie stays.
   *
   * @return whether it was collected now
   */
  public boolean reap() {
    return reap(pid);
  }

  /** As {@link #reap()}, of a child that is not held. */
  static boolean reap(int pid) {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      var status = arena.allocate(JAVA_INT);
      return (int) WAITPID.invokeExact(state, pid, status, WNOHANG) == pid;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  /** Waits for the end of a process that was killed, and collects it if it is our child. */
  public void collect() throws LinuxException {
    fd.awaitInput(-1);
    reap();
  }

  private void send(int signal) {
    try (var arena = Arena.ofConfined()) {
      var state = Native.state(arena);
      int _ = (int) SEND.invokeExact(state, fd.number(), signal, MemorySegment.NULL, 0);
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  @Override
  public void close() {
    fd.close();
  }
}
