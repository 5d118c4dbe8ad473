package interleave.web.connection;

import java.time.Duration;

/**
 * What connections may take.
 *
 * @param most how many there may be at once, 2 or more
 * @param perAddress how many of them one client address may have, 1 or more
 * @param idle how long one may stand still, with nothing to read or a reader that takes nothing
 * @param request how long a client may take until the head of its next request is whole, from the
 *     opening of the connection or the end of the answer before; and then until its body is
 */
public record ConnectionLimits(int most, int perAddress, Duration idle, Duration request) {
  /**
   * A class of 30 behind one address has 180: browsers open at most 6 to one site, event streams
   * included.
   */
  public static final int PER_ADDRESS = 256;

  /** Where every connection comes from a proxy, its address says nothing of the client. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /**
   * How many connections one address may have, 1 or more: of a few it does not get all.
   *
   * @param most how many there may be at once
   * @param proxies how many of our own proxies a request passes: with any, all addresses are theirs
   */
  public static int perAddress(int most, int proxies) {
    return proxies > 0 ? UNBOUNDED : Math.max(1, Math.min(PER_ADDRESS, most / 4 * 3));
  }
}
