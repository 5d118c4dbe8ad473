package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Stream;
import interleave.run.RunLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs as large as they can be, shown as a whole to clients that take little of it. */
@Timeout(60)
class LargeRunsTest {
  private static final int EVENTS = 400_000;
  private static final int READERS = 50;
  private static final int LARGE_EVENT = 64 << 10;
  private static final long LITTLE = 32 << 20;

  private final List<Socket> sockets = new ArrayList<>();
  private TestSite site;
  private RunLog log;

  @BeforeEach
  void startLargeRun() throws IOException {
    site = TestSite.start();
    log = submit("run1");
    for (int event = 0; event < EVENTS; event++) {
      log.append(new RunEvent.Queued(event));
    }
  }

  @AfterEach
  void stop() throws IOException {
    leave();
    site.close();
  }

  @Test
  void slow_readers_cost_little_however_many_they_are() throws IOException {
    long before = usedMemory();
    for (int reader = 0; reader < READERS; reader++) {
      askAndReadOneByte();
    }
    long cost = usedMemory() - before;
    assertTrue(cost < LITTLE, () -> cost + " bytes");
  }

  @Test
  void slow_readers_of_runs_that_were_given_up_cost_little() throws IOException {
    log.giveUp();
    long before = usedMemory();
    for (int run = 2; run < 8; run++) {
      var large = submit("run" + run);
      for (int event = 0; event < 250; event++) {
        large.append(new RunEvent.Output(0, "2.2", Stream.OUT, "x".repeat(LARGE_EVENT), null));
      }
      large.append(new RunEvent.End(Reason.OUTPUT, null, 9, 1, 1, 1));
      var socket = ask("/api/runs/run" + run + "/events");
      readUpTo("id: 1", socket);
      large.giveUp();
    }
    long cost = usedMemory() - before;
    assertTrue(cost < LITTLE, () -> cost + " bytes");
  }

  @Test
  void all_of_it_is_shown() {
    var json = Json.MAPPER.readTree(site.get("/api/runs/run1").body());
    assertEquals(EVENTS, json.get("events").size());
    assertEquals(EVENTS, json.get("events").get(EVENTS - 1).get("sequence").asInt());
    assertEquals(false, json.get("ended").asBoolean());
  }

  @Test
  void a_reader_that_leaves_is_no_mistake_of_ours() throws IOException {
    var logged = new CopyOnWriteArrayList<String>();
    var logger = Logger.getLogger("interleave.web");
    var listener = new LogListener(logged);
    logger.addHandler(listener);
    logger.setUseParentHandlers(false);
    try {
      askAndReadOneByte();
      assertTrue(log.unheard().isZero());
      leave();
      while (log.unheard().isZero()) {
        Thread.onSpinWait();
      }
      // Whatever is logged is logged by the time that the server has stopped.
      site.stop();
      assertEquals(List.of(), logged);
    } finally {
      logger.removeHandler(listener);
      logger.setUseParentHandlers(true);
    }
  }

  private RunLog submit(String id) {
    site.json("/api/runs", "{\"code\": \"1\"}");
    return Optional.ofNullable(site.runner.runs.get(id)).orElseThrow().log();
  }

  private void askAndReadOneByte() throws IOException {
    assertEquals('H', ask("/api/runs/run1").getInputStream().read());
  }

  private Socket ask(String path) throws IOException {
    var socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
    var request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + site.port() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static void readUpTo(String wanted, Socket socket) throws IOException {
    var read = new StringBuilder();
    while (!read.toString().endsWith(wanted)) {
      int next = socket.getInputStream().read();
      assertTrue(next >= 0, read::toString);
      read.append((char) next);
    }
  }

  private void leave() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }

  private static long usedMemory() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
