package interleave.demos;

import interleave.course.Recording;
import interleave.run.Ran;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a run of a demo went, as far as something is claimed of it.
 *
 * @param reason how it ended, such as {@code exited}
 * @param exit its exit code, or null when a signal or a limit ended it
 * @param out standard output
 * @param err standard error
 */
public record Outcome(String reason, @Nullable Integer exit, String out, String err, long wallMs) {
  private static final JsonMapper JSON = new JsonMapper();

  public static Outcome of(Ran ran) {
    return new Outcome(
        ran.end().reason().name().toLowerCase(Locale.ROOT),
        ran.end().exit(),
        ran.out(),
        ran.err(),
        ran.end().wallMs());
  }

  public static Outcome of(Recording recording) {
    var events = JSON.readTree(recording.json()).get("events");
    var end = events.get(events.size() - 1).get("data");
    return new Outcome(
        end.get("reason").asString(),
        end.get("exit").isNull() ? null : end.get("exit").asInt(),
        text(events, "out"),
        text(events, "err"),
        end.get("wallMs").asLong());
  }

  private static String text(JsonNode events, String stream) {
    var text = new StringBuilder();
    for (var event : events) {
      if (event.path("data").path("stream").asString("").equals(stream)) {
        text.append(event.get("data").get("text").asString());
      }
    }
    return text.toString();
  }
}
