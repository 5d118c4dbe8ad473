package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.sandbox.Tier.CountedMemory;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A control group (cgroups(7)) for each sandbox, below groups that are ours to divide. */
final class CgroupTier implements Tier {
  private static final Logger LOG = System.getLogger(CgroupTier.class.getName());
  private static final Owner OWNER = Owner.ourselves();
  private static final int MOST_SPARE = 32;
  private static final AtomicLong OPENED = new AtomicLong();

  private final String label;
  private final List<Path> parents;
  private final CountedMemory counts;
  private final List<String> uncovered;
  private final CgroupFiles files = new CgroupFiles();
  private final Queue<Cgroup> givenUp = new ConcurrentLinkedQueue<>();
  private final Queue<Cgroup> spare = new ConcurrentLinkedQueue<>();
  private final Queue<Path> emptying = new ConcurrentLinkedQueue<>();

  /**
   * Removes what an earlier server left below these groups when it was killed.
   *
   * @param parents one folder with cgroup v2, one for each controller with v1
   */
  CgroupTier(String label, List<Path> parents) throws IOException {
    this.label = label;
    this.parents = List.copyOf(parents);
    boolean version2 = have("cgroup.subtree_control");
    counts = version2 ? CountedMemory.ALL : countedByVersion1();
    uncovered = version2 || have("cpuacct.usage") ? List.of() : List.of(Polling.SHORT_CHILDREN);
    for (var parent : parents) {
      try (var groups = Files.newDirectoryStream(parent, Owner.GLOB)) {
        for (var group : groups) {
          if (Owner.of(group).filter(owner -> !owner.lives()).isPresent()) {
            emptying.add(group);
          }
        }
      }
    }
    removeEmpty();
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public CountedMemory counts() {
    return counts;
  }

  @Override
  public List<String> uncovered() {
    return uncovered;
  }

  private CountedMemory countedByVersion1() {
    return have("memory.limit_in_bytes") ? CountedMemory.ALL_BUT_DATAGRAMS : CountedMemory.NOTHING;
  }

  private boolean have(String file) {
    return parents.stream().anyMatch(parent -> Files.exists(parent.resolve(file)));
  }

  /** A new group, or one that was used, which takes the kernel less. */
  @Override
  public Group open(Limits limits) throws IOException {
    for (var used = spare.poll(); used != null; used = spare.poll()) {
      if (used.limits().equals(limits)) {
        return used.again();
      }
      emptying.addAll(used.folders());
    }
    return create(limits);
  }

  private Group create(Limits limits) throws IOException {
    var name = OWNER.name(OPENED.incrementAndGet());
    var folders = new ArrayList<Path>();
    try {
      for (var parent : parents) {
        folders.add(Files.createDirectory(parent.resolve(name)));
      }
      var group = new Cgroup(files, folders, limits, givenUp::add);
      group.limit();
      return group;
    } catch (IOException thrown) {
      emptying.addAll(folders);
      throw new IOException("no control group can be made: " + reason(thrown), thrown);
    }
  }

  /** Without the name of the group, which is another each time: it is to be logged once. */
  private static String reason(IOException thrown) {
    return thrown instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(thrown.getMessage());
  }

  @Override
  public boolean sweep(boolean keep) {
    for (int left = givenUp.size(); left > 0; left--) {
      var group = givenUp.poll();
      if (group != null && !group.isEmpty()) {
        givenUp.add(group);
      } else if (group != null && keep && spare.size() < MOST_SPARE && group.isAsNew()) {
        spare.add(group);
      } else if (group != null) {
        emptying.addAll(group.folders());
      }
    }
    if (!keep) {
      for (var used = spare.poll(); used != null; used = spare.poll()) {
        emptying.addAll(used.folders());
      }
    }
    removeEmpty();
    return givenUp.isEmpty() && emptying.isEmpty();
  }

  private void removeEmpty() {
    for (int left = emptying.size(); left > 0; left--) {
      var folder = emptying.poll();
      if (folder != null && !removed(folder)) {
        emptying.add(folder);
      }
    }
  }

  /** The kernel refuses while anything is in it, and at the top of a hierarchy if it likes. */
  private static boolean removed(Path folder) {
    try {
      Files.delete(folder);
      return true;
    } catch (NoSuchFileException _) {
      return true;
    } catch (IOException thrown) {
      LOG.log(Level.DEBUG, "a group cannot be removed yet: {0}", thrown.getMessage());
      return false;
    }
  }
}
