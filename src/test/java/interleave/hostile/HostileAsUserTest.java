package interleave.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import interleave.run.linux.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hostile programs on a server that is an ordinary user, as {@link HostileTest} is where the
 * tests are run by one: there the sandboxes are the server's own user, and limits are polled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "isRoot", disabledReason = "the suite is an ordinary user's already")
class HostileAsUserTest {
  @TempDir private static Path folder;

  private @Nullable UserProcess process;

  static boolean isRoot() {
    return User.isRoot();
  }

  @AfterAll
  void close() throws Exception {
    if (process != null) {
      process.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> every_program_ends_as_its_header_claims_and_leaves_nothing()
      throws Exception {
    var started = UserProcess.start(folder, UserSuite.class);
    process = started;
    return Stream.concat(
        started.lines().map(HostileAsUserTest::told),
        Stream.of(dynamicTest("the server of an ordinary user ends", () -> assertEnded(started))));
  }

  private static DynamicTest told(String line) {
    int tab = line.lastIndexOf('\t');
    var failure =
        new String(Base64.getDecoder().decode(line.substring(tab + 1)), StandardCharsets.UTF_8);
    return dynamicTest(line.substring(0, tab), () -> assertEquals("", failure));
  }

  private static void assertEnded(UserProcess process) throws Exception {
    int exit = process.awaitExit();
    var errors = Files.readString(process.errors());
    assertTrue(exit == 0, () -> "it exited with " + exit + ":\n" + errors);
  }
}
