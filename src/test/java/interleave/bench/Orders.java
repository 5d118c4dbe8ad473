package interleave.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How many orders of two threads' instructions the schedule lab tries in a second, on one core, by
 * its own account; beside a scheduler in plain Python that can do nothing else.
 */
final class Orders {
  private static final int REPEATS = 5;
  private static final Path PROTOTYPE = Path.of("src/test/resources/bench/orders.py");

  private static final String PROGRAM =
      """
      from threading import Thread
      counter = 0
      def work():
          global counter
          counter += 1
      a = Thread(target=work)
      b = Thread(target=work)
      a.start()
      b.start()
      a.join()
      b.join()
      print(counter)
      """;

  private Orders() {}

  /** Says them for one Python: its name decides which ratio is wanted. */
  static void measure(Client client, String runtime, Consumer<String> say)
      throws IOException, InterruptedException {
    var prototype = Files.readString(PROTOTYPE);
    var ours = new double[REPEATS];
    var plain = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      plain[i] = Double.parseDouble(client.output(client.post(prototype, runtime)).strip());
      var end = client.explore(PROGRAM, runtime);
      if (!end.path("complete").asBoolean(false)) {
        throw new IllegalStateException("not all orders were tried: " + end);
      }
      ours[i] = end.get("perSecond").asDouble();
    }
    double perSecond = new Stats(ours).median();
    double yardstick = new Stats(plain).median();
    int wanted = runtime.equals("3.11") ? 4 : 2;
    say.accept(
        "orders on %s: %.0f per second, plain prototype %.0f; ratio %.2f (at least %d)"
            .formatted(runtime, perSecond, yardstick, perSecond / yardstick, wanted));
  }
}
