package interleave.run.sandbox;

import java.io.IOException;

/** No sandbox can be made. */
final class SandboxProblem extends Exception {
  private final String reason;

  SandboxProblem(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why, for the person who runs the server. */
  String reason() {
    return reason;
  }

  /** Why something failed: in the system's words, or in our own program's. */
  static String reasonOf(Throwable thrown) {
    var message = thrown.getMessage();
    boolean said = thrown instanceof IOException || thrown instanceof Starved;
    return said && message != null ? message : thrown.toString();
  }
}
