package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.HeldBubblewrap;
import interleave.run.HeldBubblewrap.At;
import interleave.run.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that are killed, as the kernel kills them when memory is short, and what stays. */
@Timeout(60)
class KilledServerTest {
  private static final int RUNS = 20;
  private static final Map<String, String> ROOM =
      Map.of(
          "INTERLEAVE_RUNS_AT_ONCE", "20",
          "INTERLEAVE_RUNS_PER_LEARNER", "40",
          "INTERLEAVE_RUNS_PER_ADDRESS", "40");
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Two processes that do not go when they are asked to. */
  private static final String STUBBORN =
      """
      import os, signal
      signal.signal(signal.SIGTERM, signal.SIG_IGN)
      if os.fork() == 0: os.setsid()
      os.execvp('sleep', ['sleep', '2345679'])
      """;

  /** A session of its own, in which the key that interrupts does so, wherever the tests run. */
  private static final String[] TERMINAL = {"env", "--default-signal=INT", "setsid"};

  private final List<Process> started = new ArrayList<>();

  @TempDir Path data;

  @AfterEach
  void end() throws InterruptedException {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void nothing_of_twenty_live_runs_is_left_and_the_next_start_is_clean() throws Exception {
    var process = start(ROOM);
    try (var client = new ApiClient(ServerProcess.address(process))) {
      for (int i = 0; i < RUNS; i++) {
        client.submit(STUBBORN);
      }
      Processes.await(() -> Processes.with("2345679") >= 2 * RUNS);
    }
    var all = process.descendants().toList();
    process.destroyForcibly().waitFor();
    long killed = System.nanoTime();
    awaitEnds(all);
    var took = Duration.ofNanos(System.nanoTime() - killed);
    assertTrue(took.compareTo(SOON) < 0, took::toString);
    assertEquals(0, Processes.with("2345679"));

    var next = start(ROOM);
    try (var client = new ApiClient(ServerProcess.address(next))) {
      var end = client.events(client.submit("print('on')")).rest().getLast();
      assertEquals("exited", end.data().path("reason").asString(), end::toString);
    }
    assertTrue(next.toHandle().destroy());
    assertEquals(0, next.waitFor());
    assertEquals(List.of(), next.errorReader().lines().toList());
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_left_when_bubblewrap_was_just_making_the_first_sandbox(At stage)
      throws Exception {
    assumeTrue(stage.canBeHeld(), "only root's bubblewrap waits for us while it sets up");
    var held = HeldBubblewrap.in(data, stage);
    var process = start(Map.of("INTERLEAVE_BWRAP", held.program().toString()));
    held.await(process.toHandle());
    var all = process.descendants().toList();
    process.destroyForcibly().waitFor();
    held.letGo();
    awaitEnds(all);
    Processes.await(() -> Processes.with(held.gate().toString()) == 0);
  }

  @Test
  void a_terminal_that_interrupts_the_server_leaves_programs_their_time() throws Exception {
    var process = ServerProcess.start(data, Map.of(), Path.of(""), TERMINAL);
    started.add(process);
    try (var client = new ApiClient(ServerProcess.address(process))) {
      var events = client.events(client.submit("print('on')\nimport time\ntime.sleep(2)"));
      while (!events.next().name().equals("output")) {}
      assertEquals(
          0, new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor());
      var end = events.rest().getLast();
      assertEquals("exited", end.data().path("reason").asString(), end::toString);
    }
    assertEquals(0, process.waitFor());
  }

  private Process start(Map<String, String> environment) throws IOException {
    var process =
        ServerProcess.start(
            Files.createDirectories(data.resolve("kept")), environment, Path.of(""));
    started.add(process);
    return process;
  }

  private static void awaitEnds(List<ProcessHandle> processes) throws Exception {
    Processes.await(() -> processes.stream().noneMatch(Processes::live));
  }
}
