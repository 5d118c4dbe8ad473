package interleave.web;

import interleave.run.Limits;
import interleave.run.RunRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request that brings a program, as JSON; never more of it is read than the limit on
 * code allows for.
 */
record ProgramBody(ObjectNode fields, Limits limits) {
  /** In JSON a byte of code takes at most six, as {@code \}{@code u0001}; and some for the rest. */
  private static final int ESCAPED = 6;

  private static final int REST = 4096;

  /**
   * Reads a request's body.
   *
   * @param known the fields that it may have
   * @throws IOException when the client leaves
   * @throws Problem when it is too large or wrong
   */
  static ProgramBody read(Context ctx, Limits limits, Set<String> known) throws IOException {
    if (!ctx.isJson()) {
      throw Problem.wrongType("application/json");
    }
    var fields = Json.read(bytes(ctx, limits));
    for (var name : fields.propertyNames()) {
      if (!known.contains(name)) {
        throw Problem.badInput(
            "The body has an unknown field; it may have "
                + String.join(", ", known.stream().sorted().toList())
                + ".");
      }
    }
    return new ProgramBody(fields, limits);
  }

  /**
   * A field that is text; empty when it is not there.
   *
   * @throws Problem when it is no text
   */
  Optional<String> text(String field) {
    var node = fields.path(field);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isString()) {
      throw Problem.badField(field, field + " must be a string.");
    }
    return Optional.of(node.asString()).map(text -> encodable(field, text));
  }

  /**
   * A program; empty when there is none.
   *
   * @throws Problem when it is too large, or no text that Python could read
   */
  Optional<String> code() {
    return text("code").map(code -> checked(code, limits));
  }

  /**
   * A program that was sent in any way.
   *
   * @throws Problem when it is too large, or no text that Python could read
   */
  static String checked(String code, Limits limits) {
    if (code.indexOf('\0') >= 0) {
      throw Problem.badField("code", "A program has no NUL character.");
    }
    if (code.getBytes(StandardCharsets.UTF_8).length > limits.codeBytes()) {
      throw tooLarge(limits);
    }
    return code;
  }

  private static byte[] bytes(Context ctx, Limits limits) throws IOException {
    long texts = limits.codeBytes() + RunRequest.mostInputBytes(limits);
    return Body.read(ctx, Math.toIntExact(texts * ESCAPED + REST), () -> tooLarge(limits));
  }

  private static String encodable(String field, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Problem.badField(field, field + " has half of a surrogate pair in it.");
    }
    return text;
  }

  private static Problem tooLarge(Limits limits) {
    return Problem.tooLarge(
        "A program may have at most " + limits.codeBytes() + " bytes in UTF-8.");
  }
}
