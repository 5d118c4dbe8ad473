package interleave.schedule;

import interleave.log.Logging;
import interleave.run.QueueRunner.Places;
import interleave.run.RealRunner;
import interleave.run.RunRequest;
import interleave.run.Runner;

/**
 * Looks for programs of which the reduction loses an outcome, on each Python, and writes those that
 * it finds. Takes how many batches of programs to try and which is the first; ends with 1 when it
 * has found something.
 */
public final class ReductionSearch {
  private static final int BATCHES = 200;
  private static final int AT_ONCE = 4;

  private ReductionSearch() {}

  public static void main(String[] args) throws Exception {
    Logging.setUp();
    int batches = args.length > 0 ? Integer.parseInt(args[0]) : BATCHES;
    int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    boolean sound = true;
    try (var runner = RealRunner.create(OnEachPython.PATIENT, new Places(2, 100, 100))) {
      for (var python : runner.runtimes()) {
        for (int at = first; at < first + batches; at += AT_ONCE) {
          int here = Math.min(AT_ONCE, first + batches - at);
          var starter = on(runner, python.name());
          sound &=
              tell(python.name() + " random", at, Comparisons.ofRandomPrograms(starter, at, here));
          sound &=
              tell(python.name() + " waiting", at, Comparisons.ofRandomWaits(starter, at, here));
          sound &=
              tell(python.name() + " walked", at, Comparisons.ofWalkedTypes(starter, at, here));
        }
      }
    }
    System.exit(sound ? 0 : 1);
  }

  private static Comparisons.Starter on(Runner runner, String python) {
    return (code, input) -> runner.submit(new RunRequest(code, python, "test", "net", input));
  }

  private static boolean tell(String what, int batch, Comparisons.Result result) {
    System.out.printf(
        "%s, from batch %d: %d compared, %d with several outcomes, %d faults%n",
        what, batch, result.compared(), result.differing(), result.faults().size());
    result.faults().forEach(System.out::println);
    return result.faults().isEmpty();
  }
}
