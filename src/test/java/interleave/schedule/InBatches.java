package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.Run;
import interleave.run.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tests that explore many programs in one sandbox, as starting one takes longer than exploring most
 * of them.
 */
abstract class InBatches extends OnEachPython {
  private static final Path DRIVER = Path.of("src/test/resources/lab-driver/batch.py");

  /** So many sandboxes share the work: as many as there are places. */
  private static final int BATCHES = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  InBatches(String runtime) {
    super(runtime);
  }

  /**
   * An answer is complete, the same with reduction and without, and found again by its schedules.
   */
  static void check(LabFile file, JsonNode answer) {
    var all = answer.get("all");
    var reduced = answer.get("reduced");
    assertTrue(all.path("complete").asBoolean(false), all::toString);
    assertTrue(reduced.path("complete").asBoolean(false), reduced::toString);
    file.outcomes().ifPresent(expected -> assertEquals(expected, words(all)));
    assertEquals(known(all), known(reduced));
    assertTrue(reduced.get("schedules").asInt() <= all.get("schedules").asInt());
    int counted = outcomes(all).mapToInt(outcome -> outcome.get("count").asInt()).sum();
    assertEquals(all.get("schedules").asInt(), counted);
    for (var replay : answer.get("replays")) {
      assertEquals(known(replay.get("outcome")), known(replay.get("end")), replay::toString);
      assertEquals(replay.get("outcome").get("schedule"), replay.get("schedule"));
      checkChoices(replay);
    }
  }

  /**
   * Each decision of a schedule is a step of its record, taken by one of those that could, or what
   * was drawn in it or before the first.
   */
  private static void checkChoices(JsonNode replay) {
    var taken = new ArrayList<String>(drawn(replay));
    for (var step : replay.get("choices")) {
      if (step.has("from")) {
        int task = step.get("task").asInt();
        assertTrue(
            step.get("from").valueStream().anyMatch(each -> each.asInt() == task), step::toString);
        taken.add(String.valueOf(task));
      }
      taken.addAll(drawn(step));
    }
    var decided = replay.get("decisions").valueStream().map(JsonNode::asString).toList();
    int both = Math.min(decided.size(), taken.size());
    assertEquals(decided.subList(0, both), taken.subList(0, both));
    assertTrue(both == decided.size() || replay.get("cut").asBoolean(), replay::toString);
  }

  private static List<String> drawn(JsonNode of) {
    return of.path("drew").valueStream().map(draw -> "r" + draw.get("value").asInt()).toList();
  }

  private static Set<JsonNode> known(JsonNode end) {
    return end.has("outcomes")
        ? outcomes(end).map(InBatches::outcome).collect(Collectors.toSet())
        : Set.of(outcome(end));
  }

  /** An outcome alone, without how often it came and how it is found. */
  private static JsonNode outcome(JsonNode node) {
    return ((ObjectNode) node.deepCopy()).without(List.of("count", "schedule"));
  }

  /**
   * What the driver says of each program, by name.
   *
   * @param times how often Python itself executes each of them
   */
  Map<String, JsonNode> answers(List<LabFile> files, int times)
      throws IOException, RunRefused, InterruptedException {
    return answers(files, true, times);
  }

  /** The same of programs that have too many orders to try them all: with reduction only. */
  Map<String, JsonNode> reducedAnswers(List<LabFile> files)
      throws IOException, RunRefused, InterruptedException {
    return answers(files, false, 0);
  }

  private Map<String, JsonNode> answers(List<LabFile> files, boolean all, int times)
      throws IOException, RunRefused, InterruptedException {
    var driver = Files.readString(DRIVER);
    var runs = new ArrayList<Run>();
    for (int batch = 0; batch < BATCHES; batch++) {
      var input = Answer.MAPPER.createArrayNode();
      for (int i = batch; i < files.size(); i += BATCHES) {
        var file = files.get(i);
        input
            .addObject()
            .put("name", file.name())
            .put("granularity", file.granularity().name().toLowerCase(Locale.ROOT))
            .put("code", file.code())
            .put("all", all)
            .put("times", times);
      }
      runs.add(run(driver, input.toString()));
    }
    var answers = new HashMap<String, JsonNode>();
    for (var run : runs) {
      var ran = Ran.ended(run, PATIENCE);
      ran.out()
          .lines()
          .map(Answer.MAPPER::readTree)
          .forEach(answer -> answers.put(answer.get("name").asString(), answer));
      assertEquals("", ran.err());
    }
    return answers;
  }
}
