package interleave.run.sandbox;

import interleave.run.Launcher;
import interleave.run.RunEvent.Reason;
import java.util.Optional;

/**
 * Whether the engine of the schedule lab can step programs on an interpreter: it steps some of
 * which all is known (src/main/python/_interleave_lab/selfcheck.py). It goes by how an interpreter
 * lays out its memory, so that it may crash on one that it does not know.
 */
final class EngineCheck {
  private static final String PROGRAM =
      "from _interleave_lab import selfcheck\nselfcheck.answer()\n";

  private static final String SOUND = "sound";

  private EngineCheck() {}

  /** What goes wrong, for the person who runs the server; empty when nothing does. */
  static Optional<String> fault(Launcher launcher, String runtime) {
    try {
      return fault(Trial.of(launcher, PROGRAM, runtime));
    } catch (SandboxProblem problem) {
      return Optional.of(problem.reason());
    }
  }

  private static Optional<String> fault(Trial trial) {
    var end = trial.end();
    if (end.signal() != null) {
      return Optional.of("the engine is ended there by signal " + end.signal());
    }
    if (end.reason() == Reason.EXITED && trial.said().equals(SOUND)) {
      return Optional.empty();
    }
    return Optional.of(trial.words().isEmpty() ? "the engine ends there at once" : trial.words());
  }
}
