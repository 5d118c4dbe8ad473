package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that answers the quiz of a lesson, always alike, and keeps its cookie. */
final class FormClient implements AutoCloseable {
  static final String LESSON = "/learn/sharing/one-memory";

  private static final Pattern OPTION = Pattern.compile("name=\"([\\w-]+)\" value=\"(\\w+)\"");
  private static final Pattern ATTEMPTS = Pattern.compile("data-label=\"Attempts\">(\\d+)<");

  private final HttpClient http;
  private final URI server;
  private final String answers;

  FormClient(URI server) throws IOException, InterruptedException {
    this.http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    this.server = server;
    this.answers =
        OPTION
            .matcher(get(LESSON).body())
            .results()
            .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2), (one, _) -> one))
            .entrySet()
            .stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("&"));
  }

  private FormClient(HttpClient http, URI server, String answers) {
    this.http = http;
    this.server = server;
    this.answers = answers;
  }

  /** The same browser at another server; not to be closed. */
  FormClient at(URI other) {
    return new FormClient(http, other, answers);
  }

  /** Sends the answers of the quiz. */
  HttpResponse<String> answer(String... headers) throws IOException, InterruptedException {
    return post(LESSON + "/quiz", "application/x-www-form-urlencoded", answers, headers);
  }

  /** Has a program run. */
  HttpResponse<String> run() throws IOException, InterruptedException {
    return post("/api/runs", "application/json", "{\"code\": \"print('on')\"}");
  }

  /** How often the quiz was answered, as the page of the progress has it. */
  int attempts() throws IOException, InterruptedException {
    var page = get("/progress");
    assertEquals(200, page.statusCode(), page.body());
    var found = ATTEMPTS.matcher(page.body());
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.resolve(path)));
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private HttpResponse<String> post(String path, String type, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
