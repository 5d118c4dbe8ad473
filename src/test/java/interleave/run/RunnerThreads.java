package interleave.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The threads of runners: those that are left when one is closed are leaks. */
public final class RunnerThreads {
  /** That a thread was told to end does not mean that it has. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private RunnerThreads() {}

  /** Those that live; the virtual machine makes and ends others as it likes. */
  public static Set<Thread> live() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(run|sandbox|descriptor)-.*"))
        .collect(Collectors.toSet());
  }

  /** The names of those that were not there before and do not end. */
  public static List<String> left(Set<Thread> before) throws InterruptedException {
    for (var thread : live()) {
      if (!before.contains(thread) && !thread.join(SOON)) {
        return List.of(thread.getName());
      }
    }
    return List.of();
  }
}
