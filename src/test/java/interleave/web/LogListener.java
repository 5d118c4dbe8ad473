package interleave.web;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Notes what is logged. */
final class LogListener extends Handler {
  private final List<String> messages;

  LogListener(List<String> messages) {
    this.messages = messages;
  }

  @Override
  public void publish(LogRecord logged) {
    messages.add(logged.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
