package interleave.web;

import interleave.course.Challenge;
import interleave.course.Demo;
import interleave.learner.Challenged;
import interleave.schedule.Finding;
import interleave.schedule.Schedule;
import interleave.schedule.Verdict;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A challenge as a page shows it.
 *
 * @param path of its lesson
 * @param sent what was sent just now, if it does not meet it
 */
public record ChallengeView(
    Demo demo, String path, Challenge asked, Challenged progress, Optional<Sent> sent) {
  /**
   * A program that a plain form brought.
   *
   * @param demo the id of the challenge's demo
   */
  public record Sent(String demo, String code, String runtime, Verdict verdict) {
    /** The order that shows why it does not meet the challenge, in words; empty without one. */
    public String order() {
      return Optional.ofNullable(verdict.schedule())
          .flatMap(Schedule::of)
          .map(Schedule::words)
          .orElse("");
    }
  }

  /** The challenge of a demo that has one. */
  static ChallengeView of(Demo demo, String path, Challenged progress, Optional<Sent> sent) {
    return new ChallengeView(
        demo,
        path,
        demo.challenge().orElseThrow(),
        progress,
        sent.filter(one -> one.demo().equals(demo.id())));
  }

  /** Where it stands in its page. */
  public String anchor() {
    return anchor(demo);
  }

  static String anchor(Demo demo) {
    return "challenge:" + demo.name();
  }

  /** What was proved of the latest program that met it, where that is kept. */
  public Optional<Finding> proved() {
    return progress.proof().map(Json.MAPPER::readTree).map(Finding::fixed);
  }

  /** The program in the form. */
  public String code() {
    return sent.map(Sent::code).orElse(demo.code());
  }

  /** So many lines of it are shown, and some to write in. */
  public long rows() {
    return code().lines().count() + 2;
  }

  /** Whether what was sent ran on this Python. */
  public boolean ranOn(String runtime) {
    return sent.map(one -> one.runtime().equals(runtime)).orElse(false);
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
    var count = tries == 0 ? "" : ", " + tries + (tries == 1 ? " try" : " tries");
    return at.map(when -> met + " on " + Words.date(when)).orElse(unmet) + count + ".";
  }
}
