package interleave.schedule;

import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tests of the lab that hold on each Python that is here. One runner serves a class. */
@ParameterizedClass(name = "on Python {0}")
@MethodSource("interleave.run.RealRunner#runtimes")
abstract class OnEachPython {
  /** Time enough on a busy machine; all else as on the server. */
  static final Limits PATIENT = new Limits(120_000, 100_000, 256L << 20, 64, 512 << 10, 64 << 10);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static final Bounds EVERYTHING = new Bounds(false, OptionalInt.empty(), 100_000);
  static final Bounds REDUCED = new Bounds(true, OptionalInt.empty(), 100_000);

  /** For programs of which it does not matter that all orders are tried. */
  static final Bounds FEW = new Bounds(true, OptionalInt.empty(), 50);

  private static Runner runner;

  private final String runtime;

  OnEachPython(String runtime) {
    this.runtime = runtime;
  }

  @BeforeAll
  static void open() {
    runner = RealRunner.create(PATIENT, new Places(2, 100, 100));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  /** Explores a program; the last event is the result. */
  List<ExplorationEvent> events(String code, Granularity granularity, Bounds bounds)
      throws RunRefused, InterruptedException {
    var run = start(code, granularity, bounds);
    var exploration = new Exploration(run);
    return Ran.ended(run, PATIENCE).events().stream()
        .flatMap(event -> exploration.take(event).stream())
        .toList();
  }

  Run start(String code, Granularity granularity, Bounds bounds) throws RunRefused {
    return new Lab(runner)
        .explore(new LabProgram(code, runtime, granularity), bounds, "test", "net");
  }

  /** Explores a program to its end. */
  JsonNode explore(String code, Granularity granularity, Bounds bounds)
      throws RunRefused, InterruptedException {
    return switch (events(code, granularity, bounds).getLast()) {
      case ExplorationEvent.End(var data) -> data;
      case ExplorationEvent other -> throw new AssertionError(other);
    };
  }

  Replay replay(String code, Granularity granularity, String schedule)
      throws RunRefused, InterruptedException {
    return new Lab(runner)
        .replay(new LabProgram(code, runtime, granularity), new Schedule(schedule), "test", "net");
  }

  /** Starts a program as any learner's. */
  Run run(String code, String input) throws RunRefused {
    return runner.submit(new RunRequest(code, runtime, "test", "net", input));
  }

  static Stream<JsonNode> outcomes(JsonNode end) {
    return StreamSupport.stream(end.get("outcomes").spliterator(), false);
  }

  /** What came of a program, in the words of {@link LabFile#words}. */
  static Set<String> words(JsonNode end) {
    return outcomes(end).map(LabFile::words).collect(Collectors.toSet());
  }
}
