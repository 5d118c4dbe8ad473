package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.HeldBubblewrap;
import interleave.run.HeldBubblewrap.At;
import interleave.run.Processes;
import interleave.run.RealRunner;
import interleave.run.linux.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Templates come, rest and die, on the thread that holds their lives. */
@Timeout(60)
class NurseryTest {
  @AutoClose private final Nursery nursery;

  NurseryTest() throws SandboxProblem {
    nursery =
        new Nursery(
            Bubblewrap.find("bwrap", Tier.CountedMemory.ALL),
            HostPython.at("/usr/bin/python3"),
            RealRunner.LIMITS,
            Tier.polling());
  }

  @Test
  void nothing_is_started_before_it_is_needed() {
    assertEquals(List.of(), processes());
  }

  @Test
  void a_template_that_rests_ends_after_its_last_sandbox() throws Exception {
    try (var sandbox = nursery.start()) {
      nursery.rest();
      try (var other = nursery.start()) {
        assertFalse(sandbox.init().hasEnded());
        sandbox.kill();
        sandbox.init().collect();
        while (templates() > 1) {
          nursery.collect();
        }
        assertFalse(other.init().hasEnded());
        other.kill();
        other.init().collect();
      }
      while (!processes().isEmpty()) {
        nursery.rest();
      }
    }
  }

  @Test
  void a_template_that_died_is_replaced() throws Exception {
    nursery.start().close();
    for (int pid : processes()) {
      try (var one = Child.of(pid)) {
        one.kill();
      } catch (IOException _) {
        // It ended with another.
      }
    }
    try (var sandbox = startedAtLast()) {
      assertFalse(sandbox.init().hasEnded());
      sandbox.kill();
    }
  }

  @Test
  void when_it_is_closed_nothing_is_left_and_nothing_comes() throws Exception {
    try (var sandbox = nursery.start()) {
      nursery.close();
      sandbox.init().collect();
    }
    assertEquals(List.of(), processes());
    assertThrows(IOException.class, nursery::start);
  }

  @Test
  void a_template_that_is_closed_while_bubblewrap_sets_it_up_leaves_nothing(@TempDir Path folder)
      throws Exception {
    assumeTrue(At.SET_UP.canBeHeld(), "only root's bubblewrap waits for us while it sets up");
    var held = HeldBubblewrap.in(folder, At.SET_UP);
    var bubblewrap = Bubblewrap.find(held.program().toString(), Tier.CountedMemory.ALL);
    var template = bubblewrap.startTemplate(HostPython.at("/usr/bin/python3"));
    held.await(ProcessHandle.current());
    var all = ProcessHandle.current().descendants().toList();
    template.close();
    assertEquals(List.of(), all.stream().filter(Processes::live).toList());
  }

  /** The first try may find out that the template is dead. */
  private Sandbox startedAtLast() {
    while (true) {
      try {
        return nursery.start();
      } catch (IOException _) {
        // The next one comes from another template.
      }
    }
  }

  /** Each is bubblewrap, the interpreter, and what that makes. */
  private static long templates() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("bwrap"))
        .count();
  }

  private static List<Integer> processes() {
    return new Descendants((int) ProcessHandle.current().pid()).now();
  }
}
