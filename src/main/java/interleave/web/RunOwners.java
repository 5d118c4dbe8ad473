package interleave.web;

import interleave.learner.Learner;
import interleave.learner.Token;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whom a run counts for: the learner; before there is one, this browser, so that a class
 * behind one address is not one learner; and the address for what is no browser.
 */
final class RunOwners {
  private static final String COOKIE = "interleave-visit";
  private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Until the browser is closed. */
  private static final int THIS_SESSION = -1;

  private final Visitors visitors;
  private final ClientAddress addresses;

  RunOwners(Visitors visitors, ClientAddress addresses) {
    this.visitors = visitors;
    this.addresses = addresses;
  }

  /** The key of the address that a request came from. */
  String addressOf(Context ctx) {
    return "address:" + addresses.of(ctx);
  }

  /**
   * The owner's key; a browser that has none yet gets a cookie that holds it. While learners cannot
   * be read, they count as browsers.
   */
  String of(Context ctx) {
    return Visitors.ifReadable(() -> visitors.learner(ctx), Optional.<Learner>empty())
        .map(learner -> "learner:" + learner.id())
        .or(() -> visit(ctx))
        .orElseGet(() -> isBrowser(ctx) ? newVisit(ctx) : addressOf(ctx));
  }

  private static Optional<String> visit(Context ctx) {
    return Optional.ofNullable(ctx.cookie(COOKIE))
        .filter(value -> OURS.matcher(value).matches())
        .map(value -> "visit:" + value);
  }

  private static String newVisit(Context ctx) {
    var value = Token.random().text();
    boolean secure = "https".equals(ctx.scheme());
    ctx.cookie(new Cookie(COOKIE, value, "/api", THIS_SESSION, secure, true, null, SameSite.LAX));
    return "visit:" + value;
  }

  private static boolean isBrowser(Context ctx) {
    return ctx.header("Sec-Fetch-Site") != null;
  }
}
