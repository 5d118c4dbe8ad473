package interleave.run;

/** A run that was accepted: queued, running or ended; its log says which. */
public interface Run {
  /** 128 random bits in unpadded base64url: whoever knows it may read and stop the run. */
  String id();

  RunRequest request();

  RunLog log();

  /** Ends it with reason {@code stopped}, in the queue or while it runs; afterwards nothing. */
  void stop();
}
