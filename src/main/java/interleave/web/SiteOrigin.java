package interleave.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where browsers reach the site. When the operator has said it, that is the one origin: requests
 * for another host are refused. Otherwise it is the host that a request names, and the scheme that
 * the connection has or our own proxies tell of.
 */
final class SiteOrigin {
  /** Whoever probes them asks an address and not a name. */
  private static final Set<String> PROBES = Set.of("/healthz", "/readyz");

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Optional<URI> origin;
  private final int proxies;

  /**
   * @param origin scheme, host and perhaps port; empty when it is not known
   * @param proxies how many of our own proxies a request passes; none, and {@code
   *     X-Forwarded-Proto} is not believed
   */
  SiteOrigin(Optional<URI> origin, int proxies) {
    this.origin = origin;
    this.proxies = proxies;
  }

  /**
   * Serves nothing on another host than ours: who reads a page there is sent to the same page here.
   *
   * @throws Problem with status 421 for all other requests
   */
  void checkHost(Context ctx) {
    if (origin.isEmpty() || PROBES.contains(ctx.path()) || isHost(origin.get(), ctx)) {
      return;
    }
    if (!READING.contains(ctx.method()) || ctx.path().startsWith("/api/")) {
      throw Problem.plain(
          421, "Another address", "This site is at " + origin.get() + ". Open it there.");
    }
    var query = ctx.queryString();
    ctx.redirect(
        origin.get() + ctx.req().getRequestURI() + (query == null ? "" : "?" + query),
        HttpStatus.TEMPORARY_REDIRECT);
  }

  /** Whether an {@code Origin} header names this site. */
  boolean is(String header, Context ctx) {
    return parsed(header)
        .filter(
            from ->
                origin
                    .map(ours -> normal(ours).equals(normal(from)))
                    .orElseGet(() -> isHost(from, ctx)))
        .isPresent();
  }

  /** Whether the browser reached us by https, so that cookies are for that alone. */
  boolean secure(Context ctx) {
    return origin
        .map(URI::getScheme)
        .or(() -> forwardedScheme(ctx))
        .orElseGet(ctx::scheme)
        .equalsIgnoreCase("https");
  }

  /** What the first of our proxies was asked by, when they say it. */
  private Optional<String> forwardedScheme(Context ctx) {
    if (proxies == 0) {
      return Optional.empty();
    }
    var schemes =
        Collections.list(ctx.req().getHeaders("X-Forwarded-Proto")).stream()
            .flatMap(header -> Stream.of(header.split(",", -1)))
            .map(String::strip)
            .toList();
    return schemes.isEmpty()
        ? Optional.empty()
        : Optional.of(schemes.get(Math.max(0, schemes.size() - proxies)));
  }

  private static boolean isHost(URI origin, Context ctx) {
    return parsed(origin.getScheme() + "://" + ctx.header("Host"))
        .filter(asked -> normal(asked).equals(normal(origin)))
        .isPresent();
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(uri -> uri.getHost() != null)
          .filter(
              uri -> SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static String normal(URI origin) {
    var scheme = origin.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = origin.getPort() < 0 ? usual : origin.getPort();
    return scheme + "://" + origin.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
