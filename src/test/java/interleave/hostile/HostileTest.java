package interleave.hostile;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The hostile programs, on a server that is who runs the tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
  private final HostileSuite suite = new HostileSuite();

  HostileTest() throws Exception {}

  @AfterAll
  void close() throws Exception {
    suite.close();
  }

  @TestFactory
  Stream<DynamicTest> every_program_ends_as_its_header_claims_and_leaves_nothing() {
    return suite.checks().map(check -> dynamicTest(check.name(), check.body()));
  }
}
