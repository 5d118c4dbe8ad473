package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import interleave.run.RunRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Programs as people write them that have too many orders to try each of them: with reduction all
 * their outcomes are found, with no more orders than the lab tries for a learner.
 */
@Timeout(240)
class ManyOrdersTest extends InBatches {
  private static final Path FOLDER = Path.of("src/test/resources/lab-many");

  ManyOrdersTest(String runtime) {
    super(runtime);
  }

  @TestFactory
  Stream<DynamicTest> a_program_is_explored_to_the_end_and_has_all_outcomes()
      throws IOException, RunRefused, InterruptedException {
    var files = LabFile.all(FOLDER);
    var answers = reducedAnswers(files);
    return files.stream()
        .map(
            file ->
                dynamicTest(
                    file.name(),
                    () ->
                        assertHasAllOutcomes(
                            file, Optional.ofNullable(answers.get(file.name())).orElseThrow())));
  }

  private static void assertHasAllOutcomes(LabFile file, JsonNode answer) {
    var end = answer.get("reduced");
    assertEquals(file.outcomes().orElseThrow(), words(end));
    assertTrue(end.path("complete").asBoolean(), end::toString);
    assertTrue(end.get("schedules").asInt() <= Bounds.USUAL.schedules(), end::toString);
  }
}
