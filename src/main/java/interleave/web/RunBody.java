package interleave.web;

import interleave.course.Course;
import interleave.course.Demo;
import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.PythonRuntime;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request to run something, as JSON: {@code {"code": "...", "runtime": "3.11"}} or {@code
 * {"demo": "chapter/lesson/name"}}; the runtime may be left out in both, and so may {@code
 * "stdin"}, what the program can read. A demo's network is its own; code has one with {@code
 * "network": "demo"}.
 */
record RunBody(String code, Optional<String> runtime, String input, Network network) {
  private static final Set<String> FIELDS = Set.of("code", "demo", "network", "runtime", "stdin");

  /**
   * Reads a request's body; never more of it than the code limit allows for.
   *
   * @throws Problem when it is too large or wrong, naming the field
   */
  static RunBody read(Context ctx, Course course, Limits limits, List<PythonRuntime> runtimes)
      throws IOException {
    var body = ProgramBody.read(ctx, limits, FIELDS);
    var runtime = body.text("runtime");
    var code = body.code();
    var demo = body.text("demo");
    var input = body.text("stdin").orElse("");
    var network = network(body);
    if (code.isPresent() == demo.isPresent()) {
      throw Problem.badField("code", "Send either code or demo.");
    }
    return code.map(source -> new RunBody(source, runtime, input, network))
        .or(() -> demo.map(id -> ofDemo(demo(course, id), runtime, runtimes, input)))
        .orElseThrow();
  }

  private static Network network(ProgramBody body) {
    var network = body.text("network");
    if (network.isPresent() && !network.get().equals("demo")) {
      throw Problem.badField("network", "network must be \"demo\", or left out.");
    }
    return network.isPresent() ? Network.DEMO : Network.NONE;
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
}
