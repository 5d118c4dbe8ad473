package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a server as a client does that is no browser. */
final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;

  ApiClient(URI server) {
    this.server = server;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Asks for a run of a program. */
  HttpResponse<String> run(String code, String... headers)
      throws IOException, InterruptedException {
    return post(Map.of("code", code), headers);
  }

  /** Has a program run, and answers the id of the run. */
  String submit(String code) throws IOException, InterruptedException {
    return created(run(code));
  }

  /** Has a demo run, and answers the id of the run. */
  String submitDemo(String demo) throws IOException, InterruptedException {
    return created(post(Map.of("demo", demo)));
  }

  /** The id of the run that was asked for, which must have been made. */
  static String created(HttpResponse<String> response) {
    assertEquals(201, response.statusCode(), response.body());
    var id = JSON.readTree(response.body()).get("id").asString();
    assertEquals("/api/runs/" + id, response.headers().firstValue("Location").orElse(""));
    return id;
  }

  /** What the server knows of a run. */
  JsonNode look(String id) throws IOException, InterruptedException {
    return JSON.readTree(get("/api/runs/" + id).body());
  }

  void stop(String id) throws IOException, InterruptedException {
    assertEquals(204, send(request("/api/runs/" + id).DELETE()).statusCode());
  }

  /** Opens the event stream of a run. */
  EventReader events(String id, String... headers) throws IOException, InterruptedException {
    var request = request("/api/runs/" + id + "/events", headers).build();
    var response = http.send(request, BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    return new EventReader(response.body());
  }

  /** Lets go of all its streams too. */
  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private HttpResponse<String> post(Map<String, String> body, String... headers)
      throws IOException, InterruptedException {
    return send(
        request("/api/runs", headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(server.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
