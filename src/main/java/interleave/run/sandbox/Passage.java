package interleave.run.sandbox;

import interleave.run.linux.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way to a folder that a sandbox is to see. When we are root a sandbox is started by another
 * user, who may not be let through every folder on the way. Then root first mounts the folder at
 * another place, in a mount namespace that goes with the sandbox.
 *
 * @param words to be put before the sandbox's command; they need root
 * @param folder where the sandbox finds the folder
 */
record Passage(List<String> words, Path folder) {
  private static final String PLACE = "/mnt";

  private static final String MOUNT =
      "mount --bind -- \"$1\" " + PLACE + " && shift && exec \"$@\"";

  /**
   * Finds the way.
   *
   * @throws SandboxProblem when the folder is not there
   */
  static Passage to(Path folder) throws SandboxProblem {
    try {
      var real = folder.toRealPath();
      if (!User.isRoot() || isOpenToAll(real)) {
        return new Passage(List.of(), real);
      }
      var words =
          List.of(
              "/usr/bin/unshare", "--mount", "--propagation=private", "/bin/sh", "-c", MOUNT, "sh");
      return new Passage(
          Stream.concat(words.stream(), Stream.of(real.toString())).toList(), Path.of(PLACE));
    } catch (IOException thrown) {
      throw new SandboxProblem(folder + " cannot be read: " + thrown.getMessage());
    }
  }

  private static boolean isOpenToAll(Path folder) throws IOException {
    for (var step = folder; step != null; step = step.getParent()) {
      if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
