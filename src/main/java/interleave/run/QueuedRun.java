package interleave.run;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A run that was accepted, from the queue to the archive. It never changes, but for its log: where
 * it stands is known to its runner alone. Safe for many threads.
 */
final class QueuedRun implements Run {
  private static final int ID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id = randomId();
  private final RunLog log = new RunLog();
  private final RunRequest request;
  private final Consumer<QueuedRun> stopper;

  /**
   * A run with an empty log.
   *
   * @param stopper stops it, wherever it stands; does nothing when it has ended
   */
  QueuedRun(RunRequest request, Consumer<QueuedRun> stopper) {
    this.request = request;
    this.stopper = stopper;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public RunRequest request() {
    return request;
  }

  @Override
  public RunLog log() {
    return log;
  }

  @Override
  public void stop() {
    stopper.accept(this);
  }

  private static String randomId() {
    var bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
