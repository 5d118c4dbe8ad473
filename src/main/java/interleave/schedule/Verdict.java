package interleave.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a challenge was met.
 *
 * @param finding why, or why not
 * @param outcome what came of the program, where that is why
 * @param schedule an order that shows it
 * @param proof what {@link Finding#fixed} says again of a program that is a solution
 */
public record Verdict(
    boolean met,
    Finding finding,
    @Nullable ObjectNode outcome,
    @Nullable String schedule,
    @Nullable ObjectNode proof) {

  /** A program goes wrong in no order. */
  static Verdict fixed(ObjectNode end) {
    var proof = end.deepCopy().remove(List.of("outcomes", "races"));
    return new Verdict(true, Finding.fixed(end), null, null, proof);
  }

  /** An order that shows why. */
  static Verdict shown(boolean met, Finding finding, ObjectNode outcome, String schedule) {
    return new Verdict(met, finding, outcome, schedule, null);
  }

  static Verdict missed(Finding finding) {
    return new Verdict(false, finding, null, null, null);
  }
}
