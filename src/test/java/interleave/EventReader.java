package interleave;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events one by one as they come, up to the end of the stream. */
final class EventReader implements Iterator<EventReader.Event>, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final BufferedReader lines;
  private @Nullable Event next;

  /** An event of a run. */
  record Event(String id, String name, JsonNode data) {}

  EventReader(InputStream stream) {
    lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** Waits until there is a next event, or none will come. */
  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Event next() {
    var event = next == null ? read() : next;
    if (event == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return event;
  }

  /** Reads all that is left, to the end of the stream. */
  List<Event> rest() {
    var rest = new ArrayList<Event>();
    forEachRemaining(rest::add);
    return rest;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private @Nullable Event read() {
    try {
      var fields = new HashMap<String, String>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var data = fields.get("data");
        if (line.isEmpty() && data != null) {
          return new Event(
              fields.getOrDefault("id", ""), fields.getOrDefault("event", ""), JSON.readTree(data));
        }
        int colon = line.indexOf(": ");
        if (colon > 0) {
          fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
