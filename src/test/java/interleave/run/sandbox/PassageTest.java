package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.linux.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageTest {
  @TempDir private Path folder;

  @Test
  void what_everybody_can_get_to_needs_none() throws Exception {
    assertEquals(new Passage(List.of(), Path.of("/usr/bin")), Passage.to(Path.of("/usr/bin/")));
  }

  @Test
  void another_user_gets_to_what_stands_behind_a_closed_folder() throws Exception {
    assumeTrue(User.isRoot(), "only root can become others");
    var usr = Files.createDirectories(folder.resolve("it's closed/usr"));
    Files.createFile(usr.resolve("found"));
    Files.setPosixFilePermissions(usr.getParent(), PosixFilePermissions.fromString("rwx------"));
    var passage = Passage.to(usr);
    var words = new ArrayList<>(passage.words());
    words.addAll(List.of("/usr/bin/setpriv", "--reuid=65000", "--regid=65000", "--clear-groups"));
    words.addAll(List.of("/bin/ls", passage.folder().toString()));
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("found\n", said);
  }

  @Test
  void there_is_none_to_what_is_not_there() {
    assertThrows(SandboxProblem.class, () -> Passage.to(folder.resolve("nothing")));
  }
}
