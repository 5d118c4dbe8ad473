package interleave.web;

import interleave.db.Database;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says what is wrong: with a page to browsers, with problem details (RFC 9457) to programs. */
final class ErrorPages {
  private static final Logger LOG = System.getLogger("interleave.web");
  private static final Duration DATABASE_BACK = Duration.ofSeconds(30);

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  void problem(Problem problem, Context ctx) {
    problem
        .retryAfter()
        .ifPresent(wait -> ctx.header("Retry-After", Long.toString(wholeSeconds(wait))));
    if (wantsJson(ctx)) {
      json(problem, ctx);
    } else {
      var page = pages.page(ctx, problem.title(), Optional.empty(), Optional.empty());
      pages.send(
          ctx,
          problem.status(),
          Pages.TEMPLATES.pagesError(page, problem.status(), problem.detail()));
    }
  }

  /** What the web server itself refuses; its own message may hold input, so it is not shown. */
  void refused(HttpResponseException refused, Context ctx) {
    problem(
        switch (refused.getStatus()) {
          case 404 -> Problem.notFound("There is no page at this address.");
          case 405 -> Problem.plain(405, "Not allowed", "This address does not take that method.");
          case 413 -> Problem.tooLarge("This is more than the server takes.");
          default ->
              Problem.plain(refused.getStatus(), "Not served", "The request was not served.");
        },
        ctx);
  }

  /** The database fails; it notes so itself, once for all requests. */
  void notKept(Database.Unavailable unavailable, Context ctx) {
    problem(
        Problem.unavailable(
            Set.of(HandlerType.GET, HandlerType.HEAD).contains(ctx.method())
                ? "Your progress cannot be read right now. Try again in a minute."
                : "The server could not keep this: its database fails right now. What it kept"
                    + " before is safe. Go back and try again in a minute.",
            DATABASE_BACK),
        ctx);
  }

  /** A client that has left before its request was whole. Handlers do no other input. */
  void cutOff(IOException left, Context ctx) {
    problem(Problem.badInput("The request could not be read to its end."), ctx);
  }

  /** Our own mistake: logged with the id that the answer shows. */
  void unexpected(Exception e, Context ctx) {
    var id = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.ERROR, "Error " + id + " at " + ctx.method() + " " + ctx.path(), e);
    problem(Problem.ours(id), ctx);
  }

  /** Never less than the wait, so that whoever comes back then is not too early. */
  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static void json(Problem problem, Context ctx) {
    var json =
        Json.object()
            .put("type", "about:blank")
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.detail());
    problem.field().ifPresent(field -> json.put("field", field));
    problem.line().ifPresent(line -> json.put("line", line));
    Json.send(ctx, problem.status(), "application/problem+json", json);
  }

  private static boolean wantsJson(Context ctx) {
    var accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
    return ctx.path().startsWith("/api/")
        || ctx.isJson()
        || (accept.contains("json") && !accept.contains("text/html"));
  }
}
