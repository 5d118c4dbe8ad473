package interleave.run;

import java.util.HashMap;
import java.util.Map;

/**
 * Says whether one more run may come in: owners and addresses have so many at a time and so many in
 * a minute, and the queue has an end. Not safe for many threads: its runner guards it.
 */
final class Admission {
  private final QueueRunner.Places places;
  private final Fairness fairness;

  /** Runs of each owner and of each address, waiting or under way; none is left out. */
  private final Map<String, Integer> ofOwner = new HashMap<>();

  private final Map<String, Integer> ofAddress = new HashMap<>();

  private final Allowance owners;
  private final Allowance addresses;
  private final TypicalRun typical = new TypicalRun();

  Admission(QueueRunner.Places places, Fairness fairness) {
    this.places = places;
    this.fairness = fairness;
    owners = new Allowance(fairness.perMinute(), System::nanoTime);
    addresses = new Allowance(fairness.perMinute() * Fairness.ADDRESS_SHARE, System::nanoTime);
  }

  /**
   * Counts a run in.
   *
   * @param running runs under way, 0 or more
   * @param waiting runs waiting, 0 or more
   * @throws RunRefused.Busy when there is no room for it, and nothing is counted
   */
  void enter(RunRequest request, int running, int waiting) throws RunRefused.Busy {
    checkShare(request);
    if (running >= places.atOnce() && waiting >= places.queue()) {
      throw new RunRefused.Busy(
          "Many programs are waiting to run. Try again when some of them have ended.",
          typical.of(waiting + 1, places.atOnce()));
    }
    takeAllowance(request);
    ofOwner.merge(request.owner(), 1, Integer::sum);
    ofAddress.merge(request.address(), 1, Integer::sum);
  }

  /** Counts a run out, once, that was counted in: it has ended. */
  void leave(RunRequest request) {
    ofOwner.computeIfPresent(request.owner(), (_, runs) -> runs == 1 ? null : runs - 1);
    ofAddress.computeIfPresent(request.address(), (_, runs) -> runs == 1 ? null : runs - 1);
  }

  /** Takes into account that a run took so many nanoseconds, from its launch to its end. */
  void took(long nanos) {
    typical.add(nanos);
  }

  private void checkShare(RunRequest request) throws RunRefused.Busy {
    int own = ofOwner.getOrDefault(request.owner(), 0);
    if (own >= places.perOwner()) {
      throw new RunRefused.Busy(
          "You have " + own + " programs running already. Stop one, or wait until it ends.",
          typical.of(1, 1));
    }
    if (ofAddress.getOrDefault(request.address(), 0) >= fairness.perAddress()) {
      throw new RunRefused.Busy(
          "Many programs are running for your network. Try again when one of them has ended.",
          typical.of(1, 1));
    }
  }

  private void takeAllowance(RunRequest request) throws RunRefused.Busy {
    var own = owners.untilNext(request.owner());
    var near = addresses.untilNext(request.address());
    var wait = own.compareTo(near) > 0 ? own : near;
    if (wait.isPositive()) {
      throw new RunRefused.Busy("You start programs very fast. Wait a moment, then go on.", wait);
    }
    owners.take(request.owner());
    addresses.take(request.address());
  }
}
