package interleave.web;

import io.javalin.security.RouteRole;
import java.time.Duration;

/**
 * How often one address, which may be a class of 30, may ask for something that changes something.
 * Every such route names its own, in {@link Routes}; what one learner may do is bounded besides.
 */
enum WriteAllowance implements RouteRole {
  /** Programs run, explored or replayed. */
  PROGRAM(Duration.ofMinutes(1)),

  /** What learners say: answers, predictions, read lessons. */
  ANSWER(Duration.ofMinutes(1)),

  /** Runs put under a link. */
  SHARE(Duration.ofMinutes(1)),

  /** Runs stopped. */
  STOP(Duration.ofMinutes(1)),

  /** Learners and browsers that are new; requests of those that are known take none. */
  NEWCOMER(Duration.ofHours(1));

  private final Duration time;

  WriteAllowance(Duration time) {
    this.time = time;
  }

  /**
   * How many at once, and how many in {@link #time}.
   *
   * @param runsPerMinute how many runs one learner may start in a minute
   */
  int most(int runsPerMinute) {
    return switch (this) {
      // Twice as many as the runner takes of one address.
      case PROGRAM -> 20 * runsPerMinute;
      case ANSWER -> 600;
      case SHARE -> 60;
      case STOP -> 1200;
      case NEWCOMER -> 300;
    };
  }

  Duration time() {
    return time;
  }
}
