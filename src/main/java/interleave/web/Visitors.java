package interleave.web;

import interleave.db.Database;
import interleave.learner.Learner;
import interleave.learner.LearnerStore;
import interleave.learner.Progress;
import interleave.learner.Token;
import interleave.learner.Visit;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Knows a browser's learner by its cookie. */
final class Visitors {
  private static final String COOKIE = "interleave";

  /** The longest that browsers keep a cookie; every answer begins it anew. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final LearnerStore learners;
  private final SiteOrigin site;

  Visitors(LearnerStore learners, SiteOrigin site) {
    this.learners = learners;
    this.site = site;
  }

  /**
   * What the cookie holds, whether it is one of ours or not; empty without a cookie. Whoever is
   * remembered by this answer is known at once.
   */
  Optional<Token> token(Context ctx) {
    return Optional.ofNullable(ctx.<Token>attribute(COOKIE))
        .or(() -> Optional.ofNullable(ctx.cookie(COOKIE)).map(Token::new));
  }

  /** The learner, or empty when nothing is kept of this visitor. */
  Optional<Learner> learner(Context ctx) {
    return token(ctx).flatMap(learners::find);
  }

  Progress progress(Context ctx) {
    return learner(ctx).map(learners::progress).orElseGet(Progress::none);
  }

  /**
   * What is read of a visitor; while the database cannot be read, {@code otherwise}: lessons and
   * runs go on without it.
   */
  static <T> T ifReadable(Supplier<T> reading, T otherwise) {
    try {
      return reading.get();
    } catch (Database.Unavailable _) {
      return otherwise;
    }
  }

  /** Has the browser keep the token, so that it is known next time. */
  void remember(Context ctx, Visit visit) {
    ctx.attribute(COOKIE, visit.token());
    ctx.cookie(
        new Cookie(
            COOKIE,
            visit.token().text(),
            "/",
            Math.toIntExact(KEPT.toSeconds()),
            site.secure(ctx),
            true,
            null,
            SameSite.LAX));
  }
}
