package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.Limits;
import interleave.run.QueueRunner.Places;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Started;
import interleave.run.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real groups of the kernel, where nobody else manages them. */
class CgroupTierTest {
  private List<Path> parents;
  private CgroupTier tier;
  private Runner runner;

  @BeforeEach
  void open() throws IOException {
    parents = TiersHere.parts();
    assumeFalse(parents.isEmpty(), "no cgroup v1 that nobody manages");
    tier = new CgroupTier("cgroup1", parents);
    runner = RealRunner.create(RealRunner.LIMITS, new Places(2, 100, 100), tier);
  }

  @AfterEach
  void close() {
    if (runner != null) {
      runner.close();
    }
  }

  @Test
  void the_run_says_how_its_limits_are_enforced() throws Exception {
    var ready = assertInstanceOf(Runner.Status.Ready.class, runner.status());
    assertEquals("cgroup1", ready.tier());
    var started = RealRunner.run(runner, "").first(Started.class).orElseThrow();
    assertEquals("cgroup1", started.tier());
  }

  /** Also what begins and ends between two looks of the meter, and so fast that it hides. */
  @Test
  void processor_time_is_counted_to_the_last_child() throws Exception {
    var end =
        RealRunner.run(
                runner,
                """
                import os, time
                for _ in range(20):
                    if os.fork() == 0:
                        if os.fork() == 0:
                            while time.process_time() < 0.02: pass
                        os._exit(0)
                time.sleep(1.2)
                """)
            .end();
    assertEquals(Reason.EXITED, end.reason());
    assertTrue(end.cpuMs() > 350 && end.cpuMs() < 800, end.toString());
  }

  @Test
  void the_start_of_the_sandbox_is_not_on_the_programs_account() throws Exception {
    assertTrue(RealRunner.run(runner, "").end().cpuMs() < 25);
  }

  /** The kernel's own limit per user stands behind; here it is the group's that is felt first. */
  @Test
  void a_task_that_was_refused_ends_the_run_whatever_the_program_says() throws Exception {
    var limits = new Limits(10_000, 8_000, 256L << 20, 4, 256 << 10, 64 << 10);
    try (var narrow = RealRunner.create(limits, new Places(1, 1, 1), tier)) {
      var ran =
          RealRunner.run(
              narrow,
              """
              import os, time
              os.closerange(0, 3)
              try:
                  while os.fork(): pass
                  time.sleep(0.1)
              except OSError: pass
              os._exit(0)
              """);
      assertEquals(Reason.TASKS, ran.end().reason(), ran.toString());
    }
  }

  @Test
  void no_group_is_left_after_runs_of_all_kinds() throws Exception {
    RealRunner.run(runner, "print('ends')");
    var run = RealRunner.start(runner, "import os, time\nos.fork()\ntime.sleep(60)");
    Ran.await(run, Started.class::isInstance);
    assertTrue(groups().size() >= parents.size());
    run.stop();
    Ran.ended(run);
    runner.close();
    assertEquals(List.of(), groups());
  }

  @Test
  void a_group_is_used_again_once_nothing_is_in_it_and_begins_anew() throws Exception {
    var all = Tier.find("");
    assumeTrue(
        all.label().equals("cgroup1") && all.counts() != Tier.CountedMemory.NOTHING,
        "no memory in cgroup v1");
    try (var other = RealRunner.create(RealRunner.LIMITS, new Places(1, 1, 1), all)) {
      var heavy = RealRunner.run(other, "all = bytearray(100 << 20)").end();
      assertTrue(heavy.peakMemoryBytes() > 100 << 20, heavy.toString());
    }
    all.sweep(true);
    var first = used(all);
    var second = used(all);
    assertEquals(first.folders(), second.folders());
    assertTrue(second.peakBytes().orElseThrow() < 4 << 20, second.peakBytes().toString());
    assertTrue(all.sweep(false));
    assertTrue(first.folders().stream().noneMatch(Files::exists));
  }

  /** A group in which a process was that held 32 MiB, and that was given up since. */
  private static Cgroup used(Tier tier) throws Exception {
    var group = (Cgroup) tier.open(RealRunner.LIMITS);
    var entrances = group.folders().stream().map(folder -> "echo 0 > " + folder + "/tasks;");
    var hold = "head -c 32M /dev/zero | tail -c 32M > /dev/null";
    var script = entrances.collect(Collectors.joining()) + hold;
    assertEquals(0, new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor());
    assertTrue(group.peakBytes().orElseThrow() > 32 << 20, group.peakBytes().toString());
    group.close();
    tier.sweep(true);
    return group;
  }

  private List<Path> groups() throws IOException {
    var groups = new ArrayList<Path>();
    for (var parent : parents) {
      try (var stream = Files.newDirectoryStream(parent, Owner.GLOB)) {
        for (var group : stream) {
          Owner.of(group).filter(Owner.ourselves()::equals).ifPresent(_ -> groups.add(group));
        }
      }
    }
    return groups;
  }
}
