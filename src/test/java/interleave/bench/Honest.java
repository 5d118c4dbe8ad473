package interleave.bench;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunRefused;
import interleave.run.Runner;
import interleave.schedule.Bounds;
import interleave.schedule.Exploration;
import interleave.schedule.ExplorationEvent;
import interleave.schedule.Granularity;
import interleave.schedule.Lab;
import interleave.schedule.LabProgram;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A program of a learner who means no harm, whose result is known.
 *
 * @param expected all that it writes; of an exploration the outputs that can come of it
 * @param explored whether the schedule lab tries its orders, instead of running it
 */
record Honest(String name, String code, String expected, boolean explored) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static final List<Honest> ALL =
      List.of(
          new Honest(
              "threads",
              """
              import threading, time

              lock = threading.Lock()
              turn = 0
              def work(number):
                  global turn
                  for _ in range(5):
                      while True:
                          with lock:
                              if turn % 4 == number:
                                  print(turn, number)
                                  turn += 1
                                  break
                          time.sleep(0.001)
              threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
              for thread in threads: thread.start()
              for thread in threads: thread.join()
              """,
              lines(20, turn -> turn + " " + turn % 4),
              false),
          new Honest(
              "queue",
              """
              import queue, threading

              jobs, done = queue.Queue(), queue.Queue()
              def work():
                  while (n := jobs.get()) is not None: done.put(n * n)
              threads = [threading.Thread(target=work) for _ in range(3)]
              for thread in threads: thread.start()
              for n in range(200): jobs.put(n)
              for _ in threads: jobs.put(None)
              for thread in threads: thread.join()
              print(sum(done.get() for _ in range(200)))
              """,
              "2646700\n",
              false),
          new Honest(
              "pool",
              """
              from multiprocessing import get_context

              with get_context("fork").Pool(2) as pool:
                  print(pool.map(abs, range(-5, 5)))
              """,
              "[5, 4, 3, 2, 1, 0, 1, 2, 3, 4]\n",
              false),
          new Honest(
              "socket",
              """
              import socket, threading

              server = socket.create_server(("127.0.0.1", 0))
              def serve():
                  with server.accept()[0] as connection:
                      while data := connection.recv(100): connection.sendall(data.upper())
              threading.Thread(target=serve).start()
              with socket.create_connection(server.getsockname()) as client:
                  for word in (b"one", b"two", b"three"):
                      client.sendall(word)
                      print(client.recv(100).decode())
              """,
              "ONE\nTWO\nTHREE\n",
              false),
          new Honest(
              "lab",
              """
              import threading

              lock, count = threading.Lock(), 0
              def work():
                  global count
                  with lock:
                      count += 1
              threads = [threading.Thread(target=work) for _ in range(2)]
              for thread in threads: thread.start()
              for thread in threads: thread.join()
              print(count)
              """,
              "2\n",
              true));

  /**
   * What came of it once.
   *
   * @param firstMs from its being handed over to its first output, in milliseconds
   * @param wallMs to its end
   * @param fault how it differed from what was expected; empty when it did not
   */
  record Result(double firstMs, double wallMs, String fault) {}

  /** Runs it on the default runtime, to its end. */
  Result on(Runner runner) throws RunRefused, InterruptedException {
    long start = System.nanoTime();
    var run = explored ? explore(runner) : RealRunner.start(runner, code);
    Ran.await(run, event -> event instanceof RunEvent.Output || event instanceof RunEvent.End);
    double first = (System.nanoTime() - start) / 1e6;
    var ran = Ran.ended(run, PATIENCE);
    double wall = (System.nanoTime() - start) / 1e6;
    var got = explored ? outcomes(run, ran) : ran.out() + ran.err();
    boolean right = ran.end().reason() == Reason.EXITED && got.equals(expected);
    return new Result(first, wall, right ? "" : name + ": " + ran.end() + "\n" + got);
  }

  private Run explore(Runner runner) throws RunRefused {
    var runtime = runner.runtimes().getFirst().name();
    return new Lab(runner)
        .explore(new LabProgram(code, runtime, Granularity.LINE), Bounds.USUAL, "honest", "net");
  }

  /** The outputs that can come of it; or why not all orders were tried. */
  private static String outcomes(Run run, Ran ran) {
    var exploration = new Exploration(run);
    var last =
        ran.events().stream()
            .flatMap(event -> exploration.take(event).stream())
            .reduce((_, next) -> next);
    return last.isPresent()
            && last.get() instanceof ExplorationEvent.End(var data)
            && data.path("complete").asBoolean()
        ? String.join(
            "",
            StreamSupport.stream(data.get("outcomes").spliterator(), false)
                .map(outcome -> outcome.path("output").asString())
                .toList())
        : last.toString();
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(number -> line.apply(number) + "\n")
        .collect(Collectors.joining());
  }
}
