package interleave.run;

import java.time.Duration;

/** A run was not accepted. The message is for the person who asked, and says what to do. */
public abstract sealed class RunRefused extends Exception {
  private final String message;

  private RunRefused(String message) {
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** The request itself is wrong; {@code field} names the part of it. */
  public static final class Invalid extends RunRefused {
    private final String field;

    public Invalid(String field, String message) {
      super(message);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /** The program is larger than {@link Limits#codeBytes}. */
  public static final class TooLarge extends RunRefused {
    public TooLarge(String message) {
      super(message);
    }
  }

  /**
   * This owner or address has too many runs or begins them too fast, or the queue is full; ask
   * again after {@link #retryAfter}.
   */
  public static final class Busy extends RunRefused {
    private final Duration retryAfter;

    public Busy(String message, Duration retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** Nothing can be run here for now; {@link #retryAfter} says when that may have changed. */
  public static final class Unavailable extends RunRefused {
    private static final Duration RETRY = Duration.ofSeconds(30);

    public Unavailable(String message) {
      super(message);
    }

    public Duration retryAfter() {
      return RETRY;
    }
  }
}
