package interleave.bench;

import interleave.schedule.LabFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What became of a program in the lab. */
sealed interface LabResult {
  /** What it is said to be, in the words of the page where there are some. */
  String verdict();

  /** The engine did not answer. */
  record Failed(String why) implements LabResult {
    @Override
    public String verdict() {
      return "NO ANSWER: " + why;
    }
  }

  /**
   * The engine came to an end.
   *
   * @param tried how many orders
   * @param standFor how many orders those stand for that were tried, or more when not {@code
   *     counted}; 0 when that is unknown, as it is to an older engine and when not all were tried
   * @param why not all orders were tried, or empty when they were
   * @param apart whether the threads touch nothing in common
   * @param bad kinds of outcome that break what every program is held to, sorted
   * @param missing how many outcomes were worked out by hand and not found
   * @param wrong how many were found that cannot be, as far as they were worked out by hand
   */
  record Ended(
      int tried,
      int standFor,
      boolean counted,
      double seconds,
      String why,
      boolean apart,
      List<String> bad,
      int missing,
      int wrong)
      implements LabResult {
    private static final Set<String> BAD = Set.of("deadlock", "error", "stuck");

    /** Reads what the engine told, of which older ones told less. */
    static Ended of(JsonNode end, LabFile file) {
      int tried = end.get("schedules").asInt();
      boolean complete = end.get("complete").asBoolean();
      boolean knows = complete && end.has("ordersCounted");
      var outcomes = StreamSupport.stream(end.get("outcomes").spliterator(), false).toList();
      var found = outcomes.stream().map(LabFile::words).collect(Collectors.toSet());
      var expected = file.outcomes().orElse(found);
      return new Ended(
          tried,
          knows ? Math.max(tried, end.get("orders").asInt()) : 0,
          knows && end.get("ordersCounted").asBoolean(),
          end.get("seconds").asDouble(),
          complete ? "" : end.path("why").asString("for no reason that is told"),
          end.path("apart").asBoolean(false) && end.path("threads").asInt() > 1,
          outcomes.stream()
              .map(outcome -> outcome.get("kind").asString())
              .filter(BAD::contains)
              .distinct()
              .sorted()
              .toList(),
          without(expected, found),
          without(found, expected));
    }

    private static int without(Set<String> some, Set<String> others) {
      var rest = new HashSet<>(some);
      rest.removeAll(others);
      return rest.size();
    }

    boolean complete() {
      return why.isEmpty();
    }

    @Override
    public String verdict() {
      var parts = new ArrayList<String>();
      if (!bad.isEmpty()) {
        parts.add("VIOLATION: " + String.join(", ", bad));
      }
      if (!complete()) {
        parts.add("NOT ALL TRIED: " + why);
      }
      if (parts.isEmpty()) {
        parts.add(apart ? "NOTHING IN COMMON" : "PROVED");
      }
      if (missing > 0) {
        parts.add("outcomes LEFT OUT: " + missing);
      }
      if (wrong > 0) {
        parts.add("outcomes that CANNOT BE: " + wrong);
      }
      return String.join("; ", parts);
    }
  }
}
