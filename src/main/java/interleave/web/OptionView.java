package interleave.web;

import interleave.course.Html;
import java.util.Optional;

/**
 * An option as a page shows it.
 *
 * @param tone the style class that colours it, or empty; never there before the answer
 * @param mark the same in words, or empty
 * @param why its reason; empty before the answer
 */
public record OptionView(
    String key,
    Html text,
    boolean ticked,
    Optional<String> tone,
    Optional<String> mark,
    Optional<Html> why) {

  /** Whether it is shown as right. */
  boolean right() {
    return tone.equals(Optional.of("right"));
  }
}
