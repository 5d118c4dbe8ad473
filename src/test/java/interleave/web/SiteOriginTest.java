package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hosts, schemes and origins as requests name them, with and without an origin that is set. */
class SiteOriginTest {
  private static final Optional<URI> SECURE = Optional.of(URI.create("https://learn.example.org"));
  private static final String OURS = "Host: learn.example.org";
  private static final String READ = "POST /learn/sharing/memory/read";

  @Test
  void another_host_than_the_sites_is_refused_with_where_the_site_is() throws Exception {
    try (var site = new BoundedSite(1, SECURE)) {
      for (var host : List.of("elsewhere.example", "127.0.0.1", "learn.example.org:80")) {
        for (var request : List.of(READ, "GET /api/runs/x", "DELETE /")) {
          var answer = ask(site, request, "Host: " + host);
          assertTrue(answer.startsWith("HTTP/1.1 421 "), () -> request + host + ": " + answer);
          assertTrue(answer.contains("This site is at https://learn.example.org."), answer);
        }
      }
      for (var host : List.of("learn.example.org", "LEARN.example.org", "learn.example.org:443")) {
        assertEquals(200, status(ask(site, "GET /", "Host: " + host)), host);
        assertEquals(303, status(ask(site, READ, "Host: " + host)), host);
      }
    }
  }

  @Test
  void who_reads_a_page_on_another_host_is_sent_to_it_on_ours() throws Exception {
    try (var site = new BoundedSite(1, SECURE)) {
      for (var path :
          List.of("/", "/learn/x?a=%2F&b", "/nosuch", "//elsewhere.example/", "/healthzz")) {
        for (var method : List.of("GET ", "HEAD ")) {
          var answer = ask(site, method + path, "Host: elsewhere.example");
          assertEquals(307, status(answer), answer);
          var to = "Location: https://learn.example.org" + path + "\r\n";
          assertTrue(answer.contains(to), answer);
          assertFalse(answer.contains("<html"), answer);
        }
      }
    }
  }

  @Test
  void probes_may_ask_an_address() throws Exception {
    try (var site = new BoundedSite(1, SECURE)) {
      assertEquals(200, status(ask(site, "GET /healthz", "Host: 10.0.0.7:8080")));
      assertEquals(200, status(ask(site, "GET /readyz", "Host: 10.0.0.7:8080")));
    }
  }

  @Test
  void without_an_origin_every_host_is_served() throws Exception {
    try (var site = new BoundedSite(0, Optional.empty())) {
      assertEquals(200, status(ask(site, "GET /", "Host: anything.example")));
    }
  }

  @Test
  void an_origin_header_is_held_to_the_scheme_as_well_when_the_origin_is_set() throws Exception {
    try (var site = new BoundedSite(1, SECURE)) {
      assertEquals(303, status(ask(site, READ, OURS, "Origin: https://learn.example.org")));
      assertEquals(403, status(ask(site, READ, OURS, "Origin: http://learn.example.org")));
      assertEquals(403, status(ask(site, READ, OURS, "Origin: https://learn.example.org:444")));
    }
  }

  @Test
  void cookies_are_for_https_alone_when_the_origin_is() throws Exception {
    try (var site = new BoundedSite(0, SECURE)) {
      assertSecure(true, ask(site, READ, OURS));
    }
    try (var site = new BoundedSite(1, Optional.of(URI.create("http://learn.example.org")))) {
      assertSecure(false, ask(site, READ, OURS, "X-Forwarded-Proto: https"));
    }
  }

  @Test
  void so_is_the_cookie_of_a_browser_that_nothing_is_kept_of() throws Exception {
    try (var site = new BoundedSite(0, SECURE);
        var client = new RawClient(site.port(), 1)) {
      client.write("POST /api/runs HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\n" + OURS);
      client.write("\r\nContent-Type: application/json\r\nContent-Length: 13\r\n");
      client.write("Connection: close\r\n\r\n{\"code\": \"1\"}");
      assertSecure(true, client.rest());
    }
  }

  @Test
  void the_forwarded_scheme_is_believed_of_as_many_proxies_as_there_are() throws Exception {
    try (var site = new BoundedSite(0, Optional.empty())) {
      assertSecure(false, ask(site, READ, OURS, "X-Forwarded-Proto: https"));
    }
    try (var site = new BoundedSite(1, Optional.empty())) {
      assertSecure(false, ask(site, READ, OURS));
      assertSecure(true, ask(site, READ, OURS, "X-Forwarded-Proto: https"));
      assertSecure(false, ask(site, READ, OURS, "X-Forwarded-Proto: https, http"));
      assertSecure(true, ask(site, READ, OURS, "X-Forwarded-Proto: http, HTTPS"));
    }
    try (var site = new BoundedSite(2, Optional.empty())) {
      assertSecure(true, ask(site, READ, OURS, "X-Forwarded-Proto: http, https, http"));
      assertSecure(true, ask(site, READ, OURS, "X-Forwarded-Proto: https"));
    }
  }

  private static void assertSecure(boolean secure, String answer) {
    var cookie = answer.lines().filter(line -> line.startsWith("Set-Cookie: ")).toList();
    assertEquals(1, cookie.size(), answer);
    assertEquals(secure, cookie.getFirst().contains("Secure"), answer);
    assertFalse(cookie.getFirst().contains("SameSite=None"));
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  private static String ask(BoundedSite site, String request, String... headers)
      throws IOException {
    try (var client = new RawClient(site.port(), 1)) {
      client.write(request + " HTTP/1.1\r\n" + String.join("\r\n", headers));
      client.write("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return client.rest();
    }
  }
}
