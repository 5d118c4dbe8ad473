package interleave.schedule;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is to come of a program.
 *
 * @param good the outputs that are right
 * @param check Python that the main thread runs at the end, or an empty text
 * @param threads how many threads at least must do what another one sees, or print
 */
public record Goal(List<String> good, String check, int threads) {
  public Goal {
    good = List.copyOf(good);
  }

  /** Whether an outcome, as the engine tells it, is as it should be. */
  boolean isGood(JsonNode outcome) {
    return outcome.path("kind").asString("").equals("finished")
        && good.contains(outcome.path("output").asString(""));
  }

  /** The program with the check at its end. */
  String checked(String code) {
    return check.isEmpty() ? code : code.stripTrailing() + "\n\n" + check.strip() + "\n";
  }
}
