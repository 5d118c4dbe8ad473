package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.RunEvent.Reason;
import interleave.run.linux.Fd;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The control group of one sandbox. Of each thing that v1 and v2 name differently, the file that is
 * there is the one that is meant.
 */
final class Cgroup implements Group {
  private static final Logger LOG = System.getLogger(Cgroup.class.getName());

  private static final int TCP_PART = 4;

  /** What is left in a group that counts for the next sandbox may be so much of its limit. */
  private static final int LITTLE_PART = 64;

  private final CgroupFiles files;
  private final List<Path> folders;
  private final Limits limits;
  private final Consumer<Cgroup> givenUp;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Takes the group's folders, which exist.
   *
   * @param files knows which of them has what
   * @param givenUp is told when it is closed
   */
  Cgroup(CgroupFiles files, List<Path> folders, Limits limits, Consumer<Cgroup> givenUp) {
    this.files = files;
    this.folders = List.copyOf(folders);
    this.limits = limits;
    this.givenUp = givenUp;
  }

  List<Path> folders() {
    return folders;
  }

  Limits limits() {
    return limits;
  }

  /** The same group for another sandbox. */
  Cgroup again() {
    return new Cgroup(files, folders, limits, givenUp);
  }

  /**
   * Sets the limits. Memory is all that the kernel holds for the group: files in memory, pipes and
   * sockets too; but v1 counts what TCP holds by itself, which has a part of it for a limit of its
   * own. The sandbox's process 1 is among the spare tasks.
   */
  void limit() throws IOException {
    files.lookUp(folders);
    var bytes = Long.toString(limits.memoryBytes());
    write("memory.max", bytes);
    write("memory.swap.max", "0");
    write("memory.oom.group", "1");
    write("memory.limit_in_bytes", bytes);
    write("memory.memsw.limit_in_bytes", bytes);
    if (!has("memory.memsw.limit_in_bytes")) {
      write("memory.swappiness", "0");
    }
    write("memory.kmem.tcp.limit_in_bytes", Long.toString(limits.memoryBytes() / TCP_PART));
    write("pids.max", Integer.toString(limits.tasks() + Sandbox.SPARE_TASKS));
  }

  /**
   * Of v1 the file for single threads: for a thread that puts itself there, alone, the kernel need
   * not stop all others of the machine from starting more, which takes it milliseconds.
   */
  @Override
  public List<Fd> entrances() throws IOException {
    var opened = new ArrayList<Fd>();
    try {
      for (var folder : folders) {
        opened.add(Fd.forWriting(folder.resolve(threads())));
      }
      return opened;
    } catch (IOException thrown) {
      opened.forEach(Fd::close);
      throw thrown;
    }
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
      givenUp.accept(this);
    }
  }

  /**
   * Whether nothing is in it; false when that cannot be known. What leaves one hierarchy by its end
   * leaves all at once.
   */
  boolean isEmpty() {
    try {
      return Files.readString(folders.getFirst().resolve(threads())).isEmpty();
    } catch (NoSuchFileException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Makes a group that is empty as it was at first, where that can be (in v1 alone, where the peak
   * can begin anew): no limit of it was ever passed, and next to no memory is left on its account.
   * Times are not set back: whoever uses it takes the difference.
   */
  boolean isAsNew() {
    try {
      write("memory.max_usage_in_bytes", "0");
      var bytes = number(read("memory.max_usage_in_bytes"));
      return bytes.isPresent()
          && bytes.getAsLong() <= limits.memoryBytes() / LITTLE_PART
          && isZero("memory.oom_control", "oom_kill")
          && isZero("pids.events", "max");
    } catch (IOException thrown) {
      LOG.log(Level.DEBUG, "a group cannot be used again: {0}", thrown.getMessage());
      return false;
    }
  }

  /** The file that names what is in it; of v1 the one of threads. */
  private String threads() {
    return has("tasks") ? "tasks" : "cgroup.procs";
  }

  private long event(String file, String name) {
    return field(file, name).orElse(0);
  }

  private boolean isZero(String file, String name) {
    return field(file, name).equals(OptionalLong.of(0));
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

  private boolean has(String file) {
    return files.find(folders, file).isPresent();
  }

  /** Writes a file that this kernel may have or not. */
  private void write(String file, String value) throws IOException {
    var path = files.find(folders, file);
    if (path.isPresent()) {
      Files.writeString(path.get(), value);
    }
  }

  private String read(String file) {
    return files.find(folders, file).map(Cgroup::read).orElse("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }
}
