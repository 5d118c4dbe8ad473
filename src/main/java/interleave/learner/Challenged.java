package interleave.learner;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How far a learner has come with a challenge.
 *
 * @param demo its id
 * @param breakTries how many orders were sent so far
 * @param fixTries how many programs
 * @param brokenAt when an order first went wrong, and {@code brokenWith} which
 * @param fixedAt when a program was first right
 * @param proof what the lab found of the latest one that was, as JSON; of older ones it is not kept
 */
public record Challenged(
    String demo,
    int breakTries,
    int fixTries,
    Optional<OffsetDateTime> brokenAt,
    Optional<String> brokenWith,
    Optional<OffsetDateTime> fixedAt,
    Optional<String> proof) {

  /** Nothing was tried yet. */
  public static Challenged untried(String demo) {
    return new Challenged(
        demo, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** After one more order, which went wrong or did not. */
  Challenged tried(boolean broken, String schedule, OffsetDateTime now) {
    boolean first = broken && brokenAt.isEmpty();
    return new Challenged(
        demo,
        breakTries + 1,
        fixTries,
        first ? Optional.of(now) : brokenAt,
        first ? Optional.of(schedule) : brokenWith,
        fixedAt,
        proof);
  }

  /** After one more program; {@code found} what the lab found of it, if it was right. */
  Challenged fixed(Optional<String> found, OffsetDateTime now) {
    return new Challenged(
        demo,
        breakTries,
        fixTries + 1,
        brokenAt,
        brokenWith,
        fixedAt.or(() -> found.map(_ -> now)),
        found.or(() -> proof));
  }
}
