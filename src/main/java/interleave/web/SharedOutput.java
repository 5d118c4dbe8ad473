package interleave.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a run wrote, for pages without JavaScript: a row for each stretch that one task wrote to one
 * stream. Of a long output only the beginning is kept.
 */
final class SharedOutput {
  private static final int MOST_CHARS = 32 << 10;
  private static final int MOST_ROWS = 1000;
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;:]*m");
  private static final long MS = 1000;

  private final Map<String, String> names = new HashMap<>();
  private final List<ShareView.Row> rows = new ArrayList<>();
  private String first = "";
  private String writer = "";
  private int chars;
  private boolean cut;

  /** Takes the next event of the run. */
  void hear(JsonNode event) {
    var data = event.path("data");
    var task = data.path("task").asString("");
    switch (event.path("event").asString("")) {
      case "task" -> {
        first = first.isEmpty() ? task : first;
        var name = data.path("name").asString("");
        if (!name.isEmpty()) {
          names.put(task, name);
        }
      }
      case "output" -> output(task, data);
      default -> {}
    }
  }

  List<ShareView.Row> rows() {
    return rows;
  }

  /** Whether there is more than the rows have. */
  boolean cut() {
    return cut;
  }

  private void output(String task, JsonNode data) {
    if (cut) {
      return;
    }
    var text = COLOURS.matcher(data.path("text").asString("")).replaceAll("");
    boolean err = data.path("stream").asString("").equals("err");
    var by = task + (err ? " err" : " out");
    chars += text.length();
    if (by.equals(writer)) {
      var last = rows.removeLast();
      rows.add(new ShareView.Row(last.at(), last.who(), err, last.text() + text));
    } else {
      rows.add(new ShareView.Row(moment(data.path("t").asLong()), who(task), err, text));
    }
    writer = by;
    cut = chars >= MOST_CHARS || rows.size() >= MOST_ROWS;
  }

  private String who(String task) {
    var numbers = task.split("\\.", 2);
    boolean process = numbers[0].equals(numbers[numbers.length - 1]);
    if (process) {
      var own = names.getOrDefault(task, "");
      return task.equals(first) ? "main" : own.isEmpty() ? "process " + numbers[0] : own;
    }
    return names.getOrDefault(task, "thread " + numbers[1]);
  }

  private static String moment(long micros) {
    return micros < 999_950
        ? String.format(Locale.ROOT, "%.1f ms", micros / (double) MS)
        : String.format(Locale.ROOT, "%.3f s", micros / (double) (MS * MS));
  }
}
