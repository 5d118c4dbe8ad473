package interleave.bench;

import interleave.App;
import interleave.config.Config;
import interleave.content.CourseReader;
import interleave.log.Logging;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Measures the runner against Python and bubblewrap started by hand, side by side in one run. All
 * that is stated is a ratio of what was measured here and now; single times depend on the machine.
 */
public final class Bench {
  private static final String HELLO = "print('hello')";
  private static final int SAMPLES = 60;
  private static final Duration LEARNERS_PAUSE = Duration.ofMillis(200);
  private static final Duration THROUGHPUT = Duration.ofSeconds(5);

  /** What is measured is a server that has served for a while, whose code is compiled. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private static final int OPEN_STREAMS = 200;
  private static final int FLOOD_LINES = 200_000;

  private Bench() {}

  public static void main(String[] args) throws Exception {
    Logging.setUp();
    var data = Files.createTempDirectory("interleave-bench");
    var settings =
        Map.of(
            "INTERLEAVE_PORT", "0",
            "INTERLEAVE_DATA", data.toString(),
            "INTERLEAVE_OUTPUT_KIB", "16384",
            "INTERLEAVE_RUNS_PER_LEARNER", "1024",
            "INTERLEAVE_QUEUE", "1000",
            "INTERLEAVE_RUNS_PER_ADDRESS", "1024",
            "INTERLEAVE_RUNS_PER_MINUTE", "100000");
    Unlooked.install(data);
    var hello = Files.writeString(data.resolve("hello.py"), HELLO);
    try (var app = App.start(Config.from(settings), Path.of("").toAbsolutePath())) {
      var client = new Client(app.port());
      perSecond(4, WARM_UP, () -> client.firstOutputMs(HELLO));
      firstOutput(client, hello.toString());
      for (int clients : new int[] {1, 4, 16}) {
        throughput(client, clients);
      }
      flood(client);
      openStreams(client);
      memory();
      Slowdown.measure(client, Bench::say);
    }
    orders(settings);
  }

  /** On each runtime installed here; all that came before has the machine's Python to itself. */
  private static void orders(Map<String, String> settings) throws Exception {
    var data = Files.createTempDirectory("interleave-bench");
    var here = System.getenv().getOrDefault("INTERLEAVE_DATA", "var");
    Files.createSymbolicLink(data.resolve("runtimes"), Path.of(here, "runtimes").toAbsolutePath());
    var own = new HashMap<>(settings);
    own.put("INTERLEAVE_DATA", data.toString());
    var config = Config.from(own);
    var root = Path.of("").toAbsolutePath();
    var course = CourseReader.read(root.resolve("content"));
    var runner = App.runner(config);
    try (var app = App.start(config, App.Options.in(root), course, runner)) {
      for (var runtime : runner.runtimes()) {
        Orders.measure(new Client(app.port()), runtime.name(), Bench::say);
      }
    }
  }

  private static void firstOutput(Client client, String hello) throws Exception {
    var ours = new double[SAMPLES];
    var python = new double[SAMPLES];
    var sandboxed = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      python[i] = Bare.firstByteMs(Bare.python(hello));
      sandboxed[i] = Bare.firstByteMs(Bare.sandboxed(HELLO));
      Thread.sleep(LEARNERS_PAUSE);
      ours[i] = client.firstOutputMs(HELLO);
    }
    var bare = new Stats(python);
    say("first output", "median ms", "p95 ms");
    row("  python3 hello.py, first byte", bare);
    row("  the same in a cold bubblewrap", new Stats(sandboxed));
    row("  POST to first output event", new Stats(ours));
    say(
        "  ratio of medians %.2f (at most 0.6), of p95 %.2f (at most 1.0)"
            .formatted(
                new Stats(ours).median() / bare.median(), new Stats(ours).p95() / bare.p95()));
  }

  private static void throughput(Client client, int clients) throws Exception {
    double bare = perSecond(clients, THROUGHPUT, () -> Bare.firstByteMs(Bare.sandboxed(HELLO)));
    double ours = perSecond(clients, THROUGHPUT, () -> client.firstOutputMs(HELLO));
    say(
        "runs per second, %2d clients: %.1f; cold bubblewrap %.1f; ratio %.2f (at least 1.0)"
            .formatted(clients, ours, bare, ours / bare));
  }

  /** How often a second {@code parallel} threads get something done. */
  private static double perSecond(int parallel, Duration duration, Callable<?> once)
      throws Exception {
    var done = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    try (var threads = Executors.newFixedThreadPool(parallel)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < parallel; i++) {
        all.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    once.call();
                    done.incrementAndGet();
                  }
                  return null;
                }));
      }
      for (var each : all) {
        each.get();
      }
    }
    return done.get() / ((System.nanoTime() - start) / 1e9);
  }

  private static void flood(Client client) throws Exception {
    long start = System.nanoTime();
    client.firstOutput(client.post("for n in range(%d): print('line', n)".formatted(FLOOD_LINES)));
    double seconds = (System.nanoTime() - start) / 1e9;
    say("flood: %.0f lines per second to an HTTP client".formatted(FLOOD_LINES / seconds));
  }

  /** Two hundred clients look at one run while others start theirs. */
  private static void openStreams(Client client) throws Exception {
    var alone = new Stats(latencies(client));
    var events = client.post("import time\ntime.sleep(8)");
    var open = new ArrayList<InputStream>();
    for (int i = 0; i < OPEN_STREAMS; i++) {
      open.add(client.open(events));
    }
    var crowded = new Stats(latencies(client));
    for (var stream : open) {
      stream.close();
    }
    say("with %d open streams".formatted(OPEN_STREAMS), "median ms", "p95 ms");
    row("  POST to first output, none open", alone);
    row("  POST to first output, all open", crowded);
  }

  private static double[] latencies(Client client) {
    return IntStream.range(0, 20)
        .mapToDouble(
            _ -> {
              try {
                Thread.sleep(LEARNERS_PAUSE);
                return client.firstOutputMs(HELLO);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            })
        .toArray();
  }

  /** Our share of memory of all that waits warm, by the kernel's count (PSS). */
  private static void memory() throws Exception {
    Thread.sleep(Duration.ofSeconds(3));
    long kib = 0;
    int interpreters = 0;
    for (var process : ProcessHandle.current().descendants().toList()) {
      var folder = Path.of("/proc/" + process.pid());
      for (var line : Files.readAllLines(folder.resolve("smaps_rollup"))) {
        kib += line.startsWith("Pss:") ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
      }
      interpreters += Files.readString(folder.resolve("comm")).startsWith("python") ? 1 : 0;
    }
    say(
        "idle: %d warm sandboxes, %.1f MiB each"
            .formatted(interpreters, kib / 1024.0 / Math.max(1, interpreters)));
  }

  private static void row(String name, Stats stats) {
    say(name, "%.2f".formatted(stats.median()), "%.2f".formatted(stats.p95()));
  }

  private static void say(String text) {
    System.out.println(text);
  }

  private static void say(String name, String first, String second) {
    System.out.println(String.format(Locale.ROOT, "%-36s %10s %10s", name, first, second));
  }
}
