package interleave.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Refuses requests that another site makes in a visitor's name. Browsers say where a request comes
 * from, in {@code Sec-Fetch-Site} or at least in {@code Origin}; who sends neither is no browser,
 * holds nobody's cookie by accident, and is served.
 */
final class SameOrigin {
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private SameOrigin() {}

  /** Throws a {@link Problem} with status 403 unless the request may change something. */
  static void check(Context ctx) {
    // The method that the request is routed by, which a header may override.
    if (!READING.contains(ctx.method()) && !sameOrigin(ctx)) {
      throw Problem.otherOrigin();
    }
  }

  private static boolean sameOrigin(Context ctx) {
    var site = ctx.header("Sec-Fetch-Site");
    if ("same-origin".equals(site) || "none".equals(site)) {
      return true;
    }
    var origin = ctx.header("Origin");
    return origin == null ? site == null : hostOf(origin).equalsIgnoreCase(ctx.header("Host"));
  }

  private static String hostOf(String origin) {
    try {
      var authority = new URI(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (URISyntaxException _) {
      return "";
    }
  }
}
