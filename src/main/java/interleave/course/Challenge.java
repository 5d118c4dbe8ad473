package interleave.course;

import java.util.List;
import java.util.Optional;

/**
 * What a demo in the lab asks for: first an order of its steps that goes wrong, then a program of
 * which no order does.
 *
 * @param byInstruction whether it is stepped by instructions of the interpreter, or else by lines
 * @param goal which order is to be found
 * @param fix what the changed program is to be like
 * @param good the outputs that are right; any other one, an error, a deadlock, and a program that
 *     does not end are wrong
 * @param check Python that the main thread runs at the end of a changed program, to see that it
 *     still does its job
 * @param threads how many threads a changed program starts at least
 * @param hints one or more, to be asked for one after the other
 */
public record Challenge(
    Level level,
    boolean byInstruction,
    Html goal,
    Html fix,
    List<String> good,
    Optional<String> check,
    int threads,
    List<Html> hints) {
  public Challenge {
    good = List.copyOf(good);
    hints = List.copyOf(hints);
  }

  /** How hard it is. */
  public enum Level {
    EASY,
    MEDIUM,
    HARD
  }
}
