package interleave.web;

import io.javalin.security.RouteRole;
import java.time.Duration;
import java.util.function.IntUnaryOperator;

/**
 * How often one address, which may be a class of 30, may ask for something that changes something.
 * Every such route names its own, in {@link Routes}; what one learner may do is bounded besides.
 */
enum WriteAllowance implements RouteRole {
  /** Programs run, explored or replayed: twice as many as the runner takes of one address. */
  PROGRAM(runsPerMinute -> 20 * runsPerMinute, Duration.ofMinutes(1)),

  /** What learners say: answers, predictions, read lessons. */
  ANSWER(_ -> 600, Duration.ofMinutes(1)),

  /** Runs put under a link. */
  SHARE(_ -> 60, Duration.ofMinutes(1)),

  /** Runs stopped. */
  STOP(_ -> 1200, Duration.ofMinutes(1)),

  /** Learners and browsers that are new; requests of those that are known take none. */
  NEWCOMER(_ -> 300, Duration.ofHours(1));

  private final IntUnaryOperator most;
  private final Duration time;

  WriteAllowance(IntUnaryOperator most, Duration time) {
    this.most = most;
    this.time = time;
  }

  /**
   * How many at once, and how many in {@link #time}.
   *
   * @param runsPerMinute how many runs one learner may start in a minute
   */
  int most(int runsPerMinute) {
    return most.applyAsInt(runsPerMinute);
  }

  Duration time() {
    return time;
  }
}
