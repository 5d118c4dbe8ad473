package interleave.bench;

import interleave.run.linux.LinuxException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * How much longer a program takes because the server looks up what its threads wait for: one that
 * does little but wait, by its own clock, beside itself in the same sandbox without those looks.
 * The same Python in a plain bubblewrap, without labels and filters too, stands beside them.
 */
final class Slowdown {
  private static final int REPEATS = 9;

  private static final String PROGRAM =
      """
      import queue, threading, time
      from concurrent.futures import ThreadPoolExecutor

      def ping_pong(rounds=25_000):
          there, back = queue.Queue(), queue.Queue()
          def answer():
              while (item := there.get()) is not None: back.put(item)
          thread = threading.Thread(target=answer)
          thread.start()
          for n in range(rounds):
              there.put(n)
              back.get()
          there.put(None)
          thread.join()

      def locked(rounds=500_000):
          lock, count = threading.Lock(), 0
          def work():
              nonlocal count
              for _ in range(rounds):
                  with lock: count += 1
          run_all([threading.Thread(target=work) for _ in range(4)])

      def pooled(rounds=30_000):
          with ThreadPoolExecutor(4) as pool:
              list(pool.map(str, range(rounds)))

      def met(rounds=5000):
          barrier = threading.Barrier(4)
          def work():
              for _ in range(rounds): barrier.wait()
          run_all([threading.Thread(target=work) for _ in range(4)])

      def started(rounds=2000):
          for _ in range(rounds): run_all([threading.Thread(target=str)])

      def run_all(threads):
          for thread in threads: thread.start()
          for thread in threads: thread.join()

      for part in (ping_pong, locked, pooled, met, started):
          begin = time.perf_counter()
          part()
          print(part.__name__, time.perf_counter() - begin)
      """;

  private Slowdown() {}

  /** Says, for each part of the program, by which factor it was slower. */
  static void measure(Client client, Consumer<String> say)
      throws IOException, InterruptedException, LinuxException {
    var bare = new String[REPEATS];
    var unlooked = new String[REPEATS];
    var looked = new String[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      bare[i] = Bare.output(Bare.sandboxed(PROGRAM));
      unlooked[i] = client.output(client.post(PROGRAM, Unlooked.NAME));
      looked[i] = client.output(client.post(PROGRAM));
    }
    for (var part : bare[0].lines().map(line -> line.split(" ", -1)[0]).toList()) {
      double with = seconds(looked, part).median();
      double without = seconds(unlooked, part).median();
      say.accept(
          "waits: %-10s %.3f s, not looked up %.3f s; ratio %.2f (at most 1.05); bare %.3f s"
              .formatted(part, with, without, with / without, seconds(bare, part).median()));
    }
  }

  private static Stats seconds(String[] outputs, String part) {
    var seconds = new double[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      seconds[i] =
          outputs[i]
              .lines()
              .filter(line -> line.startsWith(part + " "))
              .mapToDouble(line -> Double.parseDouble(line.substring(part.length() + 1)))
              .findFirst()
              .orElseThrow();
    }
    return new Stats(seconds);
  }
}
