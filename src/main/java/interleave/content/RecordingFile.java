package interleave.content;

import interleave.course.Recording;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a recorded run. It is written by {@code src/main/scripts/record}, so its events are checked
 * only as far as a page relies on them.
 *
 * @param code the fingerprint of the program that ran
 */
record RecordingFile(String code, Recording recording) {
  /** A recording has its part in the weight of a page. */
  private static final int MOST_KIB = 200;

  private static final Set<String> KEYS =
      Set.of("recorded", "runtime", "python", "cores", "code", "events");
  private static final Set<String> EVENTS =
      Set.of("started", "task", "output", "usage", "truncated", "end");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads a recording.
   *
   * @param runtime the one in the file's name
   */
  static RecordingFile read(Source source, String runtime) {
    int kib = (source.text().getBytes(StandardCharsets.UTF_8).length + 1023) / 1024;
    if (kib > MOST_KIB) {
      throw source.problem(
          1,
          "a recording has at most "
              + MOST_KIB
              + " KiB, this has "
              + kib
              + ": its demo is to do less");
    }
    try (JsonParser parser = JSON.createParser(source.text())) {
      return new Reader(source, parser).read(runtime);
    } catch (JacksonException wrong) {
      int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
      throw source.problem(line, "this is not JSON: " + wrong.getOriginalMessage());
    }
  }

  /** Goes through the file once, since only so it is known where each thing stands. */
  private static final class Reader {
    private final Source source;
    private final JsonParser parser;
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private final PrintedLines printed = new PrintedLines();
    private String last = "";

    private Reader(Source source, JsonParser parser) {
      this.source = source;
      this.parser = parser;
    }

    private RecordingFile read(String runtime) {
      expect(parser.nextToken() == JsonToken.START_OBJECT, "a recording is a JSON object");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        expect(KEYS.contains(key), "the key `" + key + "` is not known here");
        parser.nextToken();
        if (key.equals("events")) {
          events();
        } else {
          head.set(key, check(key, parser.readValueAsTree(), runtime));
        }
      }
      for (String key : KEYS) {
        expect(key.equals("events") ? !last.isEmpty() : head.has(key), "`" + key + "` is missing");
      }
      expect(parser.nextToken() == null, "the recording ends before this");
      return new RecordingFile(
          head.get("code").stringValue(),
          new Recording(
              runtime,
              head.get("python").stringValue(),
              LocalDate.parse(head.get("recorded").stringValue()),
              head.get("cores").intValue(),
              printed.lines(),
              source.text()));
    }

    private JsonNode check(String key, JsonNode value, String runtime) {
      switch (key) {
        case "runtime" ->
            expect(
                value.isString() && value.stringValue().equals(runtime),
                "`runtime` is to be \"" + runtime + "\", as in the name of the file");
        case "python" ->
            expect(
                value.isString()
                    && value.stringValue().matches(Pattern.quote(version(runtime)) + "\\.\\w+"),
                "`python` is to be the full version, such as " + version(runtime) + ".2");
        case "recorded" -> expect(isDate(value), "`recorded` is to be a day such as 2026-11-20");
        case "cores" -> expect(value.isInt() && value.intValue() > 0, "`cores` is to be 1 or more");
        default ->
            expect(
                value.isString() && value.stringValue().matches("[0-9a-f]{64}"),
                "`code` is to be the SHA-256 of the program, in hex");
      }
      return value;
    }

    private static String version(String runtime) {
      return runtime.replace("t", "");
    }

    private void events() {
      expect(parser.currentToken() == JsonToken.START_ARRAY, "`events` is to be a list");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(!last.equals("end"), "no event comes after the end");
        int line = parser.currentTokenLocation().getLineNr();
        event(line, parser.readValueAsTree());
      }
      expect(last.equals("end"), "the last event is to be the end");
    }

    private void event(int line, JsonNode event) {
      String name = event.path("event").stringValue("");
      JsonNode data = event.path("data");
      if (!EVENTS.contains(name) || !data.isObject()) {
        throw source.problem(line, "this is no event of a run: it has `event` and `data`");
      }
      if (last.isEmpty() != name.equals("started")) {
        throw source.problem(line, "the first event, and no other, is started");
      }
      if (!printed.hear(name, data)) {
        throw source.problem(line, "this event lacks a part of its data");
      }
      last = name;
    }

    private void expect(boolean holds, String what) {
      if (!holds) {
        throw source.problem(parser.currentTokenLocation().getLineNr(), what);
      }
    }

    private static boolean isDate(JsonNode value) {
      try {
        return value.isString() && LocalDate.parse(value.stringValue()) != null;
      } catch (DateTimeParseException _) {
        return false;
      }
    }
  }
}
