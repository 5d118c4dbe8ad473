package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept when the disk of the database is full, or the server is killed. */
@Timeout(120)
class FullDiskTest {
  private static final String DISK_BYTES = "4194304";
  private static final String FILE = "interleave.mv.db";
  private static final int TABS = 6;

  /** More than one: after a pause the first would be written soon in any case. */
  private static final int ANSWERS = 20;

  private final List<Process> started = new ArrayList<>();

  @TempDir Path data;

  @AfterEach
  void end() throws InterruptedException {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void answers_that_cannot_be_kept_are_refused_until_there_is_space_again() throws Exception {
    var disk = Files.createDirectory(data.resolve("disk"));
    var process = startOnSmallDisk(disk);
    int kept = 0;
    try (var learner = new FormClient(ServerProcess.address(process))) {
      var java = javaOf(process);
      var filler = new Filler(Path.of("/proc/" + java.pid() + "/root" + disk));
      assertEquals(303, learner.answer().statusCode());
      kept++;
      filler.fill();
      while (learner.answer().statusCode() == 303) {
        kept++;
      }
      assertRefused(learner);
      assertGoesOn(learner, kept);
      assertKeptElsewhere(learner, filler.beside(FILE), kept);

      filler.empty();
      while (learner.get("/readyz").statusCode() != 200) {
        Thread.onSpinWait();
      }
      assertEquals(303, learner.answer().statusCode());
      kept++;
      assertEquals(kept, learner.attempts());
      assertTrue(java.destroy());
      process.waitFor();
    }
    var log = process.errorReader().lines().toList();
    assertEquals(2, log.size(), log::toString);
    assertTrue(log.getFirst().contains("No space left on device"), log::toString);
  }

  @Test
  void answers_that_are_acknowledged_outlive_a_kill_right_after() throws Exception {
    var process = start(data);
    try (var learner = new FormClient(ServerProcess.address(process))) {
      for (int i = 0; i < ANSWERS; i++) {
        assertEquals(303, learner.answer().statusCode());
      }
      process.destroyForcibly().waitFor();
      assertEquals(ANSWERS, learner.at(ServerProcess.address(start(data))).attempts());
    }
  }

  private static void assertRefused(FormClient learner) throws Exception {
    var page = learner.answer();
    assertEquals(503, page.statusCode(), page.body());
    assertTrue(page.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
    assertTrue(page.body().contains("could not keep this"), page.body());
    var problem = learner.answer("Accept", "application/json");
    assertEquals(503, problem.statusCode());
    assertEquals(
        "application/problem+json", problem.headers().firstValue("Content-Type").orElse(""));
    var ready = learner.get("/readyz");
    assertEquals(503, ready.statusCode());
    assertTrue(ready.body().contains("\"database\":false"), ready.body());
  }

  /** Pages are read and programs run, while others go on trying to have something kept. */
  private static void assertGoesOn(FormClient learner, int kept) throws Exception {
    assertEquals(kept, learner.attempts());
    Callable<List<Integer>> tab =
        () ->
            List.of(
                learner.answer().statusCode(),
                learner.get("/").statusCode(),
                learner.get(FormClient.LESSON).statusCode(),
                learner.run().statusCode());
    try (var tabs = Executors.newFixedThreadPool(TABS)) {
      for (var answered : tabs.invokeAll(Collections.nCopies(TABS, tab))) {
        assertEquals(List.of(503, 200, 200, 201), answered.get());
      }
    }
  }

  /** A copy of the file is what a server would find that is started after a crash. */
  private void assertKeptElsewhere(FormClient learner, Path file, int kept) throws Exception {
    var elsewhere = Files.createDirectory(data.resolve("elsewhere"));
    Files.copy(file, elsewhere.resolve(FILE));
    assertEquals(kept, learner.at(ServerProcess.address(start(elsewhere))).attempts());
  }

  private Process start(Path folder, String... before) throws IOException {
    var room = Map.of("INTERLEAVE_RUNS_PER_LEARNER", "40");
    var process = ServerProcess.start(folder, room, Path.of(""), before);
    started.add(process);
    return process;
  }

  private Process startOnSmallDisk(Path folder) throws IOException {
    return start(
        folder,
        "bwrap",
        "--die-with-parent",
        "--dev-bind",
        "/",
        "/",
        "--size",
        DISK_BYTES,
        "--tmpfs",
        folder.toString());
  }

  /** The server that bubblewrap started. */
  private static ProcessHandle javaOf(Process process) {
    return process
        .descendants()
        .filter(one -> one.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }
}
