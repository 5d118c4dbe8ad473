package interleave.web;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Optional;

/** Refuses requests that change something when their address has used up what it may. */
final class WriteCheck {
  private final WriteLimits limits;
  private final ClientAddress addresses;
  private final Visitors visitors;

  WriteCheck(WriteLimits limits, ClientAddress addresses, Visitors visitors) {
    this.limits = limits;
    this.addresses = addresses;
    this.visitors = visitors;
  }

  /**
   * Takes what the route that a request matched names.
   *
   * @throws Problem with status 429 when there is too little left
   */
  void check(Context ctx) {
    var wanted = EnumSet.noneOf(WriteAllowance.class);
    for (var role : ctx.routeRoles()) {
      if (role instanceof WriteAllowance allowance) {
        wanted.add(allowance);
      }
    }
    if (wanted.contains(WriteAllowance.NEWCOMER) && isKnown(ctx)) {
      wanted.remove(WriteAllowance.NEWCOMER);
    }
    limits
        .take(wanted, addresses.of(ctx))
        .ifPresent(
            wait -> {
              throw Problem.busy(
                  "Very much is asked for from your network. Wait a moment, then go on.", wait);
            });
  }

  /** While learners cannot be read, none can be made. */
  private boolean isKnown(Context ctx) {
    return Visitors.ifReadable(() -> visitors.learner(ctx).map(_ -> true), Optional.of(true))
        .orElse(false);
  }
}
