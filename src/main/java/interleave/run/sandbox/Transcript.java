package interleave.run.sandbox;

import static interleave.run.sandbox.Parts.number;
import static interleave.run.sandbox.Parts.part;

import interleave.run.Limits;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Stream;
import interleave.run.sandbox.Members.Member;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of what the processes of a sandbox write: output under the task that wrote it, and
 * the beginnings and ends of tasks. For the poller's thread.
 */
final class Transcript {
  /** What the transcript finds out that is not for the record. */
  interface Listener {
    /** The program begins now. */
    void began();

    /** The program passed a limit on what it may write or start. */
    void passed(Reason limit);
  }

  private static final int MOST_COMPLAINT = 2000;

  private final Poller poller;
  private final Limits limits;
  private final Consumer<RunEvent> events;
  private final Listener listener;
  private final Members members;
  private final Output output;
  private final Tasks tasks;
  private final Consumption consumption;
  private final Samples samples;
  private final StringBuilder complaint = new StringBuilder();

  private long beganAt;
  private long outputBytes;
  private boolean truncated;
  private boolean outOfMemory;

  Transcript(
      Poller poller,
      Limits limits,
      Consumption consumption,
      Consumer<RunEvent> events,
      Listener listener,
      Runnable drain) {
    this.poller = poller;
    this.limits = limits;
    this.consumption = consumption;
    samples = new Samples(Sandbox.CORES, limits.cpuMs() * 1_000_000);
    this.events = events;
    this.listener = listener;
    output = new Output(events);
    tasks = new Tasks(this::taskEvent, this::taskEnded);
    members = new Members(poller, member -> ended(member, drain));
  }

  /** Takes bytes that the process {@code pid}, as we number it, wrote to a stream. */
  void take(int pid, Stream stream, ByteBuffer bytes) {
    var member = members.get(pid);
    switch (stream) {
      case OUT -> member.parser.feed(bytes, new Frames(member));
      case ERR -> write(member, OptionalInt.empty(), Stream.ERR, bytes, null);
    }
  }

  /** Takes what was seen of the tasks, once the program has begun. */
  void looked(Look look) {
    samples.looked(System.nanoTime(), look).ifPresent(this::tell);
  }

  /**
   * Nothing more will come: all that is held back goes out, and all tasks have ended. What they did
   * in their last moments is told after their ends, so that nobody takes it to have gone on.
   */
  void finish() {
    members.all().forEach(member -> member.parser.finish(new Frames(member)));
    members.close();
    output.finish(now());
    tasks.endAll(now());
    samples.last(System.nanoTime()).ifPresent(this::tell);
  }

  /** What the sandbox said before the program began, for the person who runs the server. */
  String complaint() {
    return complaint.toString().strip();
  }

  /** Whether the program's last words were that it had no memory left. */
  boolean outOfMemory() {
    return outOfMemory;
  }

  /** What is still to be read of a process that ended is read before its end is told. */
  private void ended(Member member, Runnable drain) {
    drain.run();
    member.parser.finish(new Frames(member));
    tasks.endProcess(now(), member.inside);
  }

  /** Held output keeps its place: it will be told later with the time at which it was written. */
  private void tell(Samples.Sample sample) {
    events.accept(
        new RunEvent.Usage(
            output.notBefore(now()), sample.from(), sample.cpu(), sample.ready(), sample.waits()));
  }

  private void write(
      Member member, OptionalInt thread, Stream stream, ByteBuffer bytes, @Nullable Integer line) {
    if (beganAt == 0) {
      var text = StandardCharsets.UTF_8.decode(bytes);
      complaint.append(text, 0, Math.min(text.length(), MOST_COMPLAINT - complaint.length()));
      return;
    }
    if (truncated) {
      return;
    }
    int kept = (int) Math.min(limits.outputBytes() - outputBytes, bytes.remaining());
    outputBytes += kept;
    announce(member);
    var text = bytes.slice(bytes.position(), kept);
    if (output.write(now(), tasks.writer(member.inside, thread), stream, text, line)) {
      poller.hold(output);
    }
    if (kept < bytes.remaining()) {
      truncated = true;
      output.flush();
      events.accept(new RunEvent.Truncated("output", limits.outputBytes()));
      listener.passed(Reason.OUTPUT);
    }
  }

  /** A process that wrote before it was announced is known by its program and the kernel's word. */
  private void announce(Member member) {
    if (!tasks.isLive(member.inside)) {
      announce(member, member.program, member.parent == 0 ? null : idOf(member.parent));
    }
  }

  private void announce(Member member, @Nullable String name, @Nullable String parent) {
    tasks.beginProcess(now(), member.inside, Names.clean(name), parent);
    countTasks();
  }

  private String idOf(int pid) {
    int inside = members.insideOf(pid);
    return Tasks.id(inside, inside);
  }

  private void countTasks() {
    if (tasks.count() > limits.tasks()) {
      listener.passed(Reason.TASKS);
    }
  }

  private void taskEnded(String task) {
    samples.ended(System.nanoTime(), task);
    output.end(now(), task);
  }

  /** Whatever was written before a task event must stand before it. */
  private void taskEvent(RunEvent event) {
    output.flush();
    events.accept(event);
  }

  /** The first frame of all comes from the boot code, before any of the program has run. */
  private void begin(Member member, OptionalLong startMicros) {
    if (beganAt == 0) {
      beganAt = System.nanoTime();
      consumption.began(startMicros.orElse(0));
      members.isMain(member);
      samples.begin(beganAt, idOf(member.pid), atBegin(member.pid, startMicros.orElse(0)));
      listener.began();
      tasks.beginProcess(0, Members.MAIN, "main", null);
    }
  }

  /** How long the first process has waited for a core says the kernel alone. */
  private static Seen atBegin(int pid, long cpuMicros) {
    long ready = Schedstat.of(pid, pid).map(Schedstat::readyNanos).orElse(0L);
    return Seen.at(cpuMicros * 1000, ready);
  }

  /** Microseconds since the program began. */
  private long now() {
    return beganAt == 0 ? 0 : (System.nanoTime() - beganAt) / 1000;
  }

  /** What a process of the sandbox says; the kernel says which process it is. */
  private final class Frames implements FrameParser.Sink {
    private final Member member;

    Frames(Member member) {
      this.member = member;
    }

    @Override
    public void plain(ByteBuffer bytes) {
      write(member, OptionalInt.empty(), Stream.OUT, bytes, null);
    }

    @Override
    public void frame(char kind, int thread, ByteBuffer payload) {
      switch (kind) {
        case 'o' -> write(member, OptionalInt.of(thread), Stream.OUT, payload, null);
        case 'e' -> write(member, OptionalInt.of(thread), Stream.ERR, payload, null);
        case 'O' -> writeAt(thread, Stream.OUT, payload);
        case 'E' -> writeAt(thread, Stream.ERR, payload);
        case 'P' -> {
          members.claim(member, part(payload, 2));
          announce(member, part(payload, 0), Names.id(part(payload, 1)));
        }
        case 'T' -> {
          announce(member);
          beginThread(thread, part(payload, 0), Names.id(part(payload, 1)));
        }
        case 't' -> endThread(thread, payload);
        case 'B' -> begin(member, number(payload, 0));
        case 'U' -> {
          report(number(payload, 0), number(payload, 1));
          number(payload, 2).ifPresent(micros -> said(thread, micros * 1000));
        }
        case 'M' -> outOfMemory = true;
        default -> {
          // A forged frame of no kind: nothing that anybody could want to read.
        }
      }
    }

    /** What is too short to begin with a line's number is forged. */
    private void writeAt(int thread, Stream stream, ByteBuffer payload) {
      if (payload.remaining() >= Integer.BYTES) {
        int line = payload.getInt();
        write(member, OptionalInt.of(thread), stream, payload, line > 0 ? line : null);
      }
    }

    private void beginThread(int thread, @Nullable String name, @Nullable String parent) {
      if (thread > 0) {
        tasks.beginThread(now(), member.inside, thread, Names.clean(name), parent);
        countTasks();
      }
    }

    private void endThread(int thread, ByteBuffer payload) {
      if (payload.remaining() >= Long.BYTES) {
        said(thread, payload.getLong());
      }
      tasks.endThread(now(), member.inside, thread);
    }

    /** How long a thread was on a core; only if it is one. */
    private void said(int thread, long nanos) {
      var task = Tasks.id(member.inside, thread);
      if (tasks.isTold(task)) {
        samples.said(task, nanos);
      }
    }

    /** Only what the meter may have missed; no more than the limits allow. */
    private void report(OptionalLong micros, OptionalLong kib) {
      if (micros.isPresent() && kib.isPresent()) {
        consumption.reported(
            member.pid,
            Math.clamp(micros.getAsLong(), 0, limits.cpuMs() * 1000),
            Math.clamp(kib.getAsLong(), 0, limits.memoryBytes() / 1024) * 1024);
      }
    }
  }
}
