package interleave.web;

import interleave.App;
import interleave.config.Config;
import interleave.course.Course;
import interleave.log.Logging;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A started server and one visitor's browser, which keeps its cookie. */
final class TestSite implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration REQUEST = Duration.ofSeconds(30);

  final PaperRunner runner = new PaperRunner();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String database;
  private final Path files;
  private App app;
  private Optional<String> cookie = Optional.empty();

  private TestSite(Course course) throws IOException {
    Logging.setUp();
    database = "jdbc:h2:mem:" + UUID.randomUUID();
    files = Files.createTempDirectory("interleave-site");
    write("static/css/site.css", "body { color: black }");
    write("static/css/lab.css", "pre { color: black }");
    write("static/js/site.js", "export {};");
    write("vendor/importmap.json", "{\"codemirror\": \"codemirror/index.js\"}");
    write("vendor/codemirror/index.js", "export {};");
    app = startApp(course);
  }

  static TestSite start() throws IOException {
    return new TestSite(SmallCourse.course());
  }

  /** Starts the server anew with another course; database and visitor stay. */
  void restart(Course course) {
    var next = startApp(course);
    app.close();
    app = next;
  }

  /** Forgets the cookie, as in another browser. */
  void becomeSomebodyElse() {
    cookie = Optional.empty();
  }

  void cookie(String value) {
    cookie = Optional.of("interleave=" + value);
  }

  Optional<String> cookie() {
    return cookie;
  }

  void stop() {
    app.close();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> head(String path) {
    return send(request(path).HEAD());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    return send(
        request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> json(String path, String body) {
    return post(path, "application/json", body);
  }

  /** Posts a form of names and values in turn. */
  HttpResponse<String> form(String path, String... fields) {
    var body =
        Stream.iterate(0, i -> i < fields.length, i -> i + 2)
            .map(i -> encode(fields[i]) + "=" + encode(fields[i + 1]))
            .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", body);
  }

  /** Opens an event stream; the caller closes it. */
  HttpResponse<InputStream> stream(String path, String... headers) {
    try {
      return client.send(request(path, headers).GET().build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int port() {
    return app.port();
  }

  @Override
  public void close() throws IOException {
    // First the client: the server would wait for its open connections.
    client.shutdownNow();
    client.close();
    app.close();
    try (var paths = Files.walk(files)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private App startApp(Course course) {
    return App.start(
        Config.from(
            Map.of(
                "INTERLEAVE_PORT",
                "0",
                "INTERLEAVE_DATABASE_URL",
                database + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH")),
        new App.Options(
            Path.of("db"),
            files.resolve("static"),
            files.resolve("vendor"),
            HEARTBEAT,
            IDLE,
            REQUEST),
        course,
        runner);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + path))
            .timeout(Duration.ofSeconds(20));
    cookie.ifPresent(value -> request.header("Cookie", value));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").stream()
          .map(line -> List.of(line.split(";")).getFirst())
          .findFirst()
          .ifPresent(value -> cookie = Optional.of(value));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String name, String text) throws IOException {
    var path = files.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
