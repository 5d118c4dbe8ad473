package interleave.share;

import interleave.run.Allowance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much may be shared: {@value #PER_OWNER} runs in a minute by one owner, and {@value
 * #BYTES_PER_ADDRESS} bytes in a day by all of one address, so that nobody fills the store alone.
 * Safe for use by many threads.
 */
public final class ShareAllowance {
  static final int PER_OWNER = 10;
  static final long BYTES_PER_ADDRESS = 16L << 20;

  private final Allowance owners;
  private final Allowance addresses;

  /**
   * @param nanos the time, in nanoseconds since whenever
   */
  public ShareAllowance(LongSupplier nanos) {
    owners = new Allowance(PER_OWNER, nanos);
    addresses = new Allowance(BYTES_PER_ADDRESS, Duration.ofDays(1), nanos);
  }

  /** Takes one share, or answers how long to wait until there is one, and takes nothing. */
  public synchronized Optional<Duration> takeOne(String owner) {
    return take(owners, owner, 1);
  }

  /** Takes bytes of an address, or answers how long to wait until there are as many. */
  public synchronized Optional<Duration> takeBytes(String address, int bytes) {
    return take(addresses, address, bytes);
  }

  private static Optional<Duration> take(Allowance allowance, String key, long tokens) {
    var wait = allowance.until(key, tokens);
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    allowance.take(key, tokens);
    return Optional.empty();
  }
}
