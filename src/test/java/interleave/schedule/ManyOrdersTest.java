package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs as people write them that have too many orders to try each of them: with reduction all
 * their outcomes are found, within the bounds that the lab has for a learner.
 */
class ManyOrdersTest extends OnEachPython {
  private static final Path FOLDER = Path.of("src/test/resources/lab-many");

  ManyOrdersTest(String runtime) {
    super(runtime);
  }

  @TestFactory
  Stream<DynamicTest> a_program_is_explored_to_the_end_and_has_all_outcomes() throws IOException {
    return LabFile.all(FOLDER).stream()
        .map(file -> dynamicTest(file.name(), () -> assertHasAllOutcomes(file)));
  }

  private void assertHasAllOutcomes(LabFile file) throws Exception {
    var end = explore(file.code(), file.granularity(), Bounds.USUAL);
    assertEquals(file.outcomes().orElseThrow(), words(end));
    assertTrue(end.path("complete").asBoolean(), end::toString);
  }
}
