package interleave.run;

import interleave.run.RunEvent.End;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Launches programs that are nothing but paper: each goes on until it is told to end. So thousands
 * can come and go, and a launcher can fail in ways that no real one is known to. What real programs
 * do is tested on the real sandbox.
 */
final class PaperLauncher implements Launcher {
  private static final PythonRuntime PYTHON = new PythonRuntime("3.11", "3.11.2");

  static final Limits LIMITS = new Limits(10_000, 8_000, 1 << 28, 64, 1 << 18, 1 << 16);

  /** Programs with this text cannot be launched. */
  static final String TORN = "torn paper";

  /** Programs with this text cannot be stopped. */
  static final String STUCK = "stuck paper";

  /** Those under way, in the order in which they began. */
  final ConcurrentLinkedDeque<Paper> underWay = new ConcurrentLinkedDeque<>();

  /** The most that were ever under way at a time. */
  final AtomicInteger most = new AtomicInteger();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  record Paper(PaperLauncher launcher, RunRequest request, Consumer<RunEvent> events)
      implements Execution {
    @Override
    public void stop(Reason reason) {
      if (request.code().equals(STUCK)) {
        throw new IllegalStateException("it cannot be stopped");
      }
      launcher.thread.execute(() -> end(reason));
    }

    /** Ends it, if it has not ended yet; its events are told by this thread. */
    void end(Reason reason) {
      if (launcher.underWay.remove(this)) {
        events.accept(new End(reason, null, null, 1, 1, 1));
      }
    }
  }

  /** A request of an owner; they all come from one address. */
  static RunRequest request(String owner) {
    return request("pass", owner);
  }

  static RunRequest request(String code, String owner) {
    return new RunRequest(code, "3.11", owner, "net");
  }

  /** Ends the program that began first of those under way. */
  void endFirst() {
    underWay.getFirst().end(Reason.EXITED);
  }

  @Override
  public Execution launch(RunRequest request, Consumer<RunEvent> events) {
    if (request.code().equals(TORN)) {
      throw new IllegalStateException("it cannot be launched");
    }
    var paper = new Paper(this, request, events);
    underWay.add(paper);
    most.accumulateAndGet(underWay.size(), Math::max);
    thread.execute(() -> events.accept(new Started(PYTHON, 1, "paper", LIMITS)));
    return paper;
  }

  @Override
  public Runner.Status status() {
    return new Runner.Status.Ready("paper");
  }

  @Override
  public List<PythonRuntime> runtimes() {
    return List.of(PYTHON);
  }

  @Override
  public List<PythonRuntime> steppable() {
    return runtimes();
  }

  @Override
  public void close() {
    underWay.forEach(paper -> paper.end(Reason.STOPPED));
    thread.shutdown();
  }
}
