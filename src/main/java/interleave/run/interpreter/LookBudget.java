package interleave.run.interpreter;

import java.time.Duration;

/**
 * What one look at a sandbox may take to read, of all its processes together. A program decides
 * what its memory holds, and so how much of it there is to follow; this is what ends it. An
 * ordinary program with as many threads as there may be needs less than a third of each. For one
 * thread at a time.
 */
public final class LookBudget {
  /** How often it may read. */
  static final int READS = 16_384;

  /** How much it may read in all. */
  static final int BYTES = 1 << 20;

  /** How long it may take; far more than the others take on a machine that is not overloaded. */
  static final Duration TIME = Duration.ofMillis(500);

  private final long begun = System.nanoTime();
  private int reads;
  private int bytes;
  private boolean exhausted;

  /** Whether more was wanted than there was: what was found since may be wrong. */
  public boolean exhausted() {
    return exhausted;
  }

  /** How often it was read. */
  int reads() {
    return reads;
  }

  /** How much was read. */
  int bytes() {
    return bytes;
  }

  /**
   * To be called before each read.
   *
   * @throws UnreadableException when there is not so much left; then nothing is left
   */
  void spend(int wanted) throws UnreadableException {
    exhausted =
        exhausted
            || reads == READS
            || wanted > BYTES - bytes
            || System.nanoTime() - begun > TIME.toNanos();
    if (exhausted) {
      throw new UnreadableException("the look has read as much as it may");
    }
    reads++;
    bytes += wanted;
  }
}
