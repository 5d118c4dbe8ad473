package interleave.run.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Finds all processes below one, by way of /proc (proc(5)). */
final class Descendants {
  private static final int DEEPEST = 256;

  private final int pid;

  Descendants(int pid) {
    this.pid = pid;
  }

  /**
   * Their numbers, each after its parent's; those that end while we look may be missing.
   *
   * @throws Starved when they cannot be known
   */
  List<Integer> now() {
    var found = new ArrayList<Integer>();
    collect(pid, found, 0);
    return found;
  }

  private static void collect(int parent, List<Integer> found, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (int thread : ProcFile.threads(parent)) {
      for (var word : ProcFile.read(parent, "task/" + thread + "/children").split(" ", -1)) {
        if (!word.isBlank()) {
          int child = Integer.parseInt(word.strip());
          found.add(child);
          collect(child, found, depth + 1);
        }
      }
    }
  }
}
