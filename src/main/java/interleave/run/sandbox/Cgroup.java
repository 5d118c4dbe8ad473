package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.RunEvent.Reason;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The control group of one sandbox. Of each thing that v1 and v2 name differently, the file that is
 * there is the one that is meant.
 */
final class Cgroup implements Group {
  private static final Logger LOG = System.getLogger(Cgroup.class.getName());

  private static final int TCP_PART = 4;

  private final List<Path> folders;
  private final Consumer<List<Path>> givenUp;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Takes the group's folders, which exist; {@code givenUp} is told them when it is closed. */
  Cgroup(List<Path> folders, Consumer<List<Path>> givenUp) {
    this.folders = List.copyOf(folders);
    this.givenUp = givenUp;
  }

  /**
   * Sets the limits. Memory is all that the kernel holds for the group: files in memory, pipes and
   * sockets too; but v1 counts what TCP holds by itself, which has a part of it for a limit of its
   * own. The sandbox's process 1 is among the spare tasks.
   */
  void limit(Limits limits) throws IOException {
    var bytes = Long.toString(limits.memoryBytes());
    write("memory.max", bytes);
    write("memory.swap.max", "0");
    write("memory.oom.group", "1");
    write("memory.limit_in_bytes", bytes);
    write("memory.memsw.limit_in_bytes", bytes);
    write("memory.kmem.tcp.limit_in_bytes", Long.toString(limits.memoryBytes() / TCP_PART));
    write("pids.max", Integer.toString(limits.tasks() + Sandbox.SPARE_TASKS));
  }

  @Override
  public void add(int pid) throws IOException {
    for (var folder : folders) {
      Files.writeString(folder.resolve("cgroup.procs"), Integer.toString(pid));
    }
  }

  @Override
  public CountedMemory counts() {
    if (has("memory.max")) {
      return CountedMemory.ALL;
    }
    return has("memory.limit_in_bytes") ? CountedMemory.ALL_BUT_DATAGRAMS : CountedMemory.NOTHING;
  }

  @Override
  public Optional<Reason> passed() {
    if (event("memory.events", "oom_kill") + event("memory.oom_control", "oom_kill") > 0) {
      return Optional.of(Reason.MEMORY);
    }
    return event("pids.events", "max") > 0 ? Optional.of(Reason.TASKS) : Optional.empty();
  }

  @Override
  public OptionalLong cpuMicros() {
    var nanos = number(read("cpuacct.usage"));
    return nanos.isPresent()
        ? OptionalLong.of(nanos.getAsLong() / 1000)
        : field("cpu.stat", "usage_usec");
  }

  @Override
  public OptionalLong peakBytes() {
    var peak = number(read("memory.peak"));
    return peak.isPresent() ? peak : number(read("memory.max_usage_in_bytes"));
  }

  @Override
  public void kill() {
    try {
      write("cgroup.kill", "1");
    } catch (IOException thrown) {
      LOG.log(Level.WARNING, "a group cannot be killed: {0}", thrown.getMessage());
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      givenUp.accept(folders);
    }
  }

  private long event(String file, String name) {
    return field(file, name).orElse(0);
  }

  private OptionalLong field(String file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> number(line.substring(name.length())))
        .findFirst()
        .orElseGet(OptionalLong::empty);
  }

  /** Empty also for {@code max}. */
  private static OptionalLong number(String text) {
    var digits = text.strip();
    return digits.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  private Stream<Path> find(String file) {
    return folders.stream().map(folder -> folder.resolve(file)).filter(Files::exists).limit(1);
  }

  private boolean has(String file) {
    return find(file).findAny().isPresent();
  }

  /** Writes a file that this kernel may have or not. */
  private void write(String file, String value) throws IOException {
    for (var path : find(file).toList()) {
      Files.writeString(path, value);
    }
  }

  private String read(String file) {
    try {
      var path = find(file).findFirst();
      return path.isPresent() ? Files.readString(path.get()) : "";
    } catch (IOException _) {
      return "";
    }
  }
}
