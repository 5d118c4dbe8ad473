package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.linux.User;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for control groups that we may divide, and takes nothing from others for it. A group of v2
 * has one manager, and can be divided only when it has no processes of its own: so what a service
 * manager or anybody else made for us is ours only where it is the top of what we see (no manager,
 * or a container's own view), is marked as delegated as systemd does ({@code user.delegate}), or
 * somebody names it. Elsewhere root makes a group of its own beside the others, at the top of the
 * hierarchy. Groups of v1 can be divided while they have processes, by root.
 */
final class CgroupSearch {
  private static final Logger LOG = System.getLogger(CgroupSearch.class.getName());
  private static final List<String> WANTED = List.of("memory", "pids");
  private static final String COUNTING = "cpuacct";
  private static final String SERVER = "interleave-server";
  private static final String BESIDE_OTHERS = "interleave";

  private final Path self;

  /** Reads {@code mountinfo} and {@code cgroup} in this folder, which is {@code /proc/self}. */
  CgroupSearch(Path self) {
    this.self = self;
  }

  /** The best tier below the named group, or below our own when the name is empty. */
  Tier find(String group) {
    try {
      return version2(group).or(() -> version1(group)).orElseGet(Tier::polling);
    } catch (IOException thrown) {
      LOG.log(Level.WARNING, "control groups cannot be looked for: {0}", thrown.getMessage());
      return Tier.polling();
    }
  }

  private Optional<Tier> version2(String group) throws IOException {
    try {
      var found = CgroupFolder.find(self, "", group);
      var ours = found.filter(this::isOurs).map(CgroupFolder::path);
      if (ours.isEmpty() && found.isPresent() && User.isRoot()) {
        ours = besideOthers();
      }
      if (ours.isEmpty()) {
        return Optional.empty();
      }
      divide(ours.get());
      return Optional.of(tried(new CgroupTier("cgroup2", List.of(ours.get()))));
    } catch (IOException thrown) {
      LOG.log(Level.DEBUG, "cgroup v2 cannot be used: {0}", thrown.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Tier> version1(String group) {
    try {
      var parents = new ArrayList<Path>();
      for (var controller : WANTED) {
        var folder = CgroupFolder.find(self, controller, group);
        if (folder.isEmpty() || !User.isRoot()) {
          return Optional.empty();
        }
        parents.add(folder.get().path());
      }
      CgroupFolder.find(self, COUNTING, group)
          .filter(folder -> !parents.contains(folder.path()))
          .ifPresent(folder -> parents.add(folder.path()));
      return Optional.of(tried(new CgroupTier("cgroup1", parents)));
    } catch (IOException thrown) {
      LOG.log(Level.DEBUG, "cgroup v1 cannot be used: {0}", thrown.getMessage());
      return Optional.empty();
    }
  }

  /** A group that we make at the top of v2, where all controllers that we want are given on. */
  private Optional<Path> besideOthers() throws IOException {
    var top = CgroupFolder.find(self, "", "/").map(CgroupFolder::path);
    if (top.isEmpty() || !isGivenOn(top.get())) {
      return Optional.empty();
    }
    var group = top.get().resolve(BESIDE_OTHERS);
    if (!Files.isDirectory(group)) {
      Files.createDirectory(group);
    }
    return Optional.of(group);
  }

  private boolean isOurs(CgroupFolder folder) {
    return Files.isWritable(folder.path())
        && (folder.named() || folder.top() || isDelegated(folder.path()));
  }

  private static boolean isDelegated(Path folder) {
    try {
      var view = Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
      var value = java.nio.ByteBuffer.allocate(8);
      return view != null && view.read("delegate", value) == 1 && value.get(0) == '1';
    } catch (IOException _) {
      return false;
    }
  }

  /** Only a group without processes of its own can be divided: ours go to one below. */
  private static void divide(Path folder) throws IOException {
    var controllers = List.of(Files.readString(folder.resolve("cgroup.controllers")).split("\\s+"));
    if (!controllers.containsAll(WANTED)) {
      throw new IOException("memory and pids are not given to " + folder);
    }
    if (isGivenOn(folder)) {
      return;
    }
    var control = folder.resolve("cgroup.subtree_control");
    try {
      Files.writeString(control, "+memory +pids");
    } catch (IOException _) {
      var server = folder.resolve(SERVER);
      if (!Files.isDirectory(server)) {
        Files.createDirectory(server);
      }
      for (var process : Files.readAllLines(folder.resolve("cgroup.procs"))) {
        Files.writeString(server.resolve("cgroup.procs"), process);
      }
      Files.writeString(control, "+memory +pids");
    }
  }

  private static boolean isGivenOn(Path folder) throws IOException {
    var control = Files.readString(folder.resolve("cgroup.subtree_control"));
    return List.of(control.split("\\s+")).containsAll(WANTED);
  }

  /** Makes one group, so that what is not allowed is known at the start. */
  private static Tier tried(Tier tier) throws IOException {
    try (var _ = tier.open(new Limits(0, 0, 1L << 30, 64, 0, 0))) {
      return tier;
    } finally {
      tier.sweep(false);
    }
  }
}
