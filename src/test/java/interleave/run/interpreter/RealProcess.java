package interleave.run.interpreter;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunEvent.Output;
import interleave.run.Runner;
import interleave.run.linux.SystemCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process with many threads that wait, in a real sandbox.
 *
 * @param waiters all of its threads that wait for one another
 */
record RealProcess(Run run, PyRuntime python, int process, List<Waiter> waiters) {
  private static final Set<Integer> FUTEX = SystemCalls.numbers("futex");
  private static final Set<Integer> RESTS =
      SystemCalls.numbers("futex", "nanosleep", "clock_nanosleep");

  /**
   * A thread.
   *
   * @param address at which the kernel lets it wait
   */
  record Waiter(int nativeId, long address) {}

  /**
   * Starts a program, and waits until all its threads wait: so many for one another, the rest for
   * time to pass.
   *
   * @param code says "ready"
   */
  static RealProcess start(Runner runner, String runtime, String code, int waiters)
      throws Exception {
    var python = python(runner, runtime);
    var run = RealRunner.start(runner, runtime, code);
    Ran.await(run, event -> event instanceof Output output && output.text().contains("ready"));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      for (var process : ProcessHandle.current().descendants().toList()) {
        int pid = (int) process.pid();
        var found = waiters(pid, python);
        if (found.size() == waiters) {
          return new RealProcess(run, python, pid, found);
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("its threads never waited");
  }

  /** The interpreter that a runner calls so. */
  static PyRuntime python(Runner runner, String runtime) throws IOException {
    var version =
        runner.runtimes().stream()
            .filter(each -> each.name().equals(runtime))
            .findFirst()
            .orElseThrow()
            .version();
    return PyRuntime.of(interpreter(runtime), version).orElseThrow();
  }

  /** The file of the interpreter that runners call so. */
  static Path interpreter(String runtime) throws IOException {
    var folder = RealRunner.INSTALLED.resolve(runtime);
    if (!Files.exists(folder)) {
      return Path.of("/usr/bin/python3");
    }
    var facts = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("runtime.properties"))) {
      facts.load(reader);
    }
    return folder.resolve(facts.getProperty("python").substring(1));
  }

  /** Those of a process; none as long as some of its threads go on. */
  private static List<Waiter> waiters(int pid, PyRuntime python) {
    var found = new ArrayList<Waiter>();
    try (var tasks = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      var runtime = python.in(pid);
      for (var task : tasks) {
        var call = Files.readString(task.resolve("syscall")).split(" ", -1);
        boolean calls = call.length > 3;
        if (runtime.isEmpty() || !calls || !RESTS.contains(Integer.parseInt(call[0]))) {
          return List.of();
        }
        long address = Long.parseUnsignedLong(call[1].substring(2), 16);
        boolean own = FUTEX.contains(Integer.parseInt(call[0]));
        if (own && !python.holds(runtime.getAsLong(), address)) {
          found.add(new Waiter(numberInside(task), address));
        }
      }
    } catch (IOException _) {
      // It is none of ours, or has ended.
      return List.of();
    }
    return found;
  }

  private static int numberInside(Path task) throws IOException {
    try (var lines = Files.lines(task.resolve("status"))) {
      var numbers = lines.filter(line -> line.startsWith("NSpid:")).findFirst().orElseThrow();
      return Integer.parseInt(numbers.substring(numbers.lastIndexOf('\t') + 1));
    }
  }
}
