package interleave.run;

import java.time.Duration;

/**
 * What keeps a few from taking everything.
 *
 * @param perAddress runs of one address, waiting or under way, whoever their owners are
 * @param perMinute runs that one owner may ask for in a minute, all at once or spread over it; one
 *     address may ask for {@value #ADDRESS_SHARE} times as many
 * @param unheard how long a run goes on, or waits, that nobody listens to
 * @param grace how long runs may go on when the runner is closed
 */
public record Fairness(int perAddress, int perMinute, Duration unheard, Duration grace) {
  /** A class behind one address is many owners. */
  static final int ADDRESS_SHARE = 10;
}
