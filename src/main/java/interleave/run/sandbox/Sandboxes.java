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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final Duration TEND_EVERY = Duration.ofSeconds(1);
  private static final int WARM_FACTOR = 3;
  private static final WarmPool.Size WARM_ONCE_USED = new WarmPool.Size(0, 2);
  private static final WarmPool.Size NONE_WARM = new WarmPool.Size(0, 0);
  private static final long CLOSE_SECONDS = 5;

  private final String bubblewrapName;
  private final String pythonPath;
  private final Path installed;
  private final Limits limits;
  private final WarmPool.Size warm;
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

  /** The first of {@code pythons} is the default. */
  private record Ready(Bubblewrap bubblewrap, List<Prepared> pythons) {
    Prepared python(String name) {
      return pythons.stream()
          .filter(one -> one.python.runtime().name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("there is no runtime " + name));
    }
  }

  private record Prepared(Interpreter python, WarmPool pool) {}

  /**
   * Looks for what it takes to make sandboxes, and tries one.
   *
   * @param bubblewrap the program's path or name
   * @param python the path of the machine's own interpreter
   * @param installed the folder in which more are installed; it need not be there
   * @param atOnce how many programs may run at a time: so many sandboxes are kept warm
   * @throws LinuxException when not even a descriptor can be had
   */
  public Sandboxes(String bubblewrap, String python, Path installed, Limits limits, int atOnce)
      throws LinuxException {
    this.bubblewrapName = bubblewrap;
    this.pythonPath = python;
    this.installed = installed;
    this.limits = limits;
    this.warm = new WarmPool.Size(atOnce, WARM_FACTOR * atOnce);
    poller = new Poller();
    starter =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sandbox-starter").factory());
    watch =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("sandbox-watch-", 0).daemon().factory());
    test();
    every(CHECK_EVERY, () -> live.forEach(run -> guarded(run::check)));
    every(RETEST_EVERY, this::testAgain);
    every(TEND_EVERY, this::tend);
  }

  @Override
  public Execution launch(RunRequest request, Consumer<RunEvent> events) {
    var now = state.ready;
    if (now == null) {
      throw new IllegalStateException("no sandbox can be made");
    }
    var on = now.python(request.runtime());
    var run =
        new SandboxedRun(
            poller, on.python.runtime(), TIER, limits, events, gone -> gone(gone, on.pool));
    live.add(run);
    poller.execute(
        () -> {
          var warm = on.pool.take();
          warm.ifPresentOrElse(
              sandbox -> run.start(sandbox, request),
              () -> cold(now.bubblewrap, on.python, run, request));
          on.pool.fill(false);
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
    return now == null ? List.of() : now.pythons.stream().map(on -> on.python.runtime()).toList();
  }

  @Override
  public void close() {
    watch.shutdownNow();
    live.forEach(run -> run.stop(Reason.STOPPED));
    closePools();
    // What the starter has begun comes to the poller, and is ended there, while the starter lives.
    settle(poller::execute);
    settle(starter);
    settle(poller::execute);
    starter.shutdown();
    poller.close();
  }

  /** Waits until all that was given to an executor so far is done. */
  private static void settle(Executor executor) {
    try {
      CompletableFuture.runAsync(() -> {}, executor).get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException thrown) {
      LOG.log(Level.WARNING, "sandboxes did not end in time", thrown);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void cold(
      Bubblewrap bubblewrap, Interpreter python, SandboxedRun run, RunRequest request) {
    starter.execute(
        () -> {
          try {
            var sandbox = bubblewrap.start(python, limits);
            poller.execute(() -> run.start(sandbox, request));
          } catch (LinuxException | RuntimeException | Error thrown) {
            run.fail(thrown);
          }
        });
  }

  private void gone(SandboxedRun run, WarmPool pool) {
    live.remove(run);
    pool.fill(live.isEmpty());
  }

  private void tend() {
    var now = state;
    if (now.ready != null && now.status instanceof Status.Ready) {
      var pythons = now.ready.pythons;
      poller.execute(
          () -> {
            for (var each : pythons) {
              each.pool.tend();
              each.pool.fill(live.isEmpty());
            }
          });
    }
  }

  private void test() {
    try {
      var bubblewrap = Bubblewrap.find(bubblewrapName);
      var found = Interpreters.find(pythonPath, installed);
      var host = found.getFirst();
      test(bubblewrap, host);
      var sound = new ArrayList<Prepared>();
      sound.add(new Prepared(host, pool(bubblewrap, host, warm)));
      for (var more : found.subList(1, found.size())) {
        try {
          test(bubblewrap, more);
          sound.add(new Prepared(more, pool(bubblewrap, more, WARM_ONCE_USED)));
        } catch (SandboxProblem problem) {
          var name = more.runtime().name();
          LOG.log(Level.WARNING, "Python {0} is left out: {1}", name, problem.reason());
        }
      }
      state = new State(new Ready(bubblewrap, List.copyOf(sound)), new Status.Ready(TIER));
      tend();
    } catch (SandboxProblem problem) {
      LOG.log(Level.WARNING, "programs cannot be run: {0}", problem.reason());
      state = new State(null, new Status.Unavailable(problem.reason()));
    }
  }

  private void test(Bubblewrap bubblewrap, Interpreter python) throws SandboxProblem {
    var tested = new Prepared(python, pool(bubblewrap, python, NONE_WARM));
    var ready = new Ready(bubblewrap, List.of(tested));
    state = new State(ready, new Status.Unavailable("the sandbox is being tested"));
    SelfTest.run(this, python.runtime().name());
  }

  private WarmPool pool(Bubblewrap bubblewrap, Interpreter python, WarmPool.Size size) {
    return new WarmPool(poller, starter, () -> bubblewrap.start(python, limits), size);
  }

  private void closePools() {
    var ready = state.ready;
    if (ready != null) {
      poller.execute(() -> ready.pythons.forEach(each -> each.pool.close()));
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
