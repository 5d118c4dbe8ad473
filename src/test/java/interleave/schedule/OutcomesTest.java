package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import interleave.run.RunRefused;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * What can come of many small programs: the same with reduction and without, as worked out by hand,
 * and each found again by its schedule.
 */
@Timeout(240)
class OutcomesTest extends InBatches {
  OutcomesTest(String runtime) {
    super(runtime);
  }

  @Test
  void there_are_programs_of_all_kinds_and_most_are_worked_out_by_hand() throws IOException {
    var files = LabFile.all();
    assertTrue(files.size() >= 45);
    assertTrue(files.stream().filter(file -> file.outcomes().isPresent()).count() >= 20);
  }

  @TestFactory
  Stream<DynamicTest> a_program_has_the_outcomes_that_it_claims_however_it_is_explored()
      throws IOException, RunRefused, InterruptedException {
    var files = LabFile.all();
    var answers = answers(files, 0);
    return files.stream()
        .map(
            file ->
                dynamicTest(
                    file.name(),
                    () ->
                        check(file, Optional.ofNullable(answers.get(file.name())).orElseThrow())));
  }
}
