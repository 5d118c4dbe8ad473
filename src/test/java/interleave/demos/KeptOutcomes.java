package interleave.demos;

import interleave.content.AskedProgram;
import interleave.course.Recording;
import interleave.run.RunRefused;
import interleave.run.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** What can come of a program that a quiz asks about, as it is kept beside the program. */
final class KeptOutcomes {
  private static final JsonMapper JSON = new JsonMapper();

  private KeptOutcomes() {}

  /** Finds the outcomes on every Python that is here, and keeps them; says whether it could. */
  static boolean record(Path content, AskedProgram program, Runner runner)
      throws IOException, RunRefused, InterruptedException {
    var all = new ArrayList<Explored>();
    for (var runtime : Explored.runtimes(runner, program)) {
      var explored = Explored.of(runner, program, runtime);
      var wrong = explored.missing();
      if (wrong.isEmpty() && !all.isEmpty() && !outcomes(all).equals(explored.outcomes())) {
        wrong = "something else can come of it than on Python " + all.getFirst().runtime().name();
      }
      if (!wrong.isEmpty()) {
        System.out.println(
            program.id() + " on Python " + runtime.version() + ": not kept, " + wrong);
        return false;
      }
      all.add(explored);
    }
    if (all.isEmpty()) {
      System.out.println(program.id() + ": not kept, no Python that it is about is here");
      return false;
    }
    Files.writeString(content.resolve(program.outcomes()), text(program, all));
    System.out.println(program.id() + ": " + outcomes(all).size() + " outcomes");
    return true;
  }

  private static List<String> outcomes(List<Explored> all) {
    return all.getFirst().outcomes();
  }

  private static String text(AskedProgram program, List<Explored> all) {
    var orders =
        all.stream()
            .map(one -> string(one.runtime().version()) + ": " + one.orders())
            .collect(Collectors.joining(", "));
    return """
        {
          "code": %s,
          "granularity": %s,
          "orders": {%s},
          "complete": true,
          "outcomes": [
            %s
          ]
        }
        """
        .formatted(
            string(Recording.fingerprint(program.code())),
            string(program.granularity()),
            orders,
            String.join(",\n    ", outcomes(all)));
  }

  private static String string(String text) {
    return StringNode.valueOf(text).toString();
  }

  /** What is kept, in the form of {@link Explored#outcomes}. */
  static List<String> read(Path content, AskedProgram program) throws IOException {
    var file = JSON.readTree(Files.readString(content.resolve(program.outcomes())));
    return Explored.sorted(file.get("outcomes"));
  }
}
