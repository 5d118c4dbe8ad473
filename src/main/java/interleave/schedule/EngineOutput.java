package interleave.schedule;

import interleave.run.RunEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the engine answers: lines, in pieces as they come. What the program that it steps
 * writes is not taken for an answer, as it cannot make the codes of {@link EngineKey}; nor is an
 * answer that is not of its shape. For one thread.
 */
final class EngineOutput {
  private final EngineKey key;
  private final StringBuilder pending = new StringBuilder();
  private int answers;

  EngineOutput(EngineKey key) {
    this.key = key;
  }

  /** The answers that are complete with this piece of output. */
  List<Answer> take(RunEvent.Output output) {
    var found = new ArrayList<Answer>();
    if (output.stream() == RunEvent.Stream.OUT) {
      pending.append(output.text());
      int from = 0;
      for (int end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n", from)) {
        var line = pending.substring(from, end);
        if (key.signs(answers, line)) {
          answers++;
          Answer.read(line.substring(EngineKey.CODE_LENGTH + 1)).ifPresent(found::add);
        }
        from = end + 1;
      }
      pending.delete(0, from);
    }
    return found;
  }
}
