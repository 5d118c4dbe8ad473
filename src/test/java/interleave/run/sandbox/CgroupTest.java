package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RealRunner;
import interleave.run.RunEvent.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a group's files and read from them, with v1 and with v2. */
class CgroupTest {
  @TempDir Path first;
  @TempDir Path second;
  private final List<Cgroup> givenUp = new ArrayList<>();
  private Cgroup group;

  /** Looks at the files anew. */
  @BeforeEach
  void open() {
    var folders = List.of(first, second);
    group = new Cgroup(new CgroupFiles(), folders, RealRunner.LIMITS, givenUp::add);
  }

  @Test
  void with_v2_memory_has_no_swap_and_ends_all_together() throws Exception {
    for (var file : List.of("memory.max", "memory.swap.max", "memory.oom.group", "pids.max")) {
      Files.writeString(first.resolve(file), "max\n");
    }
    group.limit();
    assertEquals("268435456", Files.readString(first.resolve("memory.max")));
    assertEquals("0", Files.readString(first.resolve("memory.swap.max")));
    assertEquals("1", Files.readString(first.resolve("memory.oom.group")));
    assertEquals("80", Files.readString(first.resolve("pids.max")));
  }

  @Test
  void with_v1_each_limit_goes_to_its_hierarchy_and_what_is_missing_stays_so() throws Exception {
    Files.writeString(first.resolve("memory.limit_in_bytes"), "9223372036854771712\n");
    Files.writeString(second.resolve("pids.max"), "max\n");
    group.limit();
    assertEquals("268435456", Files.readString(first.resolve("memory.limit_in_bytes")));
    assertEquals("80", Files.readString(second.resolve("pids.max")));
    assertFalse(Files.exists(first.resolve("memory.memsw.limit_in_bytes")));
  }

  @Test
  void a_kill_for_memory_is_the_reason_with_both() throws Exception {
    Files.writeString(first.resolve("memory.events"), "low 0\nmax 7\noom 1\noom_kill 0\n");
    assertEquals(Optional.empty(), group.passed());
    Files.writeString(first.resolve("memory.events"), "max 7\noom 1\noom_kill 2\n");
    assertEquals(Optional.of(Reason.MEMORY), group.passed());
    Files.delete(first.resolve("memory.events"));
    Files.writeString(
        second.resolve("memory.oom_control"), "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");
    open();
    assertEquals(Optional.of(Reason.MEMORY), group.passed());
  }

  @Test
  void a_task_that_was_refused_is_the_reason() throws Exception {
    Files.writeString(second.resolve("pids.events"), "max 1\n");
    assertEquals(Optional.of(Reason.TASKS), group.passed());
  }

  @Test
  void what_was_used_is_read_with_both_and_unknown_without_a_count() throws Exception {
    assertEquals(OptionalLong.empty(), group.cpuMicros());
    assertEquals(OptionalLong.empty(), group.peakBytes());
    open();
    Files.writeString(first.resolve("cpu.stat"), "usage_usec 1234\nuser_usec 1000\n");
    Files.writeString(first.resolve("memory.peak"), "8192\n");
    assertEquals(OptionalLong.of(1234), group.cpuMicros());
    assertEquals(OptionalLong.of(8192), group.peakBytes());
    Files.writeString(second.resolve("cpuacct.usage"), "5678000\n");
    open();
    assertEquals(OptionalLong.of(5678), group.cpuMicros());
  }

  @Test
  void it_is_empty_when_no_thread_is_in_it() throws Exception {
    Files.writeString(first.resolve("tasks"), "4711\n");
    assertFalse(group.isEmpty());
    Files.writeString(first.resolve("tasks"), "");
    assertTrue(group.isEmpty());
  }

  @Test
  void it_is_not_empty_when_that_cannot_be_known() throws Exception {
    Files.createDirectory(first.resolve("tasks"));
    assertFalse(group.isEmpty());
  }

  @Test
  void it_can_be_used_again_when_no_limit_was_passed() throws Exception {
    Files.writeString(first.resolve("memory.max_usage_in_bytes"), "200000000\n");
    Files.writeString(first.resolve("memory.oom_control"), "under_oom 0\noom_kill 0\n");
    Files.writeString(second.resolve("pids.events"), "max 0\n");
    assertTrue(group.isAsNew());
    assertEquals("0", Files.readString(first.resolve("memory.max_usage_in_bytes")));
    Files.writeString(second.resolve("pids.events"), "max 1\n");
    assertFalse(group.isAsNew());
    Files.writeString(second.resolve("pids.events"), "max 0\n");
    Files.writeString(first.resolve("memory.oom_control"), "under_oom 0\noom_kill 1\n");
    assertFalse(group.isAsNew());
    Files.delete(first.resolve("memory.oom_control"));
    assertFalse(group.isAsNew(), "that no limit was passed must be known");
  }

  @Test
  void with_v2_it_is_not_used_again() throws Exception {
    Files.writeString(first.resolve("memory.peak"), "8192\n");
    Files.writeString(first.resolve("memory.events"), "oom_kill 0\n");
    Files.writeString(first.resolve("pids.events"), "max 0\n");
    assertFalse(group.isAsNew());
  }

  @Test
  void it_is_given_up_once() {
    group.close();
    group.close();
    assertEquals(List.of(group), givenUp);
  }
}
