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
import interleave.run.sandbox.Members.Member;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One program in one sandbox, from its first word to its end. Everything but {@link #stop}, {@link
 * #check} and the start happens on the poller's thread.
 */
final class SandboxedRun implements Launcher.Execution {
  private static final Logger LOG = System.getLogger(SandboxedRun.class.getName());

  /** How long a sandbox may take to begin. */
  private static final long BEGIN_NANOS = 10_000_000_000L;

  /** How long it may take until nothing of it is left after its end. */
  private static final long GONE_NANOS = 2_000_000_000L;

  private static final int PIECES_AT_ONCE = 64;
  private static final int SIGNALLED = 128;
  private static final int MOST_COMPLAINT = 2000;

  private final Poller poller;
  private final PythonRuntime runtime;
  private final String tier;
  private final Limits limits;
  private final Consumer<RunEvent> events;
  private final Consumer<SandboxedRun> gone;

  private final Output output;
  private final Tasks tasks;
  private final Members members;
  private final Map<Integer, Long> reportedCpuMicros = new HashMap<>();
  private final StringBuilder complaint = new StringBuilder();
  private final AtomicReference<@Nullable Reason> stopped = new AtomicReference<>();

  private @Nullable Sandbox sandbox;
  private final Map<Fd, Long> watches = new HashMap<>();
  private volatile @Nullable Meter meter;
  private volatile long launchedAt = System.nanoTime();
  private volatile long beganAt;
  private volatile long exitedAt;
  private volatile long meteredCpuMs;
  private volatile long peakBytes;
  private long outputBytes;
  private boolean outOfMemory;
  private boolean mainReported;
  private boolean finished;
  private OptionalInt exitCode = OptionalInt.empty();

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
    this.output = new Output(events);
    this.tasks = new Tasks(this::taskEvent);
    this.members = new Members(poller, this::ended);
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
    var using = meter;
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
    } else if (using != null) {
      check(using.look(limits.memoryBytes()));
    }
  }

  private void check(Meter.Usage usage) {
    meteredCpuMs = Math.max(meteredCpuMs, usage.cpuMs());
    peakBytes = Math.max(peakBytes, usage.memoryBytes());
    if (usage.cpuMs() > limits.cpuMs()) {
      stop(Reason.CPU);
    } else if (usage.memoryBytes() > limits.memoryBytes()) {
      stop(Reason.MEMORY);
    } else if (usage.tasks() > limits.tasks()) {
      stop(Reason.TASKS);
    }
  }

  /** What the sandbox said before it could begin, for the person who runs the server. */
  String complaint() {
    return complaint.toString().strip();
  }

  private void attach(Sandbox started, String code) {
    sandbox = started;
    meter = new Meter(started.child().pid());
    try {
      watch(started.out(), () -> read(started.out(), Stream.OUT, PIECES_AT_ONCE));
      watch(started.err(), () -> read(started.err(), Stream.ERR, PIECES_AT_ONCE));
      watch(started.child().fd(), this::exited);
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
      for (int i = 0; i < most && watches.containsKey(socket); i++) {
        switch (poller.receiver().receive(socket)) {
          case Received.Piece(int pid, ByteBuffer bytes) -> take(members.get(pid), stream, bytes);
          case Received.Finished() -> {
            unwatch(socket);
            finishWhenQuiet();
          }
          case Received.Nothing() -> {
            return;
          }
        }
      }
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "output of a sandbox cannot be read: {0}", thrown.getMessage());
      unwatch(socket);
      stop(Reason.LOST);
    }
  }

  private void take(Member member, Stream stream, ByteBuffer bytes) {
    switch (stream) {
      case OUT -> member.parser.feed(bytes, new Frames(member));
      case ERR -> write(member, OptionalInt.empty(), Stream.ERR, bytes);
    }
  }

  private void write(Member member, OptionalInt thread, Stream stream, ByteBuffer bytes) {
    if (beganAt == 0) {
      var text = StandardCharsets.UTF_8.decode(bytes);
      complaint.append(text, 0, Math.min(text.length(), MOST_COMPLAINT - complaint.length()));
      return;
    }
    long room = limits.outputBytes() - outputBytes;
    outputBytes += bytes.remaining();
    if (room <= 0) {
      return;
    }
    announce(member);
    var kept = bytes.slice(bytes.position(), (int) Math.min(room, bytes.remaining()));
    if (output.write(now(), tasks.writer(member.inside, thread), stream, kept)) {
      poller.hold(output);
    }
    if (bytes.remaining() > room) {
      output.flush();
      events.accept(new RunEvent.Truncated("output", limits.outputBytes()));
      stop(Reason.OUTPUT);
    }
  }

  /** A process that wrote before it was announced is known by its program and the kernel's word. */
  private void announce(Member member) {
    if (!tasks.isLive(member.inside)) {
      announce(member, member.program, member.parent == 0 ? null : idOf(member.parent));
    }
  }

  private void announce(Member member, @Nullable String name, @Nullable String parent) {
    tasks.beginProcess(now(), member.inside, name, parent);
    countTasks();
  }

  private String idOf(int pid) {
    int inside = members.insideOf(pid);
    return Tasks.id(inside, inside);
  }

  private void countTasks() {
    if (tasks.count() > limits.tasks()) {
      stop(Reason.TASKS);
    }
  }

  /** Whatever was written before a task event must stand before it. */
  private void taskEvent(RunEvent event) {
    output.flush();
    events.accept(event);
  }

  /** The first frame of all comes from the boot code, before any of the program has run. */
  private void begin(Member member) {
    if (beganAt != 0) {
      return;
    }
    members.isMain(member);
    beganAt = System.nanoTime();
    events.accept(new RunEvent.Started(runtime.name(), tier, limits));
    tasks.beginProcess(0, Members.MAIN, "main", null);
    if (stopped.get() != null) {
      kill();
    }
  }

  private void ended(Member member) {
    drain();
    member.parser.finish(new Frames(member));
    tasks.endProcess(now(), member.inside);
  }

  private void drain() {
    if (sandbox != null) {
      read(sandbox.out(), Stream.OUT, Integer.MAX_VALUE);
      read(sandbox.err(), Stream.ERR, Integer.MAX_VALUE);
    }
  }

  private void exited() {
    if (sandbox == null) {
      return;
    }
    exitedAt = System.nanoTime();
    unwatch(sandbox.child().fd());
    sandbox.child().reap();
    try {
      exitCode = sandbox.exitCode();
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
      finish(outOfMemory ? Reason.MEMORY : Reason.FAILED);
    }
  }

  private void finish(Reason reason) {
    if (finished) {
      return;
    }
    finished = true;
    members.all().forEach(member -> member.parser.finish(new Frames(member)));
    members.close();
    output.finish(now());
    tasks.endAll(now());
    if (sandbox != null) {
      watches.keySet().stream().toList().forEach(this::unwatch);
      sandbox.close();
    }
    gone.accept(this);
    events.accept(end(reason));
  }

  private RunEvent.End end(Reason reason) {
    boolean ownEnd = stopped.get() == null && exitCode.isPresent();
    int code = exitCode.orElse(0);
    boolean signal = ownEnd && code > SIGNALLED && !mainReported;
    long wallNanos = beganAt == 0 ? 0 : Math.max(beganAt, exitedAt) - beganAt;
    long reported = reportedCpuMicros.values().stream().mapToLong(micros -> micros).sum() / 1000;
    return new RunEvent.End(
        reason,
        ownEnd && !signal ? code : null,
        signal ? code - SIGNALLED : null,
        wallNanos / 1_000_000,
        Math.max(meteredCpuMs, reported),
        peakBytes);
  }

  /** Microseconds since the program began. */
  private long now() {
    return beganAt == 0 ? 0 : (System.nanoTime() - beganAt) / 1000;
  }

  private void watch(Fd fd, Runnable handler) throws LinuxException {
    watches.put(fd, poller.watch(fd, () -> guarded(handler)));
  }

  /** A fault of ours ends this run, and no other. */
  private void guarded(Runnable handler) {
    try {
      handler.run();
    } catch (RuntimeException thrown) {
      LOG.log(Level.ERROR, "reading a sandbox failed", thrown);
      kill();
      finish(Reason.LOST);
    }
  }

  private void unwatch(Fd fd) {
    var token = watches.remove(fd);
    if (token != null) {
      try {
        poller.unwatch(fd, token);
      } catch (LinuxException thrown) {
        LOG.log(Level.ERROR, "a watch cannot be ended: {0}", thrown.getMessage());
      }
    }
  }

  /** What a process of the sandbox says; the kernel says which process it is. */
  private final class Frames implements FrameParser.Sink {
    private final Member member;

    Frames(Member member) {
      this.member = member;
    }

    @Override
    public void plain(ByteBuffer bytes) {
      write(member, OptionalInt.empty(), Stream.OUT, bytes);
    }

    @Override
    public void frame(char kind, int thread, ByteBuffer payload) {
      switch (kind) {
        case 'o' -> write(member, OptionalInt.of(thread), Stream.OUT, payload);
        case 'e' -> write(member, OptionalInt.of(thread), Stream.ERR, payload);
        case 'P' -> {
          members.claim(member, part(payload, 2));
          announce(member, part(payload, 0), part(payload, 1));
        }
        case 'T' -> beginThread(thread, payload);
        case 't' -> tasks.endThread(now(), member.inside, thread);
        case 'B' -> begin(member);
        case 'U' -> usage(payload);
        case 'M' -> outOfMemory = true;
        default -> {
          // A forged frame of no kind: nothing that anybody could want to read.
        }
      }
    }

    private void beginThread(int thread, ByteBuffer payload) {
      announce(member);
      tasks.beginThread(now(), member.inside, thread, part(payload, 0), part(payload, 1));
      countTasks();
    }

    /** Only what the meter may have missed; no more than the time and the limits allow. */
    private void usage(ByteBuffer payload) {
      var words = text(payload).split(" ", -1);
      try {
        long micros = Math.clamp(Long.parseLong(words[0]), 0, limits.cpuMs() * 1000);
        reportedCpuMicros.put(member.pid, micros);
        long bytes = Math.clamp(Long.parseLong(words[1]) * 1024, 0, limits.memoryBytes());
        peakBytes = Math.max(peakBytes, bytes);
        mainReported |= member.inside == Members.MAIN;
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
        // Forged; what the meter saw stands.
      }
    }

    private static @Nullable String part(ByteBuffer payload, int index) {
      var parts = text(payload).split("\0", -1);
      return index < parts.length && !parts[index].isEmpty() ? parts[index] : null;
    }

    private static String text(ByteBuffer payload) {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
  }
}
