package interleave.run.sandbox;

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
}
