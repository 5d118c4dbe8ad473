package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
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
    var process = start(Map.of("INTERLEAVE_PORT", "0"));
    var line = firstLine(process.inputReader());
    assertTrue(line.matches("Interleave on http://localhost:\\d+"), line);
    var address = line.substring(line.indexOf("http"));
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address + "/healthz")).build();
      assertEquals("ok", client.send(request, BodyHandlers.ofString()).body());
    }
    // By its handle, which leaves the streams open.
    assertTrue(process.toHandle().destroy());
    assertEquals(0, process.waitFor());
    assertEquals(List.of(), process.errorReader().lines().toList());
  }

  @Test
  void a_signal_ends_the_programs_that_run_and_nothing_of_them_is_left() throws Exception {
    var process = start(Map.of("INTERLEAVE_PORT", "0"));
    var line = firstLine(process.inputReader());
    var address = line.substring(line.indexOf("http"));
    var program = "import os; os.execvp('sleep', ['sleep', '2345678'])";
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address + "/api/runs"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"code\": \"" + program + "\"}"))
              .build();
      assertEquals(201, client.send(request, BodyHandlers.ofString()).statusCode());
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
    var process = start(Map.of("INTERLEAVE_PORT", "0"));
    var line = firstLine(process.inputReader());
    var runs = URI.create(line.substring(line.indexOf("http")) + "/api/runs");
    try (var client = HttpClient.newHttpClient()) {
      var created = client.send(run(runs, "print('on')\nimport time\ntime.sleep(2)"), asText());
      var events =
          URI.create(runs + "/" + created.body().replaceAll(".*\"id\":\"|\".*", "") + "/events");
      var stream =
          client.send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines()).body();
      var lines = stream.iterator();
      while (!lines.next().contains("\"on")) {}
      assertTrue(process.toHandle().destroy());
      var refused = client.send(run(runs, "print('late')"), asText());
      while (refused.statusCode() != 503) {
        refused = client.send(run(runs, "print('late')"), asText());
      }
      assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
      var last = "";
      while (lines.hasNext()) {
        last = last + lines.next();
      }
      assertTrue(last.contains("\"reason\":\"exited\""), last);
    }
    assertEquals(0, process.waitFor());
  }

  @Test
  void wrong_settings_stop_the_start_with_a_line_for_each() throws Exception {
    var process = start(Map.of("INTERLEAVE_PORT", "http", "INTERLEAVE_COLOUR", "blue"));
    assertEquals(1, process.waitFor());
    var lines = process.errorReader().lines().toList();
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("INTERLEAVE_PORT is \"http\"")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("INTERLEAVE_COLOUR is not")));
  }

  @Test
  void a_port_that_is_taken_stops_the_start_with_one_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());
      var process = start(Map.of("INTERLEAVE_PORT", port));
      assertEquals(1, process.waitFor());
      var lines = process.errorReader().lines().toList();
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(lines.getFirst().startsWith("Port " + port + " of 127.0.0.1 cannot be"));
    }
  }

  @Test
  void a_database_that_another_server_holds_stops_the_start_with_one_line() throws Exception {
    firstLine(start(Map.of("INTERLEAVE_PORT", "0")).inputReader());
    var second = start(Map.of("INTERLEAVE_PORT", "0"));
    assertEquals(1, second.waitFor());
    var lines = second.errorReader().lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().contains("cannot be used"));
  }

  @Test
  void a_folder_without_a_course_stops_the_start_with_one_line() throws Exception {
    var process =
        start(Map.of("INTERLEAVE_PORT", "0"), Files.createDirectory(data.resolve("empty")));
    assertEquals(1, process.waitFor());
    var lines = process.errorReader().lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    assertFalse(lines.getFirst().contains("Exception"));
  }

  private static HttpRequest run(URI runs, String code) {
    return HttpRequest.newBuilder(runs)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"code\": \"" + code.replace("\n", "\\n") + "\"}"))
        .build();
  }

  private static BodyHandler<String> asText() {
    return BodyHandlers.ofString();
  }

  private Process start(Map<String, String> environment) throws IOException {
    return start(environment, Path.of(""));
  }

  private Process start(Map<String, String> environment, Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "interleave.Main")
            .directory(folder.toAbsolutePath().toFile());
    builder.environment().put("INTERLEAVE_DATA", data.toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    started.add(process);
    return process;
  }

  private static String firstLine(BufferedReader reader) throws IOException {
    var line = reader.readLine();
    if (line == null) {
      throw new AssertionError("the server ended before it said where it is");
    }
    return line;
  }
}
