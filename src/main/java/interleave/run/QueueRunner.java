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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A runner with so many places, and a queue before them in the order of arrival. */
public final class QueueRunner implements Runner {
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final long CLOSE_SECONDS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Launcher launcher;
  private final Limits limits;
  private final Places places;
  private final RunArchive archive = new RunArchive();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Deque<QueuedRun> waiting = new ArrayDeque<>();
  private final Set<QueuedRun> running = new HashSet<>();
  private boolean closed;

  /**
   * How many runs there may be.
   *
   * @param atOnce runs under way
   * @param perOwner runs of one owner, waiting or under way
   * @param queue runs waiting
   */
  public record Places(int atOnce, int perOwner, int queue) {}

  /** The launcher is closed with this runner. */
  public QueueRunner(Launcher launcher, Limits limits, Places places) {
    this.launcher = launcher;
    this.limits = limits;
    this.places = places;
  }

  @Override
  public Run submit(RunRequest request) throws RunRefused {
    checkSandbox();
    checkRequest(request);
    lock.lock();
    try {
      checkPlaces(request.owner());
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
      return Stream.concat(waiting.stream(), running.stream())
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
      if (closed) {
        return;
      }
      closed = true;
      List.copyOf(waiting).forEach(QueuedRun::stop);
      List.copyOf(running).forEach(QueuedRun::stop);
      long nanos = TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
      while (!running.isEmpty() && nanos > 0) {
        nanos = quiet.awaitNanos(nanos);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    launcher.close();
  }

  private void checkSandbox() throws RunRefused {
    switch (launcher.status()) {
      case Status.Ready _ -> {}
      case Status.Unavailable(String reason) ->
          throw new RunRefused.Unavailable("Programs cannot be run here right now: " + reason);
    }
  }

  private void checkRequest(RunRequest request) throws RunRefused {
    var names = launcher.runtimes().stream().map(PythonRuntime::name).toList();
    if (!names.contains(request.runtime())) {
      throw new RunRefused.Invalid(
          "runtime",
          "This runtime is not installed here. Choose one of: "
              + names.stream().collect(Collectors.joining(", "))
              + ".");
    }
    long bytes = Utf8.length(request.code());
    if (bytes > limits.codeBytes()) {
      throw new RunRefused.TooLarge(
          "The program has "
              + bytes
              + " bytes; at most "
              + limits.codeBytes()
              + " are taken. Make it shorter.");
    }
    if (Utf8.length(request.input()) > RunRequest.MOST_INPUT_BYTES) {
      throw new RunRefused.TooLarge(
          "The input is too long; at most " + RunRequest.MOST_INPUT_BYTES + " bytes are taken.");
    }
  }

  private void checkPlaces(String owner) throws RunRefused {
    if (closed) {
      throw new RunRefused.Unavailable("The server is stopping. Try again in a moment.");
    }
    long own =
        Stream.concat(waiting.stream(), running.stream())
            .filter(run -> run.request.owner().equals(owner))
            .count();
    if (own >= places.perOwner) {
      throw new RunRefused.Busy(
          "You have " + own + " programs running already. Stop one, or wait until it ends.", RETRY);
    }
    if (running.size() >= places.atOnce && waiting.size() >= places.queue) {
      throw new RunRefused.Busy(
          "Many programs are waiting to run. Try again in a few seconds.", RETRY);
    }
  }

  /** Gives free places to those who wait, and tells the others where they stand now. */
  private void fill() {
    boolean moved = false;
    while (running.size() < places.atOnce && !waiting.isEmpty()) {
      var run = waiting.remove();
      running.add(run);
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
      lock.lock();
      try {
        if (execution != null) {
          execution.stop(Reason.STOPPED);
        } else if (waiting.remove(this)) {
          log.append(new RunEvent.End(Reason.STOPPED, null, null, 0, 0, 0));
          archive.add(this);
          tellPositions();
        }
      } finally {
        lock.unlock();
      }
    }

    private void happened(RunEvent event) {
      log.append(event);
      if (event instanceof RunEvent.End) {
        lock.lock();
        try {
          running.remove(this);
          archive.add(this);
          quiet.signalAll();
          if (!closed) {
            fill();
          }
        } finally {
          lock.unlock();
        }
      }
    }

    private static String randomId() {
      var bytes = new byte[16];
      RANDOM.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
