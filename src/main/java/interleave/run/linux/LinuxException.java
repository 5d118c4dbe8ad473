package interleave.run.linux;

import java.io.IOException;

/** A system call failed. */
public final class LinuxException extends IOException {
  /** Interrupted system call. */
  static final int EINTR = 4;

  /** Nothing to read now. */
  static final int EAGAIN = 11;

  private final int errno;

  LinuxException(String message, int errno) {
    super(message);
    this.errno = errno;
  }

  /** The system's number for what went wrong. */
  public int errno() {
    return errno;
  }
}
