package interleave.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.QueueRunner.Places;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.Runner;
import interleave.run.RunnerThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs every hostile program, two at a time, each on a runner with its limits and on each Python,
 * and holds it to the end that its header claims; then looks at what is left of them all.
 */
final class HostileSuite implements AutoCloseable {
  /** What is checked; it fails by throwing. */
  record Check(String name, Executable body) {}

  private static final int HELLOS = 15;
  private static final long LITTLE_BYTES = 16 << 20;

  /** For two programs, each with up to three neighbours, of which few have so many. */
  private static final Places PLACES = new Places(6, 1000, 1000);

  private final List<HostileProgram> programs =
      HostileProgram.all().stream().filter(program -> program.needs().areMet()).toList();
  private final Map<Limits, Runner> runners = new HashMap<>();
  private final ExecutorService two = Executors.newFixedThreadPool(2);

  /** Something of the machine's that a program could find; nobody may ever connect to it. */
  private final ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final Remains before = remainsOfPlainRuns();

  HostileSuite() throws Exception {
    for (var program : programs) {
      runners.computeIfAbsent(program.limits(), HostileSuite::tested);
    }
  }

  /** All checks, in the order in which they are to be made; the programs are started at once. */
  Stream<Check> checks() {
    var runtimes = runner(HostileProgram.SMALL).runtimes().stream().map(PythonRuntime::name);
    var ends = runtimes.flatMap(this::endsOn).toList();
    return Stream.concat(ends.stream(), afterwards());
  }

  private Stream<Check> endsOn(String runtime) {
    return programs.stream()
        .filter(program -> program.isFor(runtime))
        .map(
            program -> {
              Callable<Ending> work = () -> Ending.of(runner(program.limits()), runtime, program);
              var ending = two.submit(work);
              return new Check(
                  runtime + " " + program.name() + ": " + program.attack(),
                  () -> ending.get().check(program));
            });
  }

  private Stream<Check> afterwards() {
    return Stream.of(
        new Check("long programs and the lab run while all pipes are held", this::assertOthersGoOn),
        new Check("nobody has connected to the machine's port", this::assertNobodyCame),
        new Check("the next programs run as if nothing had happened", this::assertHellosRun),
        new Check("nothing of a run is left when the server ends", this::assertNothingIsLeft));
  }

  private void assertOthersGoOn() throws Exception {
    var holder = programs.stream().filter(each -> each.name().equals("pipes_held.py")).findFirst();
    HeldPipes.assertOthersGoOn(holder.orElseThrow());
  }

  private void assertNobodyCame() throws Exception {
    port.setSoTimeout(1);
    assertThrows(SocketTimeoutException.class, port::accept);
  }

  private void assertHellosRun() throws Exception {
    runHellos(runner(HostileProgram.SMALL));
  }

  private void assertNothingIsLeft() throws Exception {
    two.shutdown();
    assertTrue(two.awaitTermination(1, TimeUnit.MINUTES));
    runners.values().forEach(Runner::close);
    runners.clear();
    var after = Remains.now();
    assertAll(
        () -> assertEquals(before.descriptors(), after.descriptors(), "descriptors"),
        () -> assertEquals(List.of(), RunnerThreads.left(before.threads()), "threads"),
        () -> assertEquals(before.children(), after.children(), "processes"),
        () -> assertEquals(before.files(), after.files(), "files of the project"),
        () ->
            assertTrue(
                after.heapBytes() < before.heapBytes() + LITTLE_BYTES,
                after.heapBytes() + " bytes after, " + before.heapBytes() + " before"),
        () -> assertEquals(List.of(), Remains.strays(), "processes that got away"),
        () -> assertEquals(List.of(), Remains.litter(), "files"),
        () -> assertEquals(List.of(), Remains.groups(), "groups of processes"));
  }

  private Runner runner(Limits limits) {
    return runners.computeIfAbsent(limits, HostileSuite::tested);
  }

  /** A runner whose self-test has passed: on no other does a program of ours start. */
  private static Runner tested(Limits limits) {
    var runner = RealRunner.create(limits, PLACES);
    assertInstanceOf(Runner.Status.Ready.class, runner.status());
    return runner;
  }

  /** What is left when all has been used once, by programs that harm nobody. */
  private static Remains remainsOfPlainRuns() throws Exception {
    try (var runner = tested(HostileProgram.SMALL)) {
      runHellos(runner);
    }
    return Remains.now();
  }

  private static void runHellos(Runner runner) throws Exception {
    for (int i = 0; i < HELLOS; i++) {
      var ran = RealRunner.run(runner, "print('hello')");
      assertEquals(RunEvent.Reason.EXITED, ran.end().reason(), ran.toString());
      assertEquals("hello\n", ran.out());
    }
  }

  @Override
  public void close() throws IOException {
    two.shutdownNow();
    runners.values().forEach(Runner::close);
    port.close();
  }
}
