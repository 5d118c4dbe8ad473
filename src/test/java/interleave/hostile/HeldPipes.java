package interleave.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import interleave.schedule.Bounds;
import interleave.schedule.Exploration;
import interleave.schedule.ExplorationEvent;
import interleave.schedule.Granularity;
import interleave.schedule.Lab;
import interleave.schedule.LabProgram;

/** What others can do while a program holds all memory for pipes that its user may have. */
final class HeldPipes {
  /** More than there are sandboxes that were made before. */
  private static final int PROGRAMS = 6;

  private static final String LONG = "#".repeat(30 << 10) + "\n";

  private static final String TWO_THREADS =
      """
      import threading

      count = 0
      lock = threading.Lock()

      def work():
          global count
          with lock:
              count += 1

      threads = [threading.Thread(target=work) for _ in range(2)]
      for thread in threads: thread.start()
      for thread in threads: thread.join()
      print(count)
      """;

  private HeldPipes() {}

  /** Runs long programs one after the other, and has the lab explore one. */
  static void assertOthersGoOn(HostileProgram holder) throws Exception {
    try (var runner = RealRunner.create()) {
      var held = RealRunner.start(runner, holder.code());
      Ran.await(held, RunEvent.Output.class::isInstance);
      for (int i = 0; i < PROGRAMS; i++) {
        var ran = RealRunner.run(runner, LONG + "print(" + i + ")");
        assertEquals(Reason.EXITED, ran.end().reason(), ran.err());
        assertEquals(i + "\n", ran.out());
      }
      assertExplores(runner);
      held.stop();
      assertEquals(Reason.STOPPED, Ran.ended(held).end().reason());
    }
  }

  private static void assertExplores(Runner runner) throws Exception {
    var runtime = runner.runtimes().getFirst().name();
    var program = new LabProgram(LONG + TWO_THREADS, runtime, Granularity.LINE);
    var run = new Lab(runner).explore(program, Bounds.USUAL, "test", "net");
    var exploration = new Exploration(run);
    var last =
        Ran.ended(run).events().stream()
            .flatMap(event -> exploration.take(event).stream())
            .toList()
            .getLast();
    var complete =
        last instanceof ExplorationEvent.End end && end.data().get("complete").asBoolean();
    assertTrue(complete, last::toString);
  }
}
