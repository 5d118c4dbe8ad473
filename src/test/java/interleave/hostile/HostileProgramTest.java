package interleave.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hostile programs as files: none of them may ever run anywhere but in a sandbox. */
class HostileProgramTest {
  private static final int LEAST = 200;

  @Test
  void there_are_many_and_each_claims_a_different_attack() throws Exception {
    var programs = HostileProgram.all();
    var attacks = programs.stream().map(HostileProgram::attack).distinct().count();
    assertTrue(programs.size() >= LEAST, programs.size() + " programs");
    assertEquals(programs.size(), attacks);
  }

  @Test
  void each_refuses_to_run_outside_of_the_sandbox() throws Exception {
    var unguarded = HostileProgram.all().stream().filter(program -> !program.isGuarded()).toList();
    assertEquals(List.of(), unguarded.stream().map(HostileProgram::name).toList());
  }

  @Test
  void each_claims_how_it_ends() throws Exception {
    for (var program : HostileProgram.all()) {
      assertFalse(program.reasons().usual().isEmpty(), program.name());
      assertFalse(program.reasons().polling().isEmpty(), program.name());
    }
  }

  @Test
  void no_script_and_no_other_test_starts_them() throws Exception {
    var others = new ArrayList<Path>();
    for (var root : List.of("src/main", "src/test/java", ".ci", "pom.xml")) {
      try (var files = Files.walk(Path.of(root))) {
        files
            .filter(Files::isRegularFile)
            .filter(HostileProgramTest::knowsThem)
            .forEach(others::add);
      }
    }
    others.removeIf(file -> file.startsWith("src/test/java/interleave/hostile"));
    assertEquals(List.of(), others);
  }

  private static boolean knowsThem(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("resources/hostile");
    } catch (IOException thrown) {
      throw new UncheckedIOException(thrown);
    }
  }
}
