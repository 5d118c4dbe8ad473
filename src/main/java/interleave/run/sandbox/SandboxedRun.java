package interleave.run.sandbox;

import interleave.log.SparseLog;
import interleave.run.Launcher;
import interleave.run.Limits;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Stream;
import interleave.run.RunRequest;
import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import interleave.run.linux.Receiver.Received;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of one program in one sandbox, from its start to its end. Everything but {@link #stop},
 * {@link #fail} and what {@link RunWatch} calls is for the poller's thread.
 */
final class SandboxedRun implements Launcher.Execution, RunWatch.Watched {
  private static final Logger LOG = System.getLogger(SandboxedRun.class.getName());
  private static final SparseLog LOST = new SparseLog(SandboxedRun.class);

  private static final int PIECES_AT_ONCE = 64;

  /** More than a socket ever holds: what an ended process wrote, though others go on writing. */
  private static final int PIECES_HELD = 1024;

  private final Poller poller;
  private final RunWatch watch;
  private final Interpreter python;
  private final Tier tier;
  private final Limits limits;
  private final Consumer<RunEvent> events;
  private final Consumer<SandboxedRun> gone;

  private final Watches watches;
  private final Transcript transcript;
  private final Consumption consumption = new Consumption();
  private final AtomicReference<@Nullable Reason> stopped = new AtomicReference<>();

  private final RunTimes times = new RunTimes(System::nanoTime);

  private @Nullable Sandbox sandbox;
  private @Nullable RunMonitor monitor;
  private @Nullable TaskLooks looks;
  private Group group = new Polling();
  private volatile String failure = "";
  private boolean finished;
  private Optional<ProgramEnd> programEnd = Optional.empty();

  /**
   * A run that has no sandbox yet.
   *
   * @param events takes its events
   * @param gone is told when nothing of it is left, just before the end event
   */
  SandboxedRun(
      Poller poller,
      RunWatch watch,
      Interpreter python,
      Tier tier,
      Limits limits,
      Consumer<RunEvent> events,
      Consumer<SandboxedRun> gone) {
    this.poller = poller;
    this.watch = watch;
    this.python = python;
    this.tier = tier;
    this.limits = limits;
    this.events = events;
    this.gone = gone;
    watches = new Watches(poller);
    transcript = new Transcript(poller, limits, consumption, events, new Listener(), this::drain);
    watch.keepTime(this);
  }

  /** Gives the run its sandbox, warm or cold, and the sandbox its program. */
  void start(Sandbox started, RunRequest request) {
    times.launched();
    if (finished) {
      Burial.of(started, poller);
      return;
    }
    sandbox = started;
    group = started.group();
    monitor = new RunMonitor(started, tier, limits, request.network(), consumption);
    looks = TaskLooks.of(started, request.network(), new Waits(python));
    try {
      watch(started.out(), () -> read(started.out(), Stream.OUT, PIECES_AT_ONCE));
      watch(started.err(), () -> read(started.err(), Stream.ERR, PIECES_AT_ONCE));
      watch(started.init().fd(), () -> exited(started));
      if (stopped.get() == null) {
        started.run(request, limits);
      } else {
        kill();
      }
    } catch (LinuxException thrown) {
      drain();
      lose("it did not take its program: " + thrown.getMessage());
    }
  }

  /** Ends a run that got no sandbox. */
  void fail(Throwable why) {
    poller.execute(() -> lose(SandboxProblem.reasonOf(why)));
  }

  @Override
  public void stop(Reason reason) {
    if (stopped.compareAndSet(null, reason)) {
      poller.execute(this::kill);
    }
  }

  @Override
  public void checkTime() {
    switch (times.late(limits).orElse(null)) {
      case END -> stop(Reason.TIME);
      case BEGINNING -> poller.execute(() -> lose("it did not begin in time"));
      case MEASUREMENT -> poller.execute(() -> lose("it could not be measured in time"));
      case DEPARTURE -> poller.execute(this::finish);
      case null -> {}
    }
  }

  @Override
  public void measure() {
    var mine = monitor;
    if (mine != null && !times.isEnding()) {
      unlessStarved(() -> mine.passed().ifPresent(this::stop));
      times.measured();
    }
  }

  @Override
  public void sample() {
    var mine = looks;
    if (mine != null && !times.isEnding()) {
      unlessStarved(() -> tell(mine.now()));
    }
  }

  /** What cannot be looked at for want of a descriptor cannot be held to its limits. */
  private void unlessStarved(Runnable looking) {
    try {
      looking.run();
    } catch (Starved thrown) {
      poller.execute(() -> lose(SandboxProblem.reasonOf(thrown)));
    }
  }

  /** Why the run was lost, for the person who runs the server; empty when it was not. */
  String complaint() {
    return failure;
  }

  /** Who looks while a program ends may see less than there was. */
  private void tell(Look look) {
    poller.execute(
        () -> {
          if (!times.isEnding() && !finished) {
            transcript.looked(look);
          }
        });
  }

  /** A fault of ours ends this run, and no other. */
  private void watch(Fd fd, Runnable handler) throws LinuxException {
    watches.add(
        fd,
        () -> {
          try {
            handler.run();
          } catch (Starved thrown) {
            lose(SandboxProblem.reasonOf(thrown));
          } catch (RuntimeException | Error thrown) {
            LOG.log(Level.ERROR, "reading a sandbox failed", thrown);
            finish(Reason.LOST, false);
          }
        });
  }

  private void kill() {
    if (sandbox != null && !finished) {
      times.ending();
      sandbox.kill();
    }
  }

  private void read(Fd socket, Stream stream, int most) {
    try {
      for (int i = 0; i < most && watches.has(socket); i++) {
        switch (poller.receiver().receive(socket)) {
          case Received.Piece(int pid, ByteBuffer bytes) -> transcript.take(pid, stream, bytes);
          case Received.Descriptors(var sent) -> {
            poller.discard(sent);
            watches.remove(socket);
            stop(Reason.OUTPUT);
          }
          case Received.Finished() -> {
            watches.remove(socket);
            finishWhenQuiet();
          }
          case Received.Nothing() -> {
            return;
          }
        }
      }
    } catch (LinuxException thrown) {
      watches.remove(socket);
      lose("its output cannot be read: " + thrown.getMessage());
    }
  }

  private void drain() {
    if (sandbox != null && !finished) {
      read(sandbox.out(), Stream.OUT, PIECES_HELD);
      read(sandbox.err(), Stream.ERR, PIECES_HELD);
    }
  }

  private void exited(Sandbox ended) {
    times.exited();
    watches.remove(ended.init().fd());
    try {
      programEnd = ended.programEnd();
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "how a sandbox ended is not known: {0}", thrown.getMessage());
    }
    finishWhenQuiet();
  }

  private void finishWhenQuiet() {
    if (times.hasExited() && watches.isEmpty()) {
      finish();
    }
  }

  private void finish() {
    group.passed().ifPresent(passed -> stopped.compareAndSet(null, passed));
    var reason = stopped.get();
    if (reason != null) {
      finish(reason, false);
    } else if (!times.hasBegun() || programEnd.isEmpty()) {
      lose("it ended before its program");
    } else if (programEnd.get().equals(new ProgramEnd.Exit(0))) {
      finish(Reason.EXITED, true);
    } else {
      finish(transcript.outOfMemory() ? Reason.MEMORY : Reason.FAILED, true);
    }
  }

  /** Ends the run for a reason of ours, which is told to the person who runs the server. */
  private void lose(String why) {
    if (!finished) {
      var said = transcript.complaint();
      failure = said.isEmpty() ? why : why + "; it said: " + said;
      LOST.error("a sandbox was lost: " + failure);
      finish(Reason.LOST, false);
    }
  }

  private void finish(Reason reason, boolean ownEnd) {
    if (finished) {
      return;
    }
    finished = true;
    watch.forget(this);
    try {
      conclude();
    } finally {
      gone.accept(this);
      // Of a program that was stopped it is of no interest how its process ended.
      var own = programEnd.filter(_ -> ownEnd);
      events.accept(consumption.atTheEnd(reason, own, times.wallMs()));
    }
  }

  /** Whatever goes wrong with what is told of it, nothing of it stays. */
  private void conclude() {
    try {
      transcript.finish();
      consumption.counted(group.cpuMicros(), group.peakBytes());
    } finally {
      watches.removeAll();
      if (sandbox != null && times.hasExited()) {
        sandbox.close();
      } else if (sandbox != null) {
        Burial.of(sandbox, poller);
      }
    }
  }

  private final class Listener implements Transcript.Listener {
    @Override
    public void began() {
      times.began();
      consumption.groupBegan(group.cpuMicros());
      watch.measure(SandboxedRun.this);
      events.accept(new RunEvent.Started(python.runtime(), Sandbox.CORES, tier.label(), limits));
    }

    @Override
    public void passed(Reason limit) {
      stop(limit);
    }
  }
}
