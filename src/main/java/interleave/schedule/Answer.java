package interleave.schedule;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that the engine says. Whoever reads its data may rely on all that {@link #read} looks
 * for: that what is there is of its type, numbers not negative and fit for an {@code int}, and what
 * an event cannot do without not missing. There may be more in it.
 */
sealed interface Answer {
  ObjectMapper MAPPER = JsonMapper.builder().build();

  /** How far it has come: {@code schedules} and {@code perSecond}. */
  record Progress(ObjectNode data) implements Answer {}

  /** What can come of a program: {@code kind}, {@code output}, {@code schedule} and more. */
  record Outcome(ObjectNode data) implements Answer {}

  /**
   * Why there is nothing to be explored or recorded: {@code detail}, {@code field}, {@code line}.
   */
  record Refused(ObjectNode data) implements Answer {}

  /** The result of an exploration; its {@code outcomes} are as those of {@link Outcome}. */
  record End(ObjectNode data) implements Answer {}

  /** A recorded execution: {@code steps}, {@code schedule}, and as {@code end} an outcome. */
  record Recorded(ObjectNode data) implements Answer {}

  /** Reads one; empty when the text is none, or its data is not of the shape that its kind has. */
  static Optional<Answer> read(String text) {
    try {
      var line = encodable(MAPPER.readTree(text));
      return line.path("data") instanceof ObjectNode data
          ? Optional.ofNullable(
              switch (line.path("event").asString("")) {
                case "progress" -> AnswerShape.isProgress(data) ? new Progress(data) : null;
                case "outcome" -> AnswerShape.isFound(data) ? new Outcome(data) : null;
                case "refused" -> AnswerShape.isRefusal(data) ? new Refused(data) : null;
                case "end" -> AnswerShape.isEnd(data) ? new End(data) : null;
                case "record" -> AnswerShape.isRecord(data) ? new Recorded(data) : null;
                default -> null;
              })
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** The same, but half a surrogate pair, which no UTF-8 has, is a question mark. */
  private static JsonNode encodable(JsonNode node) {
    return MAPPER.readTree(MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8));
  }
}
