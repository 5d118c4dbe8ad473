package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.EventReader.Event;
import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import interleave.run.RunEvent.Truncated;
import interleave.run.Runner;
import interleave.site.RealSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  private RealSite site;
  private ApiClient client;

  @BeforeEach
  void start() {
    var limits = new Limits(60_000, 30_000, 256L << 20, 64, 16 << 20, 64 << 10);
    runner = RealRunner.create(limits, new Places(2, 300, 300));
    site = RealSite.start(runner, HEARTBEAT, IDLE);
    client = new ApiClient(site.at("/"));
  }

  @AfterEach
  void stop() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    client.close();
    site.close();
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
      var streams = new ArrayList<Future<List<Event>>>();
      for (var run : waiting) {
        streams.add(threads.submit(() -> read(run, 0, Integer.MAX_VALUE)));
      }
      await(() -> waiting.stream().allMatch(run -> run.log().unheard().isZero()));
      assertEquals("ok", client.get("/healthz").body());
      // Two places get free, and the next two begin while all the streams are open.
      waiting.get(0).stop();
      waiting.get(1).stop();
      Ran.await(waiting.get(3), Started.class::isInstance);
      waiting.reversed().forEach(Run::stop);
      for (var stream : streams) {
        assertEquals("stopped", stream.get().getLast().data().get("reason").asString());
      }
    }
  }

  @Test
  void a_stream_that_is_cut_anywhere_goes_on_without_a_gap_or_a_repeat() throws Exception {
    var random = new Random(7);
    var run =
        RealRunner.start(
            runner, "import time\nfor n in range(300):\n  print(n)\n  time.sleep(0.002)");
    var pieces = new ArrayList<Event>();
    int cuts = 0;
    while (pieces.isEmpty() || !pieces.getLast().name().equals("end")) {
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

  /** Reads at most so many events after one, and leaves. */
  private List<Event> read(Run run, int after, int most) throws Exception {
    var read = new ArrayList<Event>();
    try (var events = client.events(run.id(), "Last-Event-ID", Integer.toString(after))) {
      while (read.size() < most && events.hasNext()) {
        read.add(events.next());
      }
    }
    return read;
  }

  private void openAndNeverRead(Run run) throws IOException {
    var socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    int port = site.at("/").getPort();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var request =
        "GET /api/runs/" + run.id() + "/events HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
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
}
