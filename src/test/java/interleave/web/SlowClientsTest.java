package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunLog;
import interleave.web.connection.ConnectionLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send their requests slowly, or never to the end. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowClientsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int MOST = 64;
  private static final int SLOW = 400;
  private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\n";
  private static final String BODY =
      """
      POST /api/runs HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/json\r
      Content-Length: 3\r
      Connection: close\r
      \r
      """;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HEAD, BODY})
  void health_is_told_while_one_address_sends_400_requests_slowly(String beginning)
      throws Exception {
    var site = site(MOST, ConnectionLimits.perAddress(MOST, 0), LONG);
    try (var slow = new SlowClients(site.port(), beginning, SLOW, 1)) {
      slow.begin();
      for (int i = 0; i < 8; i++) {
        assertHealthy(site, 1);
        assertHealthy(site, 2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HEAD, BODY})
  void health_is_told_while_many_addresses_send_400_requests_slowly(String beginning)
      throws Exception {
    var site = site(MOST, ConnectionLimits.perAddress(MOST, 0), LONG);
    try (var slow = new SlowClients(site.port(), beginning, SLOW, 100)) {
      slow.begin();
      for (int i = 0; i < 8; i++) {
        assertHealthy(site, 1);
        assertHealthy(site, 200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 'Connection: close\r\n\r\n'", "false, '{}?'"})
  void one_of_those_that_wait_is_closed_for_the_next(boolean head, String rest) throws Exception {
    var site = site(MOST, 2, LONG);
    var waiting = List.of(client(site, 1), client(site, 1));
    for (var each : waiting) {
      each.write(head ? HEAD : BODY);
    }
    assertHealthy(site, 1);
    var answers = waiting.stream().map(each -> each.ended(rest)).sorted().toList();
    assertEquals("", answers.getFirst());
    assertTrue(answers.getLast().startsWith("HTTP/1.1 "), answers::getLast);
  }

  @Test
  void the_one_that_has_waited_longest_is_closed_for_the_next() throws Exception {
    var site = site(MOST, 2, LONG);
    var first = client(site, 1);
    var second = client(site, 1);
    for (var each : List.of(first, second)) {
      each.write(BODY.replaceFirst("\r\n", "\r\nExpect: 100-continue\r\n"));
      // Its body is waited for from now on.
      each.until("HTTP/1.1 100 Continue\r\n\r\n");
    }
    assertHealthy(site, 1);
    assertEquals("", first.rest());
    assertTrue(second.ended("{}?").startsWith("HTTP/1.1 "));
  }

  @Test
  void a_head_that_trickles_in_is_cut_off_in_the_end() throws Exception {
    var site = site(MOST, MOST, SHORT);
    var client = client(site, 1);
    client.write(HEAD);
    assertEquals("", client.trickle("X: y\r\n"));
    assertHealthy(site, 1);
  }

  @Test
  void a_connection_that_was_answered_has_as_long_for_its_next_request_and_no_longer()
      throws Exception {
    var site = site(MOST, MOST, SHORT);
    var client = client(site, 1);
    for (int i = 0; i < 3; i++) {
      client.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
      client.until("\r\n\r\nok");
    }
    client.write(HEAD);
    assertEquals("", client.trickle("X: y\r\n"));
  }

  @Test
  void whoever_is_cut_off_is_no_error_of_ours() throws Exception {
    var logged = new CopyOnWriteArrayList<String>();
    var listener = new LogListener(logged);
    var log = Logger.getLogger("interleave.web");
    log.addHandler(listener);
    try {
      var site = site(MOST, 1, SHORT);
      var first = client(site, 1);
      first.write(BODY);
      client(site, 1).close();
      first.rest();
      var leaving = client(site, 2);
      leaving.write(BODY + " ");
      leaving.close();
      var slow = client(site, 3);
      slow.write(BODY);
      slow.trickle("a");
    } finally {
      log.removeHandler(listener);
    }
    assertEquals(List.of(), logged.stream().filter(line -> line.startsWith("Error")).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs HTTP/1.1\r\nContent-Type: application/json",
        "/api/shares HTTP/1.1\r\nContent-Type: application/json",
        "/api/explorations HTTP/1.1\r\nContent-Type: application/json",
        "/learn/sharing/memory/quiz HTTP/1.1\r\nContent-Type: application/json",
        "/learn/sharing/memory/quiz HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
        "/learn/sharing/memory/prediction HTTP/1.1\r\n"
            + "Content-Type: application/x-www-form-urlencoded",
      })
  void a_body_that_trickles_in_is_answered_with_408_in_the_end(String request) throws Exception {
    var site = site(MOST, MOST, SHORT);
    for (var length : List.of("Content-Length: 60000", "Transfer-Encoding: chunked")) {
      var client = client(site, 1);
      client.write("POST " + request + "\r\nHost: localhost\r\n" + length + "\r\n\r\n");
      var answer = client.trickle(length.startsWith("T") ? "1\r\na\r\n" : "a");
      assertTrue(answer.startsWith("HTTP/1.1 408 "), () -> request + length + ": " + answer);
      boolean said = answer.contains("did not arrive in time");
      assertTrue(said || !request.startsWith("/api/"), answer);
    }
  }

  @Test
  void a_body_that_nobody_reads_ends_the_answer_as_well() throws Exception {
    var site = site(MOST, MOST, SHORT);
    var run = run(site);
    var client = client(site, 1);
    client.write(
        "GET /api/runs/"
            + run
            + "/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n");
    client.rest();
    assertHealthy(site, 1);
  }

  @Test
  void an_event_stream_goes_on_for_longer_than_a_request_may_take() throws Exception {
    var site = site(MOST, MOST, SHORT);
    var run = run(site);
    var client = client(site, 1);
    client.write("GET /api/runs/" + run + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    for (long beats = 0; beats < SHORT.dividedBy(BoundedSite.HEARTBEAT) * 4; beats++) {
      client.until(":\n\n");
    }
    log(site, run).append(PaperRunner.end());
    client.until("event: end");
  }

  @Test
  void an_address_whose_connections_are_all_being_served_gets_no_more_and_others_do()
      throws Exception {
    var site = site(MOST, 3, LONG);
    var run = run(site);
    var streams = List.of(client(site, 1), client(site, 1), client(site, 1));
    for (var stream : streams) {
      stream.write("GET /api/runs/" + run + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      stream.until("retry: ");
    }
    assertEquals("", client(site, 1).rest());
    assertHealthy(site, 2);
    log(site, run).append(PaperRunner.end());
    for (var stream : streams) {
      stream.until("event: end");
    }
    assertHealthy(site, 1);
  }

  @Test
  void behind_proxies_all_connections_may_be_of_one_address() {
    assertEquals(ConnectionLimits.UNBOUNDED, ConnectionLimits.perAddress(1000, 1));
    assertEquals(256, ConnectionLimits.perAddress(1000, 0));
    assertEquals(48, ConnectionLimits.perAddress(64, 0));
  }

  private BoundedSite site(int most, int perAddress, Duration request) {
    var site = new BoundedSite(new ConnectionLimits(most, perAddress, LONG, request));
    open.add(site);
    return site;
  }

  private RawClient client(BoundedSite site, int last) throws IOException {
    var client = new RawClient(site.port(), last);
    open.add(client);
    return client;
  }

  private void assertHealthy(BoundedSite site, int last) throws IOException {
    var answer = client(site, last).get("/healthz");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), () -> "from " + last + ": " + answer);
    assertTrue(answer.endsWith("ok"), answer);
  }

  private String run(BoundedSite site) throws IOException {
    var body = "{\"code\": \"print(1)\"}";
    var client = client(site, 9);
    client.write(
        "POST /api/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
    client.until("\"id\"");
    return site.runner.runs.keySet().iterator().next();
  }

  private static RunLog log(BoundedSite site, String run) {
    return Objects.requireNonNull(site.runner.runs.get(run)).log();
  }
}
