package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.linux.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which group is divided, by what a machine says of its hierarchies: here plain folders. */
class CgroupSearchTest {
  @TempDir Path machine;

  @BeforeEach
  void mount() throws IOException {
    mounts("/");
    folder("v2");
    Files.createDirectories(machine.resolve("memory/service"));
    Files.createDirectories(machine.resolve("pids/service"));
  }

  @Test
  void a_group_of_v2_at_the_top_of_what_we_see_is_ours() throws Exception {
    groups("0::/");
    assertEquals("cgroup2", find(""));
  }

  @Test
  void beside_a_group_of_v2_that_somebody_made_for_us_root_makes_another() throws Exception {
    var service = folder("v2/service");
    groups("0::/service");
    Files.createDirectory(service.resolve("their own"));
    folder("v2/interleave");
    assertEquals(User.isRoot() ? "cgroup2" : "polling", find(""));
    try (var inside = Files.list(service).filter(Files::isDirectory)) {
      assertEquals(List.of(service.resolve("their own")), inside.toList());
    }
  }

  @Test
  void no_group_is_made_where_the_top_gives_no_controllers_on() throws Exception {
    folder("v2/service");
    Files.writeString(machine.resolve("v2/cgroup.subtree_control"), "cpu\n");
    groups("0::/service");
    assertEquals("polling", find(""));
    assertFalse(Files.exists(machine.resolve("v2/interleave")));
  }

  /** A group of v1 may have processes of its own and be divided all the same. */
  @Test
  void a_group_of_v1_is_divided_by_root_whoever_made_it() throws Exception {
    groups("4:memory:/service\n8:pids:/\n0::/other");
    assertEquals(User.isRoot() ? "cgroup1" : "polling", find(""));
  }

  @Test
  void who_asks_for_control_groups_gets_no_other_tier() {
    var thrown = assertThrows(SandboxProblem.class, TierSource.cgroups("/no/such/group")::find);
    assertTrue(thrown.reason().contains("INTERLEAVE_TIER"), thrown.reason());
  }

  @Test
  void a_group_that_is_named_is() throws Exception {
    folder("v2/service");
    groups("0::/service");
    assertEquals("cgroup2", find("/service"));
    assertEquals("polling", find("/other"));
  }

  @Test
  void v2_without_the_controllers_is_of_no_use() throws Exception {
    Files.writeString(machine.resolve("v2/cgroup.controllers"), "hugetlb\n");
    groups("0::/");
    assertEquals("polling", find(""));
  }

  @Test
  void v1_wants_memory_and_tasks_both() throws Exception {
    groups("4:memory:/\n0::/other");
    assertEquals("polling", find(""));
    groups("4:memory:/\n8:pids:/\n0::/other");
    assertEquals(User.isRoot() ? "cgroup1" : "polling", find(""), "top of both");
  }

  @Test
  void a_container_is_shown_a_part_of_the_hierarchy() throws Exception {
    mounts("/docker/one");
    groups("4:memory:/docker/one/service");
    var found = CgroupFolder.find(machine, "memory", "").orElseThrow();
    assertEquals(machine.resolve("memory/service"), found.path());
    assertFalse(found.top());
    groups("4:memory:/docker/one");
    assertTrue(CgroupFolder.find(machine, "memory", "").orElseThrow().top());
    groups("4:memory:/docker/two");
    assertEquals(Optional.empty(), CgroupFolder.find(machine, "memory", ""));
  }

  @Test
  void no_group_of_a_dead_server_stays_and_none_of_a_living_one_goes() throws Exception {
    var parent = Files.createDirectory(machine.resolve("parent"));
    var dead = Files.createDirectory(parent.resolve("interleave-999999999-1-1"));
    var living = Files.createDirectory(parent.resolve(Owner.ourselves().name(0)));
    var reborn =
        Files.createDirectory(
            parent.resolve("interleave-" + ProcessHandle.current().pid() + "-1-1"));
    var other = Files.createDirectory(parent.resolve("interleave-made-by-hand"));
    var tier = new CgroupTier("cgroup2", List.of(parent));
    assertTrue(tier.sweep(true));
    assertEquals(
        List.of(false, true, false, true),
        List.of(dead, living, reborn, other).stream().map(Files::exists).toList());
  }

  @Test
  void a_group_that_is_not_empty_yet_goes_later() throws Exception {
    var parent = Files.createDirectory(machine.resolve("parent"));
    var left = Files.createDirectory(parent.resolve("interleave-999999999-1-1"));
    var inside = Files.createDirectory(left.resolve("busy"));
    var tier = new CgroupTier("cgroup2", List.of(parent));
    assertFalse(tier.sweep(true));
    Files.delete(inside);
    assertTrue(tier.sweep(true));
    assertFalse(Files.exists(left));
  }

  private String find(String group) {
    return new CgroupSearch(machine).find(group).label();
  }

  private Path folder(String name) throws IOException {
    var folder = Files.createDirectories(machine.resolve(name));
    Files.writeString(folder.resolve("cgroup.controllers"), "cpu memory pids\n");
    Files.writeString(folder.resolve("cgroup.subtree_control"), "memory pids\n");
    return folder;
  }

  private void groups(String lines) throws IOException {
    Files.writeString(machine.resolve("cgroup"), lines + "\n");
  }

  /** As mountinfo says it: the part of the hierarchy that is shown, and where. */
  private void mounts(String shown) throws IOException {
    Files.writeString(
        machine.resolve("mountinfo"),
        """
        25 20 0:22 / /proc rw - proc proc rw
        30 20 0:23 %2$s %1$s/memory rw,relatime - cgroup cgroup rw,memory
        31 20 0:24 %2$s %1$s/pids rw,relatime shared:9 - cgroup cgroup rw,pids
        32 20 0:25 %2$s %1$s/v2 rw,relatime - cgroup2 cgroup2 rw
        """
            .formatted(machine, shown));
  }
}
