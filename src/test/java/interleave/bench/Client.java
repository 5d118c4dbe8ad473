package interleave.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client of the runner, as a browser is one. */
final class Client {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;

  Client(int port) {
    address = "http://localhost:" + port;
  }

  /** Posts a program and answers where its events are. */
  String post(String program) throws IOException, InterruptedException {
    return created("/api/runs", Map.of("code", program));
  }

  /** As {@link #post(String)}, on a certain Python. */
  String post(String program, String runtime) throws IOException, InterruptedException {
    return created("/api/runs", Map.of("code", program, "runtime", runtime));
  }

  /** Explores all orders of a program's instructions on a certain Python; answers the result. */
  JsonNode explore(String program, String runtime) throws IOException, InterruptedException {
    var events =
        created(
            "/api/explorations",
            Map.of(
                "code",
                program,
                "granularity",
                "bytecode",
                "reduction",
                false,
                "runtime",
                runtime));
    try (var stream = open(events);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      JsonNode end = JSON.createObjectNode();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          end = JSON.readTree(line.substring(6));
        }
      }
      return end;
    }
  }

  private String created(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body()).get("events").asString();
  }

  InputStream open(String events) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + events)).build();
    return http.send(request, BodyHandlers.ofInputStream()).body();
  }

  /** Reads a run's events to their end; answers when the first output came, by System.nanoTime. */
  long firstOutput(String events) throws IOException, InterruptedException {
    long first = 0;
    try (var stream = open(events);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (first == 0 && line.equals("event: output")) {
          first = System.nanoTime();
        }
      }
    }
    return first;
  }

  /** All that a run wrote to standard output, once it has ended. */
  String output(String events) throws IOException, InterruptedException {
    var text = new StringBuilder();
    try (var stream = open(events);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          text.append(JSON.readTree(line.substring(6)).path("text").asString(""));
        }
      }
    }
    return text.toString();
  }

  /** Milliseconds from the request to the first output event. */
  double firstOutputMs(String program) throws IOException, InterruptedException {
    long start = System.nanoTime();
    return (firstOutput(post(program)) - start) / 1e6;
  }
}
