package interleave.demos;

import interleave.content.AskedProgram;
import interleave.run.PythonRuntime;
import interleave.run.Ran;
import interleave.run.RunRefused;
import interleave.run.Runner;
import interleave.schedule.Bounds;
import interleave.schedule.Exploration;
import interleave.schedule.ExplorationEvent;
import interleave.schedule.Granularity;
import interleave.schedule.Lab;
import interleave.schedule.LabProgram;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the lab's engine finds of a program that a quiz asks about, on one Python.
 *
 * @param orders how many orders it tried, one for all that differ only in steps that touch nothing
 *     in common
 * @param missing why this is not all that can come of the program; empty when it is
 * @param outcomes kind, output, error and exit of each as JSON, sorted
 */
record Explored(PythonRuntime runtime, int orders, String missing, List<String> outcomes) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Bounds ALL = new Bounds(true, OptionalInt.empty(), Bounds.MOST_SCHEDULES);

  /** The Pythons here that the program is about. */
  static List<PythonRuntime> runtimes(Runner runner, AskedProgram program) {
    return runner.runtimes().stream()
        .filter(
            runtime -> program.runtimes().isEmpty() || program.runtimes().contains(runtime.name()))
        .toList();
  }

  static Explored of(Runner runner, AskedProgram program, PythonRuntime runtime)
      throws RunRefused, InterruptedException {
    var granularity = program.byInstruction() ? Granularity.BYTECODE : Granularity.LINE;
    var stepped = new LabProgram(program.code(), runtime.name(), granularity);
    var run = new Lab(runner).explore(stepped, ALL, "demos", "here");
    var ran = Ran.ended(run);
    var exploration = new Exploration(run);
    var last =
        ran.events().stream().flatMap(event -> exploration.take(event).stream()).toList().getLast();
    return switch (last) {
      case ExplorationEvent.End(var end) -> of(end, runtime);
      case ExplorationEvent.Refused(var why) ->
          new Explored(runtime, 0, why.path("detail").asString("refused"), List.of());
      case ExplorationEvent.Queued _, ExplorationEvent.Progress _, ExplorationEvent.Outcome _ ->
          throw new AssertionError("an exploration has an end");
    };
  }

  private static Explored of(ObjectNode end, PythonRuntime runtime) {
    var missing =
        end.path("complete").asBoolean()
            ? end.has("more") ? "more can come of it than is told" : ""
            : end.path("why").asString("not every order was tried");
    return new Explored(
        runtime, end.path("schedules").asInt(), missing, sorted(end.path("outcomes")));
  }

  /** What tells outcomes apart in a question, of a list of them as the engine tells it. */
  static List<String> sorted(JsonNode outcomes) {
    var sorted = new TreeSet<String>();
    for (var outcome : outcomes) {
      var kept = JSON.createObjectNode();
      Stream.of("kind", "output", "error", "exit")
          .filter(outcome::has)
          .forEach(key -> kept.set(key, outcome.get(key)));
      sorted.add(kept.toString());
    }
    return List.copyOf(sorted);
  }
}
