package interleave.run;

import interleave.run.RunEvent.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A runner with so many places, and a queue before them in the order of arrival. */
public final class QueueRunner implements Runner {
  /** How long what was stopped may take to end. */
  private static final Duration STOPPED = Duration.ofSeconds(5);

  /** How often it is looked for runs that nobody listens to, in the time that they are given. */
  private static final int LOOKS = 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Launcher launcher;
  private final Limits limits;
  private final Places places;
  private final Fairness fairness;
  private final RequestCheck check;
  private final RunArchive archive = new RunArchive();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Deque<QueuedRun> waiting = new ArrayDeque<>();
  private final Set<QueuedRun> running = new HashSet<>();
  private final Allowance owners;
  private final Allowance addresses;
  private final TypicalRun typical = new TypicalRun();
  private final ScheduledExecutorService watch;
  private boolean closing;

  /**
   * How many runs there may be.
   *
   * @param atOnce runs under way
   * @param perOwner runs of one owner, waiting or under way
   * @param queue runs waiting
   */
  public record Places(int atOnce, int perOwner, int queue) {}

  /** The launcher is closed with this runner. */
  public QueueRunner(Launcher launcher, Limits limits, Places places, Fairness fairness) {
    this.launcher = launcher;
    this.limits = limits;
    this.places = places;
    this.fairness = fairness;
    check = new RequestCheck(launcher, limits);
    owners = new Allowance(fairness.perMinute(), System::nanoTime);
    addresses = new Allowance(fairness.perMinute() * Fairness.ADDRESS_SHARE, System::nanoTime);
    watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-watch").daemon().factory());
    long period = fairness.unheard().dividedBy(LOOKS).toMillis();
    var _ = watch.scheduleWithFixedDelay(this::stopUnheard, period, period, TimeUnit.MILLISECONDS);
  }

  @Override
  public Run submit(RunRequest request) throws RunRefused {
    check.pass(request);
    lock.lock();
    try {
      checkPlaces(request);
      takeAllowance(request);
      var run = new QueuedRun(request);
      waiting.add(run);
      fill();
      if (run.execution == null) {
        run.log.append(new RunEvent.Queued(waiting.size()));
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
      return live()
          .<Run>map(run -> run)
          .filter(run -> run.id().equals(id))
          .findFirst()
          .or(() -> archive.find(id));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<PythonRuntime> runtimes() {
    return launcher.runtimes();
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
      List.copyOf(waiting).forEach(QueuedRun::stop);
      awaitQuiet(fairness.grace());
      List.copyOf(running).forEach(QueuedRun::stop);
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

  private void checkPlaces(RunRequest request) throws RunRefused {
    if (closing) {
      throw new RunRefused.Unavailable("The server is stopping. Try again in a moment.");
    }
    long own = live().filter(run -> run.request.owner().equals(request.owner())).count();
    if (own >= places.perOwner) {
      throw new RunRefused.Busy(
          "You have " + own + " programs running already. Stop one, or wait until it ends.",
          typical.of(1, 1));
    }
    long near = live().filter(run -> run.request.address().equals(request.address())).count();
    if (near >= fairness.perAddress()) {
      throw new RunRefused.Busy(
          "Many programs are running for your network. Try again when one of them has ended.",
          typical.of(1, 1));
    }
    if (running.size() >= places.atOnce && waiting.size() >= places.queue) {
      throw new RunRefused.Busy(
          "Many programs are waiting to run. Try again when some of them have ended.",
          typical.of(waiting.size() + 1, places.atOnce));
    }
  }

  private void takeAllowance(RunRequest request) throws RunRefused {
    var own = owners.untilNext(request.owner());
    var near = addresses.untilNext(request.address());
    var wait = own.compareTo(near) > 0 ? own : near;
    if (wait.isPositive()) {
      throw new RunRefused.Busy("You start programs very fast. Wait a moment, then go on.", wait);
    }
    owners.take(request.owner());
    addresses.take(request.address());
  }

  private Stream<QueuedRun> live() {
    return Stream.concat(waiting.stream(), running.stream());
  }

  private void stopUnheard() {
    lock.lock();
    try {
      live()
          .filter(run -> run.log.unheard().compareTo(fairness.unheard()) > 0)
          .toList()
          .forEach(QueuedRun::stop);
    } finally {
      lock.unlock();
    }
  }

  /** Gives free places to those who wait, and tells the others where they stand now. */
  private void fill() {
    boolean moved = false;
    while (running.size() < places.atOnce && !waiting.isEmpty()) {
      var run = waiting.remove();
      running.add(run);
      run.began = System.nanoTime();
      run.execution = launcher.launch(run.request, run::happened);
      moved = true;
    }
    if (moved) {
      tellPositions();
    }
  }

  private void tellPositions() {
    int position = 0;
    for (var run : waiting) {
      run.log.append(new RunEvent.Queued(++position));
    }
  }

  /** A run of this runner. Its fields are guarded by the runner's lock. */
  private final class QueuedRun implements Run {
    private final String id = randomId();
    private final RunRequest request;
    private final RunLog log = new RunLog();
    private Launcher.@Nullable Execution execution;
    private long began;

    QueuedRun(RunRequest request) {
      this.request = request;
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
      stop(Reason.STOPPED);
    }

    private void stop(Reason reason) {
      lock.lock();
      try {
        if (execution != null) {
          execution.stop(reason);
        } else if (waiting.remove(this)) {
          log.append(new RunEvent.End(reason, null, null, 0, 0, 0));
          archive.add(this);
          tellPositions();
        }
      } finally {
        lock.unlock();
      }
    }

    private void happened(RunEvent event) {
      if (event instanceof RunEvent.End) {
        ended(event);
        return;
      }
      log.append(event);
      if (log.full()) {
        stop(Reason.OUTPUT);
      }
    }

    /** Its place is free by the time that its end can be read. */
    private void ended(RunEvent end) {
      lock.lock();
      try {
        running.remove(this);
        log.append(end);
        archive.add(this);
        typical.add(System.nanoTime() - began);
        quiet.signalAll();
        if (!closing) {
          fill();
        }
      } finally {
        lock.unlock();
      }
    }

    private static String randomId() {
      var bytes = new byte[16];
      RANDOM.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
