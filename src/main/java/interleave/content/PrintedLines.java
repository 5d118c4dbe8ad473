package interleave.content;

import interleave.course.Recording.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The output of a recorded run as lines, each with the name of who wrote it: the same as a page
 * makes of a run while it happens (static/js/lines.js, static/js/tasks.js).
 */
final class PrintedLines {
  private final TaskNames names = new TaskNames();
  private final List<Open> lines = new ArrayList<>();
  private @Nullable Open open;

  /** A line that may still grow, and whose task may still get its name. */
  private record Open(long t, String id, TaskNames.Named task, boolean error, StringBuilder text) {}

  /** Takes the next event; answers whether it has the data that is needed of it. */
  boolean hear(String event, JsonNode data) {
    switch (event) {
      case "task" -> {
        String id = data.path("task").stringValue("");
        String state = data.path("state").stringValue("");
        if (!TaskNames.isId(id)) {
          return false;
        }
        if (state.equals("start")) {
          names.start(id, data.path("name").stringValue(null));
        } else {
          names.end(id);
        }
      }
      case "output" -> {
        String id = data.path("task").stringValue("");
        if (!TaskNames.isId(id) || !data.path("t").isNumber() || !data.path("text").isString()) {
          return false;
        }
        write(
            data.path("t").longValue(),
            id,
            data.path("stream").stringValue("").equals("err"),
            data.path("text").stringValue());
      }
      default -> {
        // Nothing of it is printed.
      }
    }
    return true;
  }

  List<Line> lines() {
    return lines.stream()
        .map(line -> new Line(line.t, line.task.label(), line.error, line.text.toString()))
        .toList();
  }

  private void write(long t, String id, boolean error, String text) {
    String[] pieces = text.replaceAll("\u001b\\[[0-9;:]*m", "").split("\n", -1);
    for (int i = 0; i < pieces.length; i++) {
      boolean ends = i < pieces.length - 1;
      if (!pieces[i].isEmpty() || ends) {
        var line = open;
        if (line == null || !line.id.equals(id) || line.error != error) {
          line = new Open(t, id, names.get(id), error, new StringBuilder());
          lines.add(line);
        }
        line.text.append(pieces[i]);
        open = ends ? null : line;
      }
    }
  }
}
