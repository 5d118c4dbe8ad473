package interleave.schedule;

import interleave.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what the engine writes: lines of JSON, in pieces as they come. The program that it steps
 * could write such lines too, and fool only whoever asked for it. For one thread.
 */
final class EngineOutput {
  /**
   * One line.
   *
   * @param event what the engine calls it
   */
  record Line(String event, ObjectNode data) {}

  static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final StringBuilder pending = new StringBuilder();

  /** The lines that are complete with this piece of output. */
  List<Line> take(RunEvent.Output output) {
    var lines = new ArrayList<Line>();
    if (output.stream() == RunEvent.Stream.OUT) {
      pending.append(output.text());
      int from = 0;
      for (int end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n", from)) {
        read(pending.substring(from, end)).ifPresent(lines::add);
        from = end + 1;
      }
      pending.delete(0, from);
    }
    return lines;
  }

  private static Optional<Line> read(String text) {
    try {
      var line = MAPPER.readTree(text);
      return line.path("event").isString() && line.path("data") instanceof ObjectNode data
          ? Optional.of(new Line(line.path("event").asString(), data))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
