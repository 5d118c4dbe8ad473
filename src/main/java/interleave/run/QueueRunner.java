package interleave.run;

import interleave.run.RunEvent.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A runner with so many places, and a queue before them in the order of arrival.
 *
 * <p>One lock guards all that changes. While it is held, logs are written and the launcher is told
 * what to do; neither ever waits for a runner.
 */
public final class QueueRunner implements Runner {
  private static final Logger LOG = System.getLogger(QueueRunner.class.getName());

  /** How long what was stopped may take to end. */
  private static final Duration STOPPED = Duration.ofSeconds(5);

  /** How often it is looked for runs that nobody listens to, in the time that they are given. */
  private static final int LOOKS = 10;

  /** How often all who wait are told where they stand, if they have moved. */
  private static final Duration TELL_EVERY = Duration.ofSeconds(1);

  private final Launcher launcher;
  private final Limits limits;
  private final Places places;
  private final Fairness fairness;
  private final RequestCheck check;
  private final ScheduledExecutorService watch;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();

  /** By their ids, in the order of arrival: those under way and those that wait. */
  private final Map<String, QueuedRun> live = new LinkedHashMap<>();

  private final WaitingLine waiting = new WaitingLine();
  private final Map<QueuedRun, UnderWay> running = new HashMap<>();
  private final Admission admission;
  private final RunArchive archive = new RunArchive();
  private boolean closing;

  /**
   * How many runs there may be.
   *
   * @param atOnce runs under way
   * @param perOwner runs of one owner, waiting or under way
   * @param queue runs waiting
   */
  public record Places(int atOnce, int perOwner, int queue) {}

  /** What was launched for a run, and when, in nanoseconds since whenever. */
  private record UnderWay(Launcher.Execution execution, long began) {}

  /** The launcher is closed with this runner. */
  public QueueRunner(Launcher launcher, Limits limits, Places places, Fairness fairness) {
    this.launcher = launcher;
    this.limits = limits;
    this.places = places;
    this.fairness = fairness;
    check = new RequestCheck(launcher, limits);
    admission = new Admission(places, fairness);
    watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-watch").daemon().factory());
    every(fairness.unheard().dividedBy(LOOKS), this::stopUnheard);
    every(TELL_EVERY, waiting::tellAll);
  }

  @Override
  public Run submit(RunRequest request) throws RunRefused {
    check.pass(request);
    lock.lock();
    try {
      if (closing) {
        throw new RunRefused.Unavailable("The server is stopping. Try again in a moment.");
      }
      admission.enter(request, running.size(), waiting.size());
      var run = new QueuedRun(request, this::stop);
      live.put(run.id(), run);
      if (running.size() < places.atOnce()) {
        begin(run);
      } else {
        waiting.add(run);
      }
      return run;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Run> find(String id) {
    lock.lock();
    try {
      return Optional.<Run>ofNullable(live.get(id)).or(() -> archive.find(id));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<PythonRuntime> runtimes() {
    return launcher.runtimes();
  }

  @Override
  public List<PythonRuntime> steppable() {
    return launcher.steppable();
  }

  @Override
  public Status status() {
    return launcher.status();
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (closing) {
        return;
      }
      closing = true;
      // The last first, so that nobody moves up who will be stopped next.
      waiting.runs().reversed().forEach(this::stop);
      awaitQuiet(fairness.grace());
      List.copyOf(running.keySet()).forEach(this::stop);
      awaitQuiet(STOPPED);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    watch.shutdownNow();
    launcher.close();
  }

  private void awaitQuiet(Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    while (!running.isEmpty() && nanos > 0) {
      nanos = quiet.awaitNanos(nanos);
    }
  }

  /** Launches the program of a run that has a place now; it is free again when that fails. */
  private void begin(QueuedRun run) {
    long now = System.nanoTime();
    try {
      var execution = launcher.launch(run.request(), event -> happened(run, event));
      running.put(run, new UnderWay(execution, now));
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.ERROR, "a program could not be launched", thrown);
      retire(run, unbegun(Reason.LOST));
    }
  }

  private void happened(QueuedRun run, RunEvent event) {
    if (event instanceof RunEvent.End end) {
      ended(run, end);
      return;
    }
    run.log().append(event);
    if (run.log().full()) {
      stop(run, Reason.OUTPUT);
    }
  }

  /** Its place is given to the next who waits; when its end can be read, there is room again. */
  private void ended(QueuedRun run, RunEvent.End end) {
    lock.lock();
    try {
      var underWay = running.remove(run);
      if (underWay == null) {
        return;
      }
      admission.took(System.nanoTime() - underWay.began);
      retire(run, end);
      quiet.signalAll();
      fill();
    } finally {
      lock.unlock();
    }
  }

  private void fill() {
    while (!closing && running.size() < places.atOnce()) {
      var next = waiting.next();
      if (next == null) {
        return;
      }
      begin(next);
    }
  }

  private void stop(QueuedRun run) {
    stop(run, Reason.STOPPED);
  }

  private void stop(QueuedRun run, Reason reason) {
    lock.lock();
    try {
      var underWay = running.get(run);
      if (underWay != null) {
        underWay.execution.stop(reason);
      } else if (waiting.remove(run)) {
        retire(run, unbegun(reason));
      }
    } finally {
      lock.unlock();
    }
  }

  private static RunEvent.End unbegun(Reason reason) {
    return new RunEvent.End(reason, null, null, 0, 0, 0);
  }

  /** What neither waits nor is under way any more is kept for its readers. */
  private void retire(QueuedRun run, RunEvent.End end) {
    run.log().append(end);
    live.remove(run.id());
    admission.leave(run.request());
    archive.add(run);
  }

  private void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var _ = watch.scheduleWithFixedDelay(() -> guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** What goes wrong once is tried again: not even a lack of memory may end the watch. */
  private void guarded(Runnable task) {
    lock.lock();
    try {
      task.run();
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.ERROR, "watching runs failed", thrown);
    } finally {
      lock.unlock();
    }
  }

  private void stopUnheard() {
    List.copyOf(live.values()).reversed().stream()
        .filter(run -> run.log().unheard().compareTo(fairness.unheard()) > 0)
        .forEach(this::stop);
  }
}
