package interleave.web;

import interleave.course.Course;
import interleave.course.Demo;
import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.PythonRuntime;
import interleave.run.RunRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to run something, as JSON: {@code {"code": "...", "runtime": "3.11"}} or {@code
 * {"demo": "chapter/lesson/name"}}; the runtime may be left out in both, and so may {@code
 * "stdin"}, what the program can read. A demo's network is its own; code has one with {@code
 * "network": "demo"}.
 */
record RunBody(String code, Optional<String> runtime, String input, Network network) {
  private static final Set<String> FIELDS = Set.of("code", "demo", "network", "runtime", "stdin");

  /** In JSON a byte of code takes at most six, as {@code \}{@code u0001}; and some for the rest. */
  private static final int ESCAPED = 6;

  private static final int REST = 4096;

  /**
   * Reads a request's body; never more of it than the code limit allows for.
   *
   * @throws Problem when it is too large or wrong, naming the field
   */
  static RunBody read(Context ctx, Course course, Limits limits, List<PythonRuntime> runtimes) {
    if (!ctx.isJson()) {
      throw Problem.wrongType("application/json");
    }
    var body = Json.read(bytes(ctx, limits));
    for (var name : body.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw Problem.badInput(
            "The body has an unknown field; it may have code, demo, network, runtime, stdin.");
      }
    }
    var runtime = text(body, "runtime");
    var code = text(body, "code");
    var demo = text(body, "demo");
    var input = text(body, "stdin").map(text -> encodable("stdin", text)).orElse("");
    var network = network(body);
    if (code.isPresent() == demo.isPresent()) {
      throw Problem.badField("code", "Send either code or demo.");
    }
    return code.map(source -> new RunBody(checked(source, limits), runtime, input, network))
        .or(() -> demo.map(id -> ofDemo(demo(course, id), runtime, runtimes, input)))
        .orElseThrow();
  }

  private static byte[] bytes(Context ctx, Limits limits) {
    long texts = limits.codeBytes() + RunRequest.MOST_INPUT_BYTES;
    int most = Math.toIntExact(texts * ESCAPED + REST);
    try {
      var bytes = ctx.req().getInputStream().readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(limits);
      }
      return bytes;
    } catch (IOException e) {
      throw Problem.badInput("The body could not be read to its end.");
    }
  }

  private static Optional<String> text(ObjectNode body, String field) {
    var node = body.path(field);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isString()) {
      throw Problem.badField(field, field + " must be a string.");
    }
    return Optional.of(node.asString());
  }

  private static Network network(ObjectNode body) {
    var network = text(body, "network");
    if (network.isPresent() && !network.get().equals("demo")) {
      throw Problem.badField("network", "network must be \"demo\", or left out.");
    }
    return network.isPresent() ? Network.DEMO : Network.NONE;
  }

  private static String checked(String code, Limits limits) {
    if (code.indexOf('\0') >= 0) {
      throw Problem.badField("code", "A program has no NUL character.");
    }
    if (encodable("code", code).getBytes(StandardCharsets.UTF_8).length > limits.codeBytes()) {
      throw tooLarge(limits);
    }
    return code;
  }

  private static String encodable(String field, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Problem.badField(field, field + " has half of a surrogate pair in it.");
    }
    return text;
  }

  private static Demo demo(Course course, String id) {
    return course
        .demo(id)
        .orElseThrow(() -> Problem.badField("demo", "The course has no demo of this name."));
  }

  /** A demo runs on what it is about, if that is installed and nothing else is asked for. */
  private static RunBody ofDemo(
      Demo demo, Optional<String> runtime, List<PythonRuntime> runtimes, String input) {
    return new RunBody(
        demo.code(),
        runtime.or(
            () ->
                runtimes.stream()
                    .map(PythonRuntime::name)
                    .filter(demo.runtimes()::contains)
                    .findFirst()),
        input,
        demo.network() ? Network.DEMO : Network.NONE);
  }

  private static Problem tooLarge(Limits limits) {
    return Problem.tooLarge(
        "A program may have at most " + limits.codeBytes() + " bytes in UTF-8.");
  }
}
