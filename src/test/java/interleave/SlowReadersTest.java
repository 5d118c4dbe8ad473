package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.config.Config;
import interleave.content.CourseReader;
import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import interleave.run.RunEvent.Truncated;
import interleave.run.Runner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Event streams that are many, cut, or not read at all. */
@Timeout(90)
class SlowReadersTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(200);
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Before it would be given up without that. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(20);

  /** More than the sockets on the way hold. */
  private static final String FLOOD = "for _ in range(24): print('x' * 1_000_000)";

  private static final String WAIT = "import time\ntime.sleep(60)";

  private final List<Socket> sockets = new ArrayList<>();
  private Runner runner;
  private App app;
  private HttpClient client;

  @BeforeEach
  void start() {
    var limits = new Limits(60_000, 30_000, 256L << 20, 64, 16 << 20, 64 << 10);
    runner = RealRunner.create(limits, new Places(2, 300, 300));
    var settings =
        Map.of(
            "INTERLEAVE_PORT",
            "0",
            "INTERLEAVE_DATABASE_URL",
            "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    var root = Path.of("").toAbsolutePath();
    var usual = App.Options.in(root);
    var options = new App.Options(usual.migrations(), usual.own(), usual.vendor(), HEARTBEAT, IDLE);
    var course = CourseReader.read(root.resolve("content"));
    app = App.start(Config.from(settings), options, course, runner);
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    client.shutdownNow();
    client.close();
    app.close();
  }

  @Test
  void a_reader_that_takes_nothing_is_given_up_and_holds_nobody_up() throws Exception {
    var flood = RealRunner.start(runner, FLOOD);
    for (int reader = 0; reader < 20; reader++) {
      openAndNeverRead(flood);
    }
    await(() -> flood.log().unheard().isZero());
    Ran.ended(flood);
    long before = usedMemory();
    assertEquals("hello\n", RealRunner.run(runner, "print('hello')").out());
    // Held for each reader: a write of at most some events, not the whole log of 16 MiB.
    assertTrue(usedMemory() - before < 32 << 20);
    long full = System.nanoTime();
    await(() -> !flood.log().unheard().isZero());
    assertTrue(System.nanoTime() - full < GIVEN_UP.toNanos());
    for (var socket : sockets) {
      assertFalse(rest(socket).contains("event: end"));
    }
  }

  @Test
  void two_hundred_open_streams_stall_nobody() throws Exception {
    var waiting = new ArrayList<Run>();
    for (int run = 0; run < 200; run++) {
      waiting.add(RealRunner.start(runner, WAIT));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var streams = new ArrayList<Future<List<String>>>();
      for (var run : waiting) {
        streams.add(threads.submit(() -> read(run, 0, Integer.MAX_VALUE)));
      }
      await(() -> waiting.stream().allMatch(run -> run.log().unheard().isZero()));
      var page = HttpRequest.newBuilder(URI.create(address() + "/healthz")).build();
      assertEquals("ok", client.send(page, BodyHandlers.ofString()).body());
      // Two places get free, and the next two begin while all the streams are open.
      waiting.get(0).stop();
      waiting.get(1).stop();
      Ran.await(waiting.get(3), Started.class::isInstance);
      waiting.reversed().forEach(Run::stop);
      for (var stream : streams) {
        assertTrue(stream.get().getLast().contains("\"reason\":\"stopped\""));
      }
    }
  }

  @Test
  void a_stream_that_is_cut_anywhere_goes_on_without_a_gap_or_a_repeat() throws Exception {
    var random = new Random(7);
    var run =
        RealRunner.start(
            runner, "import time\nfor n in range(300):\n  print(n)\n  time.sleep(0.002)");
    var pieces = new ArrayList<String>();
    int cuts = 0;
    while (pieces.isEmpty() || !pieces.getLast().contains("\"reason\"")) {
      pieces.addAll(read(run, pieces.size(), 1 + random.nextInt(20)));
      cuts++;
    }
    assertTrue(cuts > 10);
    assertEquals(read(run, 0, Integer.MAX_VALUE), pieces);
    assertEquals(run.log().entries().size(), pieces.size());
  }

  @Test
  void a_program_that_fills_its_log_with_small_things_is_stopped() throws Exception {
    var ran = RealRunner.run(runner, "import os\nwhile True: os.write(1, b'\\n')");
    assertEquals(Reason.OUTPUT, ran.end().reason());
    assertEquals(List.of(), ran.only(Truncated.class), "it was far from the output limit");
  }

  /** Reads at most so many messages after one, and leaves; each message without its line ends. */
  private List<String> read(Run run, int after, int most) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address() + events(run)))
            .header("Last-Event-ID", Integer.toString(after))
            .build();
    var messages = new ArrayList<String>();
    try (var body = client.send(request, BodyHandlers.ofInputStream()).body();
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      var message = new StringBuilder();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          message.append(line).append(' ');
        } else if (message.indexOf("data:") >= 0) {
          messages.add(message.toString());
        }
        if (line.isEmpty()) {
          message.setLength(0);
        }
        if (messages.size() == most) {
          break;
        }
      }
    }
    return messages;
  }

  private void openAndNeverRead(Run run) throws IOException {
    var socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), app.port()));
    var request = "GET " + events(run) + " HTTP/1.1\r\nHost: localhost:" + app.port() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }

  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException _) {
      return "";
    }
  }

  private static long usedMemory() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void await(Callable<Boolean> wanted) throws Exception {
    while (!wanted.call()) {
      Thread.onSpinWait();
    }
  }

  private static String events(Run run) {
    return "/api/runs/" + run.id() + "/events";
  }

  private String address() {
    return "http://127.0.0.1:" + app.port();
  }
}
