package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the server as its own process, as a person does. */
@Timeout(60)
class MainTest {
  private final List<Process> started = new ArrayList<>();

  @TempDir Path data;

  @AfterEach
  void end() throws InterruptedException {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void it_says_where_it_is_and_a_signal_ends_it_with_success() throws Exception {
    var process = start();
    try (var client = new ApiClient(ServerProcess.address(process))) {
      assertEquals("ok", client.get("/healthz").body());
    }
    // By its handle, which leaves the streams open.
    assertTrue(process.toHandle().destroy());
    assertEquals(0, process.waitFor());
    assertEquals(List.of(), process.errorReader().lines().toList());
  }

  @Test
  void it_says_how_limits_are_enforced_and_what_that_does_not_cover() throws Exception {
    var process = start(Map.of("INTERLEAVE_TIER", "polling"));
    ServerProcess.address(process);
    var line = process.inputReader().readLine();
    assertTrue(line.startsWith("Limits of programs are enforced by polling, which does not"), line);
    assertTrue(line.contains("epoll"), line);
  }

  @Test
  void where_control_groups_are_asked_for_and_cannot_be_had_no_program_is_run() throws Exception {
    var process = start(Map.of("INTERLEAVE_TIER", "cgroup", "INTERLEAVE_CGROUP", "/no/such/group"));
    try (var client = new ApiClient(ServerProcess.address(process))) {
      var line = process.inputReader().readLine();
      assertTrue(line.startsWith("Programs cannot be run: INTERLEAVE_TIER asks for"), line);
      var ready = client.get("/readyz");
      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().contains("INTERLEAVE_TIER"), ready.body());
      assertEquals(503, client.run("print(1)").statusCode());
    }
  }

  @Test
  void a_signal_ends_the_programs_that_run_and_nothing_of_them_is_left() throws Exception {
    var process = start();
    try (var client = new ApiClient(ServerProcess.address(process))) {
      client.submit("import os; os.execvp('sleep', ['sleep', '2345678'])");
    }
    while (Processes.with("2345678") == 0) {
      Thread.onSpinWait();
    }
    assertTrue(process.toHandle().destroy());
    assertEquals(0, process.waitFor());
    assertEquals(0, Processes.with("2345678"));
  }

  @Test
  void after_a_signal_a_program_may_end_by_itself_while_no_other_is_taken() throws Exception {
    var process = start();
    try (var client = new ApiClient(ServerProcess.address(process))) {
      var events = client.events(client.submit("print('on')\nimport time\ntime.sleep(2)"));
      while (!events.next().name().equals("output")) {}
      assertTrue(process.toHandle().destroy());
      var refused = client.run("print('late')");
      while (refused.statusCode() != 503) {
        refused = client.run("print('late')");
      }
      assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
      var end = events.rest().getLast();
      assertEquals("exited", end.data().path("reason").asString(), end::toString);
    }
    assertEquals(0, process.waitFor());
  }

  @Test
  void wrong_settings_stop_the_start_with_a_line_for_each() throws Exception {
    var process = start(Map.of("INTERLEAVE_PORT", "http", "INTERLEAVE_COLOUR", "blue"));
    var lines = complaints(process);
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("INTERLEAVE_PORT is \"http\"")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("INTERLEAVE_COLOUR is not")));
  }

  @Test
  void a_port_that_is_taken_stops_the_start_with_one_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());
      var line = complaint(start(Map.of("INTERLEAVE_PORT", port)));
      assertTrue(line.startsWith("Port " + port + " of 127.0.0.1 cannot be"), line);
    }
  }

  @Test
  void a_database_that_another_server_holds_stops_the_start_with_one_line() throws Exception {
    ServerProcess.address(start());
    var line = complaint(start());
    assertTrue(line.contains("cannot be used"), line);
  }

  @Test
  void a_folder_without_a_course_stops_the_start_with_one_line() throws Exception {
    var line = complaint(start(Map.of(), Files.createDirectory(data.resolve("empty"))));
    assertFalse(line.contains("Exception"), line);
  }

  private Process start() throws IOException {
    return start(Map.of());
  }

  private Process start(Map<String, String> environment) throws IOException {
    return start(environment, Path.of(""));
  }

  private Process start(Map<String, String> environment, Path folder) throws IOException {
    var process = ServerProcess.start(data, environment, folder);
    started.add(process);
    return process;
  }

  /** Waits until a start has failed, and answers what is said of it. */
  private static List<String> complaints(Process process) throws InterruptedException {
    assertEquals(1, process.waitFor());
    return process.errorReader().lines().toList();
  }

  private static String complaint(Process process) throws InterruptedException {
    var lines = complaints(process);
    assertEquals(1, lines.size(), lines::toString);
    return lines.getFirst();
  }
}
