package interleave.share;

import interleave.run.Allowance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often somebody may share: {@value #PER_OWNER} runs in a minute, and all owners of one address
 * together {@value #PER_ADDRESS}. Safe for use by many threads.
 */
public final class ShareAllowance {
  static final int PER_OWNER = 10;

  /** A class behind one address is many owners. */
  static final int PER_ADDRESS = 60;

  private final Allowance owners;
  private final Allowance addresses;

  /**
   * @param nanos the time, in nanoseconds since whenever
   */
  public ShareAllowance(LongSupplier nanos) {
    owners = new Allowance(PER_OWNER, nanos);
    addresses = new Allowance(PER_ADDRESS, nanos);
  }

  /** Takes one share, or answers how long to wait until there is one, and takes nothing. */
  public synchronized Optional<Duration> take(String owner, String address) {
    var own = owners.untilNext(owner);
    var near = addresses.untilNext(address);
    var wait = own.compareTo(near) > 0 ? own : near;
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    owners.take(owner);
    addresses.take(address);
    return Optional.empty();
  }
}
