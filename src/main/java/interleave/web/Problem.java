package interleave.web;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A request that is not served, and why: a page for browsers, problem details (RFC 9457) for the
 * API. The detail is for the person who asked; it holds nothing of their input.
 */
final class Problem extends RuntimeException {
  private final int status;
  private final String title;
  private final String detail;
  private final Optional<String> field;
  private final Optional<Duration> retryAfter;
  private final OptionalInt line;

  private Problem(
      int status,
      String title,
      String detail,
      Optional<String> field,
      Optional<Duration> retryAfter,
      OptionalInt line) {
    super(detail);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.field = field;
    this.retryAfter = retryAfter;
    this.line = line;
  }

  /** Bad input; {@code field} names the part of it that is wrong. */
  static Problem badField(String field, String detail) {
    return new Problem(
        400, "Bad input", detail, Optional.of(field), Optional.empty(), OptionalInt.empty());
  }

  /** Bad input as a whole. */
  static Problem badInput(String detail) {
    return plain(400, "Bad input", detail);
  }

  /** What the lab refuses: {@code why} has a field, a detail and perhaps a line of the program. */
  static Problem refused(JsonNode why) {
    int line = why.path("line").asInt(0);
    return new Problem(
        400,
        "Bad input",
        why.path("detail").asString("It is not well-formed."),
        Optional.of(why.path("field").asString("code")),
        Optional.empty(),
        line > 0 ? OptionalInt.of(line) : OptionalInt.empty());
  }

  static Problem otherOrigin() {
    return plain(
        403, "From another site", "This request came from another site, so it was not served.");
  }

  static Problem notFound(String detail) {
    return plain(404, "Not found", detail);
  }

  static Problem tooSlow() {
    return plain(408, "Too slow", "The request did not arrive in time. Send it again.");
  }

  static Problem tooLarge(String detail) {
    return plain(413, "Too large", detail);
  }

  static Problem wrongType(String wanted) {
    return plain(415, "Wrong type of content", "Send it as " + wanted + ".");
  }

  static Problem busy(String detail, Duration retryAfter) {
    return new Problem(
        429, "Busy", detail, Optional.empty(), Optional.of(retryAfter), OptionalInt.empty());
  }

  static Problem ours(String id) {
    return plain(500, "Our mistake", "Something went wrong here. It is noted as " + id + ".");
  }

  static Problem unavailable(String detail, Duration retryAfter) {
    return new Problem(
        503,
        "Not available",
        detail,
        Optional.empty(),
        Optional.of(retryAfter),
        OptionalInt.empty());
  }

  /** Any other status, such as those that the web server itself answers with. */
  static Problem plain(int status, String title, String detail) {
    return new Problem(
        status, title, detail, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return detail;
  }

  Optional<String> field() {
    return field;
  }

  /** The line of the program that is wrong. */
  OptionalInt line() {
    return line;
  }

  /** How long to wait before asking again. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
