package interleave.run.sandbox;

import interleave.run.linux.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ways of enforcing limits that this machine lets us test. */
final class TiersHere {
  private static final Path SELF = Path.of("/proc/self");

  private TiersHere() {}

  /** Metering, and what the kernel helps with where it may be asked. */
  static List<Tier> all() throws IOException {
    var tiers = new ArrayList<Tier>(List.of(Tier.polling()));
    var best = Tier.find("");
    if (best instanceof CgroupTier) {
      tiers.add(best);
    } else {
      var parts = parts();
      if (!parts.isEmpty()) {
        tiers.add(new CgroupTier("cgroup1", parts));
      }
    }
    return tiers;
  }

  /**
   * Hierarchies of cgroup v1 that nobody manages. Memory may be another's while these are not: then
   * all but the memory limit can be tested.
   */
  static List<Path> parts() throws IOException {
    var parts = new ArrayList<Path>();
    for (var controller : List.of("pids", "cpuacct")) {
      CgroupFolder.find(SELF, controller, "")
          .filter(folder -> folder.top() && User.isRoot() && Files.isWritable(folder.path()))
          .ifPresent(folder -> parts.add(folder.path()));
    }
    return parts;
  }
}
