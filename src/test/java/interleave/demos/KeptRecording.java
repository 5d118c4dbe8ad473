package interleave.demos;

import interleave.course.Demo;
import interleave.course.Recording;
import interleave.run.PythonRuntime;
import interleave.run.Ran;
import interleave.run.RunEvent;
import interleave.web.RunEventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes recordings beside their demos: JSON with a line for each event. */
final class KeptRecording {
  private static final JsonMapper JSON = new JsonMapper();

  private KeptRecording() {}

  /** Writes the recording, and says in words what it wrote. */
  static String write(Path content, Demo demo, PythonRuntime runtime, Ran ran) throws IOException {
    var events =
        ran.events().stream()
            .filter(event -> !(event instanceof RunEvent.Queued))
            .map(KeptRecording::json)
            .toList();
    var head =
        JSON.createObjectNode()
            .put("recorded", LocalDate.now(ZoneOffset.UTC).toString())
            .put("runtime", runtime.name())
            .put("python", runtime.version())
            .put("cores", cores(events.getFirst()))
            .put("code", Recording.fingerprint(demo.code()));
    var text =
        head.properties().stream()
                .map(entry -> "  \"%s\": %s,\n".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("", "{\n", "  \"events\": [\n"))
            + events.stream().map(event -> "    " + event).collect(Collectors.joining(",\n"))
            + "\n  ]\n}\n";
    var file = program(content, demo);
    file = file.resolveSibling(demo.name() + "." + runtime.name() + ".json");
    Files.writeString(file, text);
    return "%d events, %.1f KiB".formatted(events.size(), text.length() / 1024.0);
  }

  private static ObjectNode json(RunEvent event) {
    var json = JSON.createObjectNode().put("event", RunEventJson.name(event));
    json.set("data", RunEventJson.of(event));
    return json;
  }

  private static int cores(ObjectNode started) {
    return started.path("data").path("cores").asInt(Runtime.getRuntime().availableProcessors());
  }

  /** The demo's file: of its name, in the folder of its chapter, which is named as 1-chapter. */
  private static Path program(Path content, Demo demo) throws IOException {
    var chapter = "-" + demo.id().substring(0, demo.id().indexOf('/')) + "/";
    try (var files = Files.walk(content)) {
      return files
          .filter(file -> file.endsWith(demo.name() + ".py"))
          .filter(file -> file.toString().contains(chapter))
          .findFirst()
          .orElseThrow(() -> new IOException("where is the program of " + demo.id() + "?"));
    }
  }
}
