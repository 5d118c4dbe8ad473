package interleave.web;

import interleave.learner.Learner;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/**
 * Says whom a run counts for: the learner; before there is one, this browser, so that a class
 * behind one address is not one learner; and the address for what is no browser, and when it has
 * had too many new ones. What a client makes up is no owner.
 */
final class RunOwners {
  private final Visitors visitors;
  private final VisitCookie visits;
  private final WriteLimits limits;
  private final ClientAddress addresses;

  RunOwners(Visitors visitors, VisitCookie visits, WriteLimits limits, ClientAddress addresses) {
    this.visitors = visitors;
    this.visits = visits;
    this.limits = limits;
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
        .or(() -> visits.known(ctx).or(() -> newVisit(ctx)).map(visit -> "visit:" + visit))
        .orElseGet(() -> addressOf(ctx));
  }

  private Optional<String> newVisit(Context ctx) {
    return isBrowser(ctx) && mayBeNew(ctx) ? Optional.of(visits.give(ctx)) : Optional.empty();
  }

  private boolean mayBeNew(Context ctx) {
    return limits.take(Set.of(WriteAllowance.NEWCOMER), addresses.of(ctx)).isEmpty();
  }

  private static boolean isBrowser(Context ctx) {
    return ctx.header("Sec-Fetch-Site") != null;
  }
}
