package interleave.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * Refuses requests that another site makes in a visitor's name. Browsers say where a request comes
 * from: in {@code Sec-Fetch-Site}, which counts where it is there, or at least in {@code Origin};
 * who sends neither is no browser, holds nobody's cookie by accident, and is served.
 */
final class SameOrigin {
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final SiteOrigin site;

  SameOrigin(SiteOrigin site) {
    this.site = site;
  }

  /** Throws a {@link Problem} with status 403 unless the request may change something. */
  void check(Context ctx) {
    // The method that the request is routed by, which a header may override.
    if (!READING.contains(ctx.method()) && !sameOrigin(ctx)) {
      throw Problem.otherOrigin();
    }
  }

  private boolean sameOrigin(Context ctx) {
    var from = ctx.header("Sec-Fetch-Site");
    if (from != null) {
      return from.equals("same-origin") || from.equals("none");
    }
    var origin = ctx.header("Origin");
    return origin == null || site.is(origin, ctx);
  }
}
