package interleave.web;

import io.javalin.http.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads a body that must be one object.
   *
   * @throws Problem when it is malformed or something else
   */
  static ObjectNode read(byte[] body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw Problem.badInput(
          "The body is not well-formed JSON"
              + (place == null
                  ? "."
                  : "; see line " + place.getLineNr() + ", column " + place.getColumnNr() + "."));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Problem.badInput("The body must be a JSON object.");
  }

  /** Answers with JSON that nobody may keep. */
  static void send(Context ctx, int status, JsonNode body) {
    send(ctx, status, "application/json", body);
  }

  static void send(Context ctx, int status, String type, JsonNode body) {
    ctx.status(status)
        .header("Cache-Control", "no-store")
        .contentType(type)
        .result(MAPPER.writeValueAsBytes(body));
  }
}
