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
 * {@link #check} and {@link #fail} is for the poller's thread.
 */
final class SandboxedRun implements Launcher.Execution {
  private static final Logger LOG = System.getLogger(SandboxedRun.class.getName());
  private static final SparseLog LOST = new SparseLog(SandboxedRun.class);

  /** How long a sandbox may take to begin. */
  private static final long BEGIN_NANOS = 10_000_000_000L;

  /** How long it may take until nothing of it is left after its end, or after it was killed. */
  private static final long GONE_NANOS = 5_000_000_000L;

  private static final int PIECES_AT_ONCE = 64;

  /** More than a socket ever holds: what an ended process wrote, though others go on writing. */
  private static final int PIECES_HELD = 1024;

  private final Poller poller;
  private final Interpreter python;
  private final String tier;
  private final Limits limits;
  private final Consumer<RunEvent> events;
  private final Consumer<SandboxedRun> gone;

  private final Watches watches;
  private final Transcript transcript;
  private final Consumption consumption = new Consumption();
  private final AtomicReference<@Nullable Reason> stopped = new AtomicReference<>();

  private @Nullable Sandbox sandbox;
  private volatile @Nullable Gauges gauges;
  private Group group = new Polling();
  private volatile long launchedAt = System.nanoTime();
  private volatile long beganAt;
  private volatile long endingSince;
  private volatile String failure = "";
  private long exitedAt;
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
      Interpreter python,
      String tier,
      Limits limits,
      Consumer<RunEvent> events,
      Consumer<SandboxedRun> gone) {
    this.poller = poller;
    this.python = python;
    this.tier = tier;
    this.limits = limits;
    this.events = events;
    this.gone = gone;
    watches = new Watches(poller);
    transcript = new Transcript(poller, limits, consumption, events, new Listener(), this::drain);
  }

  /** Gives the run its sandbox, warm or cold, and the sandbox its program. */
  void start(Sandbox started, RunRequest request) {
    launchedAt = System.nanoTime();
    if (finished) {
      Burial.of(started, poller);
      return;
    }
    sandbox = started;
    group = started.group();
    var waits = new Waits(python);
    gauges = new Gauges(started, limits, request.network(), consumption, waits);
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

  /** Measures what is used and ends the run when it is too much; called every few milliseconds. */
  void check() {
    long now = System.nanoTime();
    if (endingSince != 0) {
      if (now - endingSince > GONE_NANOS) {
        poller.execute(this::finish);
      }
    } else if (beganAt == 0) {
      if (now - launchedAt > BEGIN_NANOS) {
        poller.execute(() -> lose("it did not begin in time"));
      }
    } else if (now - beganAt > limits.wallMs() * 1_000_000) {
      stop(Reason.TIME);
    } else if (gauges != null) {
      measure(gauges);
    }
  }

  private void measure(Gauges sandbox) {
    try {
      sandbox.passed().ifPresent(this::stop);
      var look = sandbox.look();
      poller.execute(() -> looked(look));
    } catch (Starved thrown) {
      poller.execute(() -> lose(SandboxProblem.reasonOf(thrown)));
    }
  }

  /** Why the run was lost, for the person who runs the server; empty when it was not. */
  String complaint() {
    return failure;
  }

  /** Who looks while a program ends may see less than there was. */
  private void looked(Look look) {
    if (endingSince == 0 && !finished) {
      transcript.looked(look);
    }
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
      isEnding();
      sandbox.kill();
    }
  }

  private void isEnding() {
    if (endingSince == 0) {
      endingSince = System.nanoTime();
    }
  }

  private void read(Fd socket, Stream stream, int most) {
    try {
      for (int i = 0; i < most && watches.has(socket); i++) {
        switch (poller.receiver().receive(socket)) {
          case Received.Piece(int pid, ByteBuffer bytes) -> transcript.take(pid, stream, bytes);
          case Received.Descriptors(var sent) -> {
            poller.discard(sent);
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
    exitedAt = System.nanoTime();
    isEnding();
    watches.remove(ended.init().fd());
    try {
      programEnd = ended.programEnd();
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "how a sandbox ended is not known: {0}", thrown.getMessage());
    }
    finishWhenQuiet();
  }

  private void finishWhenQuiet() {
    if (exitedAt != 0 && watches.isEmpty()) {
      finish();
    }
  }

  private void finish() {
    group.passed().ifPresent(passed -> stopped.compareAndSet(null, passed));
    var reason = stopped.get();
    if (reason != null) {
      finish(reason, false);
    } else if (beganAt == 0 || programEnd.isEmpty()) {
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
    try {
      transcript.finish();
      consumption.counted(group.cpuMicros(), group.peakBytes());
      watches.removeAll();
      if (sandbox != null && exitedAt != 0) {
        sandbox.close();
      } else if (sandbox != null) {
        Burial.of(sandbox, poller);
      }
    } finally {
      gone.accept(this);
      // Of a program that was stopped it is of no interest how its process ended.
      var own = programEnd.filter(_ -> ownEnd);
      long wallNanos = beganAt == 0 ? 0 : Math.max(beganAt, exitedAt) - beganAt;
      events.accept(consumption.atTheEnd(reason, own, wallNanos / 1_000_000));
    }
  }

  private final class Listener implements Transcript.Listener {
    @Override
    public void began() {
      beganAt = System.nanoTime();
      consumption.groupBegan(group.cpuMicros());
      events.accept(new RunEvent.Started(python.runtime(), Sandbox.CORES, tier, limits));
    }

    @Override
    public void passed(Reason limit) {
      stop(limit);
    }
  }
}
