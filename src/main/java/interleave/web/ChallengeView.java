package interleave.web;

import interleave.course.Challenge;
import interleave.course.Demo;
import interleave.learner.Challenged;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A challenge as a page shows it.
 *
 * @param path of its lesson
 */
public record ChallengeView(Demo demo, String path, Challenge asked, Challenged progress) {
  /** The challenge of a demo that has one. */
  static ChallengeView of(Demo demo, String path, Challenged progress) {
    return new ChallengeView(demo, path, demo.challenge().orElseThrow(), progress);
  }

  /** Where it stands in its page. */
  public String anchor() {
    return "challenge:" + demo.name();
  }

  /** How hard it is, in a word. */
  public String level() {
    return asked.level().name().toLowerCase(Locale.ROOT);
  }

  public boolean broken() {
    return progress.brokenAt().isPresent();
  }

  public boolean fixed() {
    return progress.fixedAt().isPresent();
  }

  public String breakWords() {
    return words("Broken", "Not broken yet", progress.brokenAt(), progress.breakTries());
  }

  public String fixWords() {
    return words("Fixed", "Not fixed yet", progress.fixedAt(), progress.fixTries());
  }

  private static String words(String met, String unmet, Optional<OffsetDateTime> at, int tries) {
    var count = tries == 0 ? "" : ", " + Words.count(tries, tries == 1 ? "try" : "tries");
    return at.map(when -> met + " on " + Words.date(when)).orElse(unmet) + count + ".";
  }
}
