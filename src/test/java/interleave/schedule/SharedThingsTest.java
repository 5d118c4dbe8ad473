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
 * Programs whose threads share something in a way that is easily overlooked: each has all its
 * outcomes with reduction. Without one most have too many orders.
 */
class SharedThingsTest extends OnEachPython {
  private static final Path FOLDER = Path.of("src/test/resources/lab-shared");

  SharedThingsTest(String runtime) {
    super(runtime);
  }

  @TestFactory
  Stream<DynamicTest> a_program_has_all_outcomes() throws IOException {
    return LabFile.all(FOLDER).stream()
        .map(file -> dynamicTest(file.name(), () -> assertHasAllOutcomes(file)));
  }

  private void assertHasAllOutcomes(LabFile file) throws Exception {
    var end = explore(file.code(), file.granularity(), REDUCED);
    assertTrue(end.path("complete").asBoolean(), end::toString);
    assertEquals(file.outcomes().orElseThrow(), words(end));
  }
}
