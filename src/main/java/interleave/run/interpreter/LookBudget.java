package interleave.run.interpreter;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one look at a sandbox may take to read, of all its processes together. A program decides
 * what its memory holds, and so how much of it there is to follow; this is what ends it. An
 * ordinary program with 62 threads that all wait, each 60 calls deep, needs a quarter of the reads
 * and little more than a third of the bytes. For one thread at a time.
 */
public final class LookBudget {
  /** How often it may read. */
  static final int READS = 16_384;

  /** How much it may read in all, what it uses several times counted as often. */
  static final int BYTES = 1 << 20;

  /**
   * How long it may take from the first read on: several times what all those reads need, as others
   * may have the cores meanwhile.
   */
  static final Duration TIME = Duration.ofMillis(500);

  private final LongSupplier nanoTime;
  private long begun;
  private int reads;
  private int bytes;
  private boolean spent;
  private boolean late;

  /** Nothing of it is used. */
  public LookBudget() {
    this(System::nanoTime);
  }

  LookBudget(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether more was to be read than may be: what was found may be wrong, and nothing is left. */
  public boolean exhausted() {
    return spent || late;
  }

  /** Whether this was for want of time, of which the machine may have been the cause. */
  public boolean late() {
    return late;
  }

  /** How often it has read. */
  int reads() {
    return reads;
  }

  /** How much it has read. */
  int bytes() {
    return bytes;
  }

  /**
   * To be called before each read.
   *
   * @param wanted how many bytes it is to be
   * @throws UnreadableException when not so much is left; then nothing is
   */
  void read(int wanted) throws UnreadableException {
    spent |= reads == READS;
    use(wanted);
    reads++;
  }

  /**
   * To be called before what was read is used once more: it takes time as well.
   *
   * @param wanted how many bytes of it
   * @throws UnreadableException when not so much is left; then nothing is
   */
  void use(int wanted) throws UnreadableException {
    long now = nanoTime.getAsLong();
    if (bytes == 0) {
      begun = now;
    }
    spent |= wanted > BYTES - bytes;
    late |= !spent && now - begun > TIME.toNanos();
    if (exhausted()) {
      throw new UnreadableException("the look has read as much as it may");
    }
    bytes += wanted;
  }
}
