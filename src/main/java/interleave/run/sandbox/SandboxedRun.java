package interleave.run.sandbox;

import interleave.run.Launcher;
import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Stream;
import interleave.run.linux.Child;
import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import interleave.run.linux.Receiver.Received;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of one program in one sandbox, from its start to its end. Everything but {@link #stop},
 * {@link #check} and the start happens on the poller's thread.
 */
final class SandboxedRun implements Launcher.Execution {
  private static final Logger LOG = System.getLogger(SandboxedRun.class.getName());

  /** How long a sandbox may take to begin. */
  private static final long BEGIN_NANOS = 10_000_000_000L;

  /** How long it may take until nothing of it is left after its end. */
  private static final long GONE_NANOS = 2_000_000_000L;

  private static final int PIECES_AT_ONCE = 64;
  private static final int SIGNALLED = 128;

  private final Poller poller;
  private final PythonRuntime runtime;
  private final String tier;
  private final Limits limits;
  private final Consumer<RunEvent> events;
  private final Consumer<SandboxedRun> gone;

  private final Watches watches;
  private final Transcript transcript;
  private final Consumption consumption = new Consumption();
  private final AtomicReference<@Nullable Reason> stopped = new AtomicReference<>();

  private @Nullable Sandbox sandbox;
  private volatile @Nullable Meter meter;
  private volatile long launchedAt = System.nanoTime();
  private volatile long beganAt;
  private volatile long exitedAt;
  private boolean finished;
  private OptionalInt exitCode = OptionalInt.empty();

  /**
   * A run that has no sandbox yet.
   *
   * @param events takes its events
   * @param gone is told when nothing of it is left, just before the end event
   */
  SandboxedRun(
      Poller poller,
      PythonRuntime runtime,
      String tier,
      Limits limits,
      Consumer<RunEvent> events,
      Consumer<SandboxedRun> gone) {
    this.poller = poller;
    this.runtime = runtime;
    this.tier = tier;
    this.limits = limits;
    this.events = events;
    this.gone = gone;
    watches = new Watches(poller);
    transcript = new Transcript(poller, limits, consumption, events, new Listener(), this::drain);
  }

  /** Gives the run its sandbox and the sandbox its program. */
  void start(Sandbox started, String code) {
    launchedAt = System.nanoTime();
    poller.execute(() -> attach(started, code));
  }

  /** Ends a run that got no sandbox. */
  void fail(LinuxException why) {
    LOG.log(Level.ERROR, "no sandbox could be started: {0}", why.getMessage());
    poller.execute(() -> finish(Reason.LOST));
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
    if (exitedAt != 0) {
      if (now - exitedAt > GONE_NANOS) {
        poller.execute(this::finish);
      }
    } else if (beganAt == 0) {
      if (now - launchedAt > BEGIN_NANOS) {
        stopped.compareAndSet(null, Reason.LOST);
        poller.execute(this::killUnbegun);
      }
    } else if (now - beganAt > limits.wallMs() * 1_000_000) {
      stop(Reason.TIME);
    } else if (meter != null) {
      check(meter.look(limits.memoryBytes()));
    }
  }

  /** What the sandbox said before it could begin, for the person who runs the server. */
  String complaint() {
    return transcript.complaint();
  }

  private void check(Meter.Usage usage) {
    consumption.metered(usage);
    if (usage.cpuMs() > limits.cpuMs()) {
      stop(Reason.CPU);
    } else if (usage.memoryBytes() > limits.memoryBytes()) {
      stop(Reason.MEMORY);
    } else if (usage.tasks() > limits.tasks()) {
      stop(Reason.TASKS);
    }
  }

  private void attach(Sandbox started, String code) {
    sandbox = started;
    meter = new Meter(started.child().pid());
    try {
      watch(started.out(), () -> read(started.out(), Stream.OUT, PIECES_AT_ONCE));
      watch(started.err(), () -> read(started.err(), Stream.ERR, PIECES_AT_ONCE));
      watch(started.child().fd(), () -> exited(started));
      if (stopped.get() == null) {
        started.run(code, limits);
      } else {
        started.program().close();
      }
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "a sandbox did not take its program: {0}", thrown.getMessage());
      stopped.compareAndSet(null, Reason.LOST);
    }
  }

  /** A fault of ours ends this run, and no other. */
  private void watch(Fd fd, Runnable handler) throws LinuxException {
    watches.add(
        fd,
        () -> {
          try {
            handler.run();
          } catch (RuntimeException thrown) {
            LOG.log(Level.ERROR, "reading a sandbox failed", thrown);
            kill();
            finish(Reason.LOST);
          }
        });
  }

  /**
   * Kills bubblewrap, and by that all that is inside. Not before the program has begun: while
   * bubblewrap still sets up, its own child does not end with it yet.
   */
  private void kill() {
    if (sandbox != null && beganAt != 0 && !finished) {
      sandbox.child().kill();
    }
  }

  /** A sandbox that hangs before its program begins is taken apart from below. */
  private void killUnbegun() {
    if (sandbox != null && beganAt == 0 && !finished) {
      for (int pid : new Descendants(sandbox.child().pid()).now().reversed()) {
        try (var child = Child.of(pid)) {
          child.kill();
        } catch (LinuxException _) {
          // It ended by itself.
        }
      }
      sandbox.child().kill();
    }
  }

  private void read(Fd socket, Stream stream, int most) {
    try {
      for (int i = 0; i < most && watches.has(socket); i++) {
        switch (poller.receiver().receive(socket)) {
          case Received.Piece(int pid, ByteBuffer bytes) -> transcript.take(pid, stream, bytes);
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
      LOG.log(Level.ERROR, "output of a sandbox cannot be read: {0}", thrown.getMessage());
      watches.remove(socket);
      stop(Reason.LOST);
    }
  }

  private void drain() {
    if (sandbox != null && !finished) {
      read(sandbox.out(), Stream.OUT, Integer.MAX_VALUE);
      read(sandbox.err(), Stream.ERR, Integer.MAX_VALUE);
    }
  }

  private void exited(Sandbox ended) {
    exitedAt = System.nanoTime();
    watches.remove(ended.child().fd());
    ended.child().reap();
    try {
      exitCode = ended.exitCode();
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
    var reason = stopped.get();
    if (reason != null) {
      finish(reason);
    } else if (beganAt == 0 || exitCode.isEmpty()) {
      LOG.log(Level.ERROR, "a sandbox was lost: {0}", complaint());
      finish(Reason.LOST);
    } else if (exitCode.getAsInt() == 0) {
      finish(Reason.EXITED);
    } else {
      finish(transcript.outOfMemory() ? Reason.MEMORY : Reason.FAILED);
    }
  }

  private void finish(Reason reason) {
    if (finished) {
      return;
    }
    finished = true;
    transcript.finish();
    watches.removeAll();
    if (sandbox != null) {
      sandbox.close();
    }
    gone.accept(this);
    events.accept(end(reason));
  }

  /** Bubblewrap tells a death by signal as 128 and its number; a code told by Python is a code. */
  private RunEvent.End end(Reason reason) {
    boolean ownEnd = stopped.get() == null && exitCode.isPresent();
    int code = exitCode.orElse(0);
    boolean signal = ownEnd && code > SIGNALLED && !transcript.mainReported();
    long wallNanos = beganAt == 0 ? 0 : Math.max(beganAt, exitedAt) - beganAt;
    return new RunEvent.End(
        reason,
        ownEnd && !signal ? code : null,
        signal ? code - SIGNALLED : null,
        wallNanos / 1_000_000,
        consumption.cpuMs(),
        consumption.peakBytes());
  }

  private final class Listener implements Transcript.Listener {
    @Override
    public void began() {
      beganAt = System.nanoTime();
      events.accept(new RunEvent.Started(runtime.name(), tier, limits));
      if (stopped.get() != null) {
        kill();
      }
    }

    @Override
    public void passed(Reason limit) {
      stop(limit);
    }
  }
}
