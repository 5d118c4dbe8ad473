package interleave;

import interleave.config.Config;

/**
 * Divides the descriptors that the server may have open, so that it never runs out of them: what
 * connections may take is bounded, and the rest is there for runs and for itself.
 *
 * @param connections how many connections there may be at once
 */
record OpenFiles(int connections) {
  /** Jars, the database, selectors, templates, and files that are read for a moment. */
  private static final int OWN = 256;

  /** Each process of a run is held by one, and its memory is open while it is looked into. */
  private static final int PER_TASK = 2;

  /**
   * Beside these: the streams of a run's sandbox, those of the sandboxes that wait meanwhile, and
   * the files that are read to measure it.
   */
  private static final int PER_RUN = 64;

  private static final int FEWEST_CONNECTIONS = 64;

  /** More would want memory rather than descriptors. */
  private static final int MOST_CONNECTIONS = 10_000;

  /** The limit on descriptors is too low; the message is one line. */
  static final class TooFew extends RuntimeException {
    private TooFew(long limit, long wanted, int atOnce) {
      super(
          "The server may have only %d files open (ulimit -n) and needs %d for %d runs at once: raise that limit, or lower INTERLEAVE_RUNS_AT_ONCE or INTERLEAVE_TASKS"
              .formatted(limit, wanted, atOnce));
    }
  }

  /**
   * Divides them.
   *
   * @param limit how many descriptors there may be
   * @throws TooFew when they do not suffice for the runs that may be under way at once
   */
  static OpenFiles divide(long limit, Config.Runs runs) {
    long reserved = OWN + (long) runs.atOnce() * (PER_TASK * runs.tasks() + PER_RUN);
    long left = limit - reserved;
    if (left < FEWEST_CONNECTIONS) {
      throw new TooFew(limit, reserved + FEWEST_CONNECTIONS, runs.atOnce());
    }
    return new OpenFiles((int) Math.min(left, MOST_CONNECTIONS));
  }
}
