package interleave.run.sandbox;

import interleave.run.Launcher;
import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunRequest;
import interleave.run.Runner.Status;
import interleave.run.linux.LinuxException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Launches programs in bubblewrap sandboxes. When none can be made it launches nothing, says why,
 * and looks again every half minute.
 */
public final class Sandboxes implements Launcher {
  private static final Logger LOG = System.getLogger(Sandboxes.class.getName());

  /** How limits are enforced: by looking at /proc. */
  private static final String TIER = "polling";

  private static final Duration CHECK_EVERY = Duration.ofMillis(20);
  private static final Duration RETEST_EVERY = Duration.ofSeconds(30);
  private static final long CLOSE_SECONDS = 5;

  private final String bubblewrapName;
  private final String pythonPath;
  private final Limits limits;
  private final Poller poller;

  /**
   * The one thread that starts all sandboxes: the kernel kills a sandbox when the thread that
   * started it ends, so this one lasts as long as we do.
   */
  private final ExecutorService starter;

  private final ScheduledExecutorService watch;
  private final Set<SandboxedRun> live = ConcurrentHashMap.newKeySet();
  private volatile State state = new State(null, new Status.Unavailable("not tested yet"));

  /** {@code ready} is there when programs can be launched, or are to be tested. */
  private record State(@Nullable Ready ready, Status status) {}

  private record Ready(Bubblewrap bubblewrap, HostPython python) {}

  /**
   * Looks for what it takes to make sandboxes, and tries one.
   *
   * @param bubblewrap the program's path or name
   * @param python the path of the machine's own interpreter
   * @throws LinuxException when not even a descriptor can be had
   */
  public Sandboxes(String bubblewrap, String python, Limits limits) throws LinuxException {
    this(bubblewrap, python, limits, RETEST_EVERY);
  }

  /** As the public one, but looks again every {@code retest}. */
  Sandboxes(String bubblewrap, String python, Limits limits, Duration retest)
      throws LinuxException {
    this.bubblewrapName = bubblewrap;
    this.pythonPath = python;
    this.limits = limits;
    poller = new Poller();
    starter =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sandbox-starter").factory());
    watch =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("sandbox-watch-", 0).daemon().factory());
    test();
    every(CHECK_EVERY, () -> live.forEach(run -> guarded(run::check)));
    every(retest, this::testAgain);
  }

  @Override
  public Execution launch(RunRequest request, Consumer<RunEvent> events) {
    var now = state.ready;
    if (now == null) {
      throw new IllegalStateException("no sandbox can be made");
    }
    var run = new SandboxedRun(poller, now.python.runtime(), TIER, limits, events, live::remove);
    live.add(run);
    starter.execute(
        () -> {
          try {
            run.start(now.bubblewrap.start(now.python, limits), request.code());
          } catch (LinuxException | RuntimeException | Error thrown) {
            run.fail(thrown);
          }
        });
    return run;
  }

  @Override
  public Status status() {
    return state.status;
  }

  @Override
  public List<PythonRuntime> runtimes() {
    var now = state.ready;
    return now == null ? List.of() : List.of(now.python.runtime());
  }

  @Override
  public void close() {
    watch.shutdownNow();
    live.forEach(run -> run.stop(Reason.STOPPED));
    starter.shutdown();
    try {
      if (!starter.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "the sandbox starter did not end in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    poller.close();
  }

  private void test() {
    try {
      var python = HostPython.at(pythonPath);
      var ready = new Ready(Bubblewrap.find(bubblewrapName), python);
      state = new State(ready, new Status.Unavailable("the sandbox is being tested"));
      SelfTest.run(this, python.runtime().name());
      state = new State(ready, new Status.Ready(TIER));
    } catch (SandboxProblem problem) {
      LOG.log(Level.WARNING, "programs cannot be run: {0}", problem.reason());
      state = new State(null, new Status.Unavailable(problem.reason()));
    }
  }

  private void testAgain() {
    if (state.status instanceof Status.Unavailable) {
      test();
    }
  }

  private void every(Duration period, Runnable task) {
    long millis = period.toMillis();
    var _ =
        watch.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.ERROR, "watching sandboxes failed", thrown);
    }
  }
}
