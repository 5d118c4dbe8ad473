package interleave.schedule;

import interleave.run.Ran;
import interleave.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * What the reduction finds of generated programs, compared with all their orders. A batch of them
 * is compared in one sandbox, by a driver that reads which as a JSON list of numbers.
 */
final class Comparisons {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** So few that a slow Python is through with them in time on a busy machine. */
  private static final int RANDOM_PROGRAMS = 10;

  /** Orders with more of them are left out of what is tried without reduction. */
  private static final int PREEMPTIONS = 2;

  private static final int ALL = 0;

  /** Of the types and their methods, one pair of so many. */
  private static final int WALKED_OF = 3_000;

  /**
   * The rows are parted among so many sandboxes, for each to be through in time on a slow Python.
   */
  private static final int EFFECT_PARTS = 8;

  /** Starts a program with an input. */
  @FunctionalInterface
  interface Starter {
    Run run(String code, String input) throws Exception;
  }

  /**
   * What came of some batches.
   *
   * @param compared how many programs were compared
   * @param differing how many of them have more than one outcome
   * @param faults programs of which an outcome is lost, or that ended the engine, as the driver
   *     tells of them
   */
  record Result(long compared, long differing, List<String> faults) {}

  private Comparisons() {}

  /** Programs made at random of what people write, stepped by instructions. */
  static Result ofRandomPrograms(Starter starter, int firstBatch, int batches) throws Exception {
    return ofRandom("random_programs", PREEMPTIONS, starter, firstBatch, batches);
  }

  /** Programs made at random of what waits and lets others go on, stepped by lines. */
  static Result ofRandomWaits(Starter starter, int firstBatch, int batches) throws Exception {
    return ofRandom("random_waits", ALL, starter, firstBatch, batches);
  }

  private static Result ofRandom(
      String driver, int preemptions, Starter starter, int firstBatch, int batches)
      throws Exception {
    var inputs =
        LongStream.range(firstBatch, firstBatch + batches)
            .mapToObj(i -> List.of(1 + i * RANDOM_PROGRAMS, RANDOM_PROGRAMS, preemptions));
    var code = DriverCode.of(driver, "comparing", "random_comparison");
    return compared(starter, code, inputs.map(Object::toString).toList());
  }

  /** Pairs of what can be done with an object of a type that was walked to, a line each. */
  static Result ofWalkedTypes(Starter starter, int firstBatch, int batches) throws Exception {
    var inputs =
        LongStream.range(firstBatch, firstBatch + batches)
            .mapToObj(seed -> List.of(WALKED_OF, seed + 1));
    var code = DriverCode.of("walk", "comparing", "walked_types");
    return compared(starter, code, inputs.map(Object::toString).toList());
  }

  /** Of each row of the tables of what functions and methods touch, what two threads do. */
  static Result ofEffects(Starter starter) throws Exception {
    var code =
        DriverCode.of(
            "effect_rows", "comparing", "effect_subjects", "effect_samples", "effect_programs");
    var inputs =
        IntStream.range(0, EFFECT_PARTS).mapToObj(part -> List.of(part, EFFECT_PARTS).toString());
    return compared(starter, code, inputs.toList());
  }

  private static Result compared(Starter starter, String code, List<String> inputs)
      throws Exception {
    var runs = new ArrayList<Run>();
    for (var input : inputs) {
      runs.add(starter.run(code, input));
    }
    long compared = 0;
    long differing = 0;
    var faults = new ArrayList<String>();
    for (var run : runs) {
      var ran = Ran.ended(run, PATIENCE);
      var lines = ran.out().lines().toList();
      var counts = lines.isEmpty() ? null : Answer.MAPPER.readTree(lines.getLast());
      if (counts == null || !counts.has("compared")) {
        faults.add("no counts: " + ran.end() + "\n" + ran.err());
        continue;
      }
      faults.addAll(lines.subList(0, lines.size() - 1));
      compared += count(counts, "compared");
      differing += count(counts, "differing");
    }
    return new Result(compared, differing, List.copyOf(faults));
  }

  private static long count(JsonNode counts, String name) {
    return counts.path(name).asLong(0);
  }
}
