package interleave.schedule;

import interleave.run.RunRequest;

/** Writes what the engine would answer to a request, for tests in which there is no engine. */
public final class SignedAnswers {
  private final EngineKey key;
  private int answers;

  /** The answers begin anew. */
  public SignedAnswers(RunRequest request) {
    key = Engine.key(request).orElseThrow();
  }

  /** The next line. */
  public String line(String json) {
    return key.code(answers++, json) + " " + json + "\n";
  }
}
