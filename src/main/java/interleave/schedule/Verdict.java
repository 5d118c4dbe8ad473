package interleave.schedule;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a challenge was met.
 *
 * @param words why, or why not, as a sentence
 * @param outcome what came of the program, where that is why
 * @param schedule an order that shows it
 */
public record Verdict(
    boolean met, String words, @Nullable ObjectNode outcome, @Nullable String schedule) {
  static Verdict met(String words) {
    return new Verdict(true, words, null, null);
  }

  static Verdict missed(String words) {
    return new Verdict(false, words, null, null);
  }
}
