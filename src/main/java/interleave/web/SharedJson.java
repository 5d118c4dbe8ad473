package interleave.web;

import interleave.run.Network;
import interleave.run.Run;
import interleave.run.RunEvent;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * A program with a run of it, as one JSON object: {@code title} where it is a demo of the course,
 * {@code runtime}, {@code python}, {@code network}, {@code code} and {@code events}, each with
 * {@code event} and {@code data}.
 *
 * @param runtime the name of the runtime, such as {@code 3.11}
 * @param python its version in full
 * @param network whether it had the hosts that only a sandbox has
 */
record SharedJson(
    Optional<String> title, String runtime, String python, boolean network, String code) {

  /** Writes a run that has ended. What it waited for in the queue is left out. */
  static void write(Run run, Optional<String> title, String python, OutputStream out) {
    try (var json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      title.ifPresent(text -> json.writeStringProperty("title", text));
      json.writeStringProperty("runtime", run.request().runtime());
      json.writeStringProperty("python", python);
      json.writeBooleanProperty("network", run.request().network() != Network.NONE);
      json.writeStringProperty("code", run.request().code());
      json.writeArrayPropertyStart("events");
      RunJson.each(
          run.log(),
          run.log().last(),
          entry -> {
            if (!(entry.event() instanceof RunEvent.Queued)) {
              var event = Json.object().put("event", RunEventJson.name(entry.event()));
              event.set("data", RunEventJson.of(entry.event()));
              json.writeTree(event);
            }
          });
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /**
   * Reads what was written.
   *
   * @param in closed afterwards
   * @param events takes the events one by one
   */
  static SharedJson read(InputStream in, Consumer<JsonNode> events) {
    Map<String, String> fields = new HashMap<>();
    try (var json = Json.MAPPER.createParser(in)) {
      json.nextToken();
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        if (json.nextToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            events.accept(json.readValueAsTree());
          }
        } else {
          fields.put(name, json.getString());
        }
      }
    }
    return new SharedJson(
        Optional.ofNullable(fields.get("title")),
        fields.getOrDefault("runtime", ""),
        fields.getOrDefault("python", ""),
        Boolean.parseBoolean(fields.get("network")),
        fields.getOrDefault("code", ""));
  }
}
