package interleave.front;

import java.util.List;

/** Explorations as a server tells of them: the data of outcomes, and ends that count them. */
final class Explorations {
  /** The data of an outcome, to be formatted with the members that it has beside these. */
  static final String ONE =
      "{\"kind\": \"finished\", \"output\": \"1\\n\", \"schedule\": \"1-2\"%s}";

  /** Another one. */
  static final String TWO = "{\"kind\": \"finished\", \"output\": \"2\\n\", \"schedule\": \"\"%s}";

  private static final String RACE =
      """
      {"name": "counter", "kind": "variable", "accesses":\
       [{"line": 8, "writes": false}, {"line": 9, "writes": true}]}""";

  private Explorations() {}

  /** An outcome that came of so many orders. */
  static String counted(String outcome, int count) {
    return outcome.formatted(", \"count\": " + count);
  }

  /**
   * The event that ends an exploration, which found a race too.
   *
   * @param complete whether every order was tried, or else the time was over
   * @param reduced whether orders were left out that differ in nothing
   * @param outcomes each with a count, as {@link #counted} makes them
   */
  static String end(boolean complete, boolean reduced, String... outcomes) {
    var counts =
        List.of(outcomes).stream()
            .map(outcome -> outcome.replaceAll("(?s).*\"count\": (\\d+).*", "$1"))
            .mapToInt(Integer::parseInt)
            .sum();
    return "end {\"schedules\": %d, \"granularity\": \"line\", \"complete\": %s, \"reduced\": %s,"
            .formatted(counts, complete, reduced)
        + " \"samples\": %d, \"longest\": 5,%s \"outcomes\": [%s], \"races\": [%s]}"
            .formatted(
                complete ? 0 : 12,
                complete ? "" : " \"why\": \"there was no more time\",",
                String.join(", ", outcomes),
                RACE);
  }
}
