package interleave.run.sandbox;

import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Wait;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What tasks themselves say that they wait for (_interleave_waits.py). It is their word only, and
 * believed only while the kernel says that they wait for another thread. Safe for many threads.
 */
final class Hints {
  /** More are not kept: a program may forge as many as it likes. */
  private static final int MOST = 4096;

  private final Map<String, Wait> waits = new ConcurrentHashMap<>();

  /**
   * A task says why it waits now.
   *
   * @param reason one of the causes, in lower case; another one is as if nothing was said
   * @param other the task that it waits for, or null
   */
  void begin(String task, @Nullable String reason, @Nullable String other) {
    cause(reason)
        .filter(_ -> waits.size() < MOST)
        .ifPresent(cause -> waits.put(task, new Wait(cause, other)));
  }

  void end(String task) {
    waits.remove(task);
  }

  Optional<Wait> of(String task) {
    return Optional.ofNullable(waits.get(task));
  }

  private static Optional<Cause> cause(@Nullable String reason) {
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.name().toLowerCase(Locale.ROOT).equals(reason))
        .findFirst();
  }
}
