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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Launches programs in bubblewrap sandboxes. When none can be made it launches nothing, says why,
 * and looks again every half minute.
 */
public final class Sandboxes implements Launcher {
  private static final Logger LOG = System.getLogger(Sandboxes.class.getName());

  private static final Duration SWEEP_EVERY = Duration.ofMillis(20);
  private static final Duration RETEST_EVERY = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final Duration TEND_EVERY = Duration.ofSeconds(1);
  private static final String NOT_STEPPED = "Python {0} is not offered in the schedule lab: {1}";
  private static final int WARM_FACTOR = 3;
  private static final long CLOSE_SECONDS = 5;

  private final String bubblewrapName;
  private final String pythonPath;
  private final Path installed;
  private final Limits limits;
  private final TierSource tiers;
  private final WarmPool.Size defaultSize;
  private final WarmPool.Size otherSize;
  private final Poller poller;

  /** The one thread that starts all sandboxes. */
  private final ScheduledExecutorService starter;

  private final ScheduledExecutorService chores;
  private final RunWatch watch;
  private final Set<SandboxedRun> live = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Tier tier;
  private volatile State state = new State(null, new Status.Unavailable("not tested yet"));

  /** {@code ready} is there when programs can be launched, or are to be tested. */
  private record State(@Nullable Ready ready, Status status) {}

  /** The first of {@code supplies} is the default. */
  private record Ready(List<Supply> supplies, Tier tier) {
    Supply of(String runtime) {
      return supplies.stream()
          .filter(each -> each.python().runtime().name().equals(runtime))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("there is no runtime " + runtime));
    }
  }

  /**
   * As the other constructor does, with the best tier that is found without help.
   *
   * @throws LinuxException when not even a descriptor can be had
   */
  public Sandboxes(String bubblewrap, String python, Path installed, Limits limits, int atOnce)
      throws LinuxException {
    this(bubblewrap, python, installed, limits, atOnce, TierSource.best(""));
  }

  /**
   * Looks for what it takes to make sandboxes, and tries one.
   *
   * @param bubblewrap the program's path or name
   * @param python the path of the machine's own interpreter
   * @param installed the folder in which more are installed; it need not be there
   * @param atOnce how many programs may run at a time: so many sandboxes are kept warm
   * @param tiers how limits are enforced
   * @throws LinuxException when not even a descriptor can be had
   */
  public Sandboxes(
      String bubblewrap, String python, Path installed, Limits limits, int atOnce, TierSource tiers)
      throws LinuxException {
    this(bubblewrap, python, installed, limits, atOnce, tiers, RETEST_EVERY);
  }

  /** As the public one, but looks again every {@code retest}. */
  Sandboxes(
      String bubblewrap,
      String python,
      Path installed,
      Limits limits,
      int atOnce,
      TierSource tiers,
      Duration retest)
      throws LinuxException {
    this.tiers = tiers;
    this.bubblewrapName = bubblewrap;
    this.pythonPath = python;
    this.installed = installed;
    this.limits = limits;
    defaultSize = new WarmPool.Size(atOnce, WARM_FACTOR * atOnce);
    otherSize = new WarmPool.Size(0, atOnce);
    poller = new Poller();
    starter =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sandbox-starter").factory());
    watch = new RunWatch(atOnce);
    chores =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("sandbox-chores-", 0).daemon().factory());
    test();
    every(SWEEP_EVERY, () -> sweep(true));
    every(retest, this::testAgain);
    every(TEND_EVERY, this::tend);
  }

  @Override
  public Execution launch(RunRequest request, Consumer<RunEvent> events) {
    var now = state.ready;
    if (now == null) {
      throw new IllegalStateException("no sandbox can be made");
    }
    var from = now.of(request.runtime());
    var run =
        new SandboxedRun(
            poller, watch, from.python(), now.tier, limits, events, gone -> gone(gone, from));
    live.add(run);
    from.give(run, request);
    return run;
  }

  @Override
  public Status status() {
    return state.status;
  }

  @Override
  public List<PythonRuntime> runtimes() {
    return runtimes(_ -> true);
  }

  @Override
  public List<PythonRuntime> steppable() {
    return runtimes(Supply::steppable);
  }

  private List<PythonRuntime> runtimes(Predicate<Supply> which) {
    var now = state.ready;
    return now == null
        ? List.of()
        : now.supplies.stream().filter(which).map(each -> each.python().runtime()).toList();
  }

  @Override
  public void close() {
    chores.shutdownNow();
    live.forEach(run -> run.stop(Reason.STOPPED));
    closeSupplies();
    // What the starter has begun comes to the poller, and is ended there, while the starter lives.
    settle(poller::execute);
    settle(starter);
    settle(poller::execute);
    starter.shutdownNow();
    poller.close();
    watch.close();
    sweepUp();
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

  /** The last processes of a sandbox end a moment after it. */
  private void sweepUp() {
    long until = System.nanoTime() + SWEEP.toNanos();
    while (!sweep(false) && System.nanoTime() < until) {
      LockSupport.parkNanos(SWEEP.toNanos() / 200);
    }
  }

  private boolean sweep(boolean keep) {
    var found = tier;
    return found == null || found.sweep(keep);
  }

  private void gone(SandboxedRun run, Supply from) {
    live.remove(run);
    from.refill();
  }

  private void tend() {
    var now = state;
    if (now.ready != null && now.status instanceof Status.Ready) {
      now.ready.supplies.forEach(Supply::tend);
    }
  }

  private void test() {
    try {
      var by = tier == null ? tiers.find() : tier;
      tier = by;
      var bubblewrap = Bubblewrap.find(bubblewrapName, by.counts());
      var found = Interpreters.find(pythonPath, installed);
      var sound = new ArrayList<Supply>();
      var uncovered = new LinkedHashSet<>(by.uncovered());
      sound.add(test(bubblewrap, found.getFirst(), by, defaultSize, uncovered));
      for (var python : found.subList(1, found.size())) {
        try {
          sound.add(test(bubblewrap, python, by, otherSize, uncovered));
        } catch (SandboxProblem problem) {
          var name = python.runtime().name();
          LOG.log(Level.WARNING, "Python {0} is left out: {1}", name, problem.reason());
          closeSupplies();
        }
      }
      var ready = new Ready(List.copyOf(sound), by);
      state = new State(ready, new Status.Ready(by.label(), List.copyOf(uncovered)));
    } catch (SandboxProblem problem) {
      LOG.log(Level.WARNING, "programs cannot be run: {0}", problem.reason());
      closeSupplies();
      state = new State(null, new Status.Unavailable(problem.reason()));
    }
  }

  /** Tests an interpreter, and adds what its sandboxes do not keep apart here. */
  private Supply test(
      Bubblewrap bubblewrap, Interpreter python, Tier by, WarmPool.Size size, Set<String> uncovered)
      throws SandboxProblem {
    var nursery = new Nursery(bubblewrap, python, limits, by);
    var tested = new Supply(python, nursery, size, poller, starter, live::isEmpty);
    state =
        new State(
            new Ready(List.of(tested), by), new Status.Unavailable("the sandbox is being tested"));
    var name = python.runtime().name();
    uncovered.addAll(SelfTest.run(this, name));
    var fault = EngineCheck.fault(this, name);
    fault.ifPresent(why -> LOG.log(Level.WARNING, NOT_STEPPED, name, why));
    tested.wasTested(fault.isEmpty());
    return tested;
  }

  private void closeSupplies() {
    var ready = state.ready;
    if (ready != null) {
      ready.supplies.forEach(Supply::close);
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
        chores.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.ERROR, "watching sandboxes failed", thrown);
    }
  }
}
