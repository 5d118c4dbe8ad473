package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.PythonRuntime;
import interleave.run.RunEvent;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for every route that the server knows. */
class RoutesTest {
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /** Differ from one answer to the next. */
  private static final Set<String> EACH_ITS_OWN = Set.of("date", "content-security-policy");

  private final BoundedSite site = new BoundedSite(0, Optional.empty());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.shutdownNow();
    client.close();
    site.close();
  }

  @Test
  void every_route_that_changes_something_has_an_allowance() {
    var without =
        routes()
            .filter(route -> !READING.contains(route.method))
            .filter(route -> allowances(route).isEmpty())
            .map(route -> route.method + " " + route.path)
            .toList();
    assertEquals(List.of(), without);
    assertTrue(routes().anyMatch(route -> route.method.equals(HandlerType.DELETE)));
  }

  @Test
  void every_route_that_can_make_a_learner_counts_newcomers() {
    var makers =
        routes()
            .filter(route -> route.method.equals(HandlerType.POST))
            .filter(route -> route.path.startsWith("/learn/"))
            .toList();
    assertEquals(4, makers.size());
    for (var route : makers) {
      assertTrue(allowances(route).contains(WriteAllowance.NEWCOMER), route.path);
    }
  }

  @Test
  void every_route_that_is_read_can_be_asked_for_its_head_which_is_the_same() throws Exception {
    var addresses = addresses();
    var read = paths(HandlerType.GET);
    assertEquals(read, paths(HandlerType.HEAD));
    assertEquals(read, addresses.keySet(), "each route needs an address to be asked at");
    for (var address : addresses.values()) {
      assertSameHead(address, "Accept", "text/html");
    }
    for (var address : List.of("/nosuch", "/learn/no/such", "/r/0123456789", "/api/runs/nosuch")) {
      assertSameHead(address, "Accept", "text/html");
    }
    assertSameHead("/static/x/css/site.css", "Accept-Encoding", "gzip");
  }

  private void assertSameHead(String address, String... headers) throws Exception {
    var get = client.send(request(address, headers).GET().build(), BodyHandlers.ofInputStream());
    try (var _ = get.body()) {
      var head = client.send(request(address, headers).HEAD().build(), BodyHandlers.ofString());
      assertEquals(get.statusCode(), head.statusCode(), address);
      assertEquals(headers(get), headers(head), address);
      assertEquals("", head.body());
      assertFalse(head.headers().map().isEmpty(), address);
    }
  }

  /** An address for each route that is read, by its path. */
  private Map<String, String> addresses() throws Exception {
    var id = run();
    var run = "/api/runs/" + id;
    var asset = "/static/x/css/site.css";
    var shared = post("/api/shares", "{\"run\": \"" + ended() + "\"}").get("path").asString();
    var all = new TreeMap<String, String>();
    all.put("/", "/");
    all.put("/learn/{chapter}/{lesson}", "/learn/sharing/memory");
    all.put("/progress", "/progress");
    all.put("/lab", "/lab");
    all.put("/api/runs/{id}/events", run + "/events");
    all.put("/api/runs/{id}", run);
    all.put("/api/explorations/{id}/events", "/api/explorations/" + id + "/events");
    all.put(
        "/api/demos/{chapter}/{lesson}/{name}/recordings/{runtime}",
        "/api/demos/sharing/memory/hello/recordings/3.11");
    all.put("/api/shares/{id}", "/api/shares/" + shared.substring("/r/".length()));
    all.put("/r/{id}", shared);
    all.put("/static/{version}/<path>", asset);
    all.put("/vendor/{version}/<path>", "/vendor/x/importmap.json");
    all.put("/healthz", "/healthz");
    all.put("/readyz", "/readyz");
    return all;
  }

  private String run() throws IOException, InterruptedException {
    return post("/api/runs", "{\"code\": \"print(1)\"}").get("id").asString();
  }

  private String ended() throws IOException, InterruptedException {
    var id = run();
    var log = Objects.requireNonNull(site.runner.runs.get(id)).log();
    var python = new PythonRuntime("3.11", "3.11.2");
    log.append(new RunEvent.Started(python, 2, "paper", PaperRunner.LIMITS));
    log.append(PaperRunner.end());
    return id;
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    var request =
        request(path, "Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    return Json.MAPPER.readTree(client.send(request.build(), BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + path))
        .headers(headers);
  }

  private Set<String> paths(HandlerType method) {
    return routes()
        .filter(route -> route.method.equals(method))
        .map(route -> route.path)
        .collect(Collectors.toSet());
  }

  private Stream<Endpoint> routes() {
    return site.routes().stream().filter(route -> route.method.isHttpMethod());
  }

  private static List<WriteAllowance> allowances(Endpoint route) {
    var allowances = new ArrayList<WriteAllowance>();
    var roles = route.metadata(Roles.class);
    if (roles != null) {
      for (var role : roles.getRoles()) {
        if (role instanceof WriteAllowance allowance) {
          allowances.add(allowance);
        }
      }
    }
    return allowances;
  }

  private static Map<String, List<String>> headers(HttpResponse<?> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(EACH_ITS_OWN);
    return headers;
  }
}
