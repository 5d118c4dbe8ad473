package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import interleave.run.RunRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Programs that end in odd ways: as they end when Python itself executes them, so they can end in
 * the lab.
 */
@Timeout(240)
class ProgramEndsTest extends InBatches {
  private static final Path FOLDER = Path.of("src/test/resources/lab-ends");

  /** How often Python executes each. */
  private static final int TIMES = 3;

  ProgramEndsTest(String runtime) {
    super(runtime);
  }

  @Test
  void there_are_programs_of_all_kinds() throws IOException {
    assertTrue(LabFile.all(FOLDER).size() >= 80);
  }

  @TestFactory
  Stream<DynamicTest> a_program_ends_in_the_lab_as_it_does_in_python()
      throws IOException, RunRefused, InterruptedException {
    var files = LabFile.all(FOLDER);
    var answers = answers(files, TIMES);
    return files.stream()
        .map(
            file ->
                dynamicTest(
                    file.name(),
                    () -> {
                      var answer = Optional.ofNullable(answers.get(file.name())).orElseThrow();
                      check(file, answer);
                      var possible =
                          outcomes(answer.get("all")).map(Ending::of).collect(Collectors.toSet());
                      var real = answer.get("real").valueStream().map(Ending::of).toList();
                      assertFalse(real.isEmpty());
                      assertTrue(possible.containsAll(real), () -> real + " of " + possible);
                    }));
  }

  /**
   * What both tell of an end.
   *
   * @param errors what failed, each behind the thread that it failed in, in any order. Of what a
   *     pool calls Python does not tell the thread
   */
  private record Ending(String kind, String output, List<String> errors, int exit) {
    static Ending of(JsonNode outcome) {
      var errors =
          Stream.of(outcome.path("error").asString("").split("; "))
              .map(error -> error.replaceAll(" \\(line \\d+\\)", ""))
              .map(
                  error ->
                      error.replaceFirst("^[^:]*: (?=(callback|initializer|worker) of a )", ""))
              .sorted()
              .toList();
      return new Ending(
          outcome.get("kind").asString(),
          outcome.get("output").asString(),
          errors,
          outcome.path("exit").asInt(0));
    }
  }
}
