package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.config.Config;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that may have few files open, or none more. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenFilesTest {
  private static final Config.Runs RUNS = Config.from(Map.of()).runs();

  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir Path data;

  @AfterEach
  void end() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void what_runs_do_not_need_is_there_for_connections() {
    assertEquals(10_000, OpenFiles.divide(1L << 30, RUNS).connections());
    long few = 256 + (long) RUNS.atOnce() * (2 * RUNS.tasks() + 64) + 100;
    assertEquals(100, OpenFiles.divide(few, RUNS).connections());
    assertThrows(OpenFiles.TooFew.class, () -> OpenFiles.divide(few - 37, RUNS));
  }

  @Test
  void too_few_stop_the_start_with_one_line() throws Exception {
    var process = start("prlimit", "--nofile=300:300");
    assertEquals(1, process.waitFor());
    var lines = process.errorReader().lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(
        lines.getFirst().startsWith("The server may have only 300 files open"), lines::toString);
  }

  @Test
  void more_connections_than_there_may_be_make_room_and_runs_go_on() throws Exception {
    var process = start("prlimit", "--nofile=768:768");
    var address = ServerProcess.address(process);
    try (var client = new ApiClient(address)) {
      assertEquals("exited", endOf(client, "print(1)"));
    }
    var flood = new ArrayList<Socket>();
    for (int i = 0; i < 160; i++) {
      flood.add(held(new Socket(address.getHost(), address.getPort())));
    }
    // Its connection is the last one: an older one may be closed for others just as it is used.
    try (var client = new ApiClient(address)) {
      var said = process.errorReader();
      // Before that, all may be taken for a moment.
      assertTrue(said.lines().anyMatch(line -> line.contains("are closed for others")));
      for (int i = 0; i < 20; i++) {
        assertEquals("exited", endOf(client, "import threading; print(2)"));
      }
      assertTrue(openIn(process) < 728, () -> "open: " + openIn(process));
      for (var socket : flood) {
        socket.close();
      }
    }
    try (var later = new ApiClient(address)) {
      assertEquals("exited", endOf(later, "print(3)"));
    }
  }

  /** As when other programs have taken all that the machine has. */
  @Test
  void when_none_is_left_runs_are_lost_and_then_they_work_again() throws Exception {
    var process = start();
    try (var client = new ApiClient(ServerProcess.address(process))) {
      assertEquals("exited", endOf(client, "print(1)"));
      limit(process, "8:");
      // Those that are warm already may still begin.
      var lost = endOf(client, "import time; time.sleep(60)");
      for (int i = 0; i < 20; i++) {
        assertEquals("lost", lost);
        lost = endOf(client, "import time; time.sleep(60)");
      }
      assertEquals("ok", client.get("/healthz").body());
      limit(process, "4096:");
      while (!endOf(client, "print(2)").equals("exited")) {
        Thread.onSpinWait();
      }
    }
    assertTrue(process.toHandle().destroy());
    var said = process.errorReader().lines().toList();
    assertEquals(0, process.waitFor());
    assertTrue(
        said.stream().anyMatch(line -> line.contains("Too many open files")), said::toString);
    assertTrue(said.size() < 20, () -> String.join("\n", said));
  }

  private Process start(String... before) throws IOException {
    var process = ServerProcess.start(data, Map.of(), Path.of(""), before);
    open.add(() -> process.destroyForcibly().waitFor());
    return process;
  }

  private <T extends AutoCloseable> T held(T thing) {
    open.add(thing);
    return thing;
  }

  private static String endOf(ApiClient client, String code) throws Exception {
    try (var events = client.events(client.submit(code))) {
      return events.rest().getLast().data().path("reason").asString();
    }
  }

  private static void limit(Process process, String descriptors) throws Exception {
    var pid = String.valueOf(process.pid());
    var changed = new ProcessBuilder("prlimit", "--pid", pid, "--nofile=" + descriptors).start();
    assertEquals(0, changed.waitFor());
  }

  private static long openIn(Process process) {
    try (var files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
      return files.count();
    } catch (IOException thrown) {
      return Long.MAX_VALUE;
    }
  }
}
