package interleave.run.interpreter;

import java.io.IOException;

/**
 * Something cannot be read. A program can make this happen thousands of times in one look:
 * therefore it does not say where it was thrown, which takes time.
 */
final class UnreadableException extends IOException {
  UnreadableException(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
