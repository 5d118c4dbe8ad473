package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine reads from the interpreter's own memory. */
@Timeout(120)
class PeekTest extends OnEachPython {
  private static final Path FOLDER = Path.of("src/test/resources/lab-driver");

  PeekTest(String runtime) {
    super(runtime);
  }

  /** The driver ends by a signal where it takes something for an object that is none. */
  @Test
  void what_an_instruction_has_loaded_is_on_top_of_the_stack_and_below_it_are_objects()
      throws Exception {
    var driver = Files.readString(FOLDER.resolve("stack.py"));
    var ran = Ran.ended(run(driver, Files.readString(FOLDER.resolve("statements.py"))));
    assertEquals("", ran.err());
    assertEquals("finished []\nyes\n", ran.out());
  }
}
