package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no program, or none for the lab: it is refused, and it is said why; odd source is not.
 */
@Timeout(120)
class RefusedProgramsTest extends OnEachPython {
  RefusedProgramsTest(String runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'x = 1\ny = (\n'               | 2 | SyntaxError: '(' was never closed
          'if x:\n        y\n\tz\n'      | 3 | TabError: inconsistent use of tabs and spaces in indentation
          'def f():\n    return\nreturn' | 3 | SyntaxError: 'return' outside function
          '  x = 1'                      | 1 | IndentationError: unexpected indent
          """)
  void what_python_does_not_compile_is_refused_with_its_line(String code, int line, String detail)
      throws Exception {
    var source = code.replace("\\n", "\n").replace("\\t", "\t");
    var refused =
        assertInstanceOf(
            ExplorationEvent.Refused.class, events(source, Granularity.LINE, FEW).getLast());
    assertEquals("code", refused.data().get("field").asString());
    assertEquals(line, refused.data().get("line").asInt(), refused.data()::toString);
    assertEquals(detail, refused.data().get("detail").asString());
    var replay = assertInstanceOf(Replay.Refused.class, replay(source, Granularity.LINE, ""));
    assertEquals(refused.data(), replay.why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "# nothing", "\f", "\ufeffx = 1", "x = 1\r\ny = 2\r\n", "é = 1"})
  void odd_source_that_python_takes_is_taken(String code) throws Exception {
    assertEquals(Set.of("finished:"), words(explore(code, Granularity.LINE, FEW)));
    assertEquals(Set.of("finished:"), words(explore(code, Granularity.BYTECODE, FEW)));
  }

  @ParameterizedTest
  @CsvSource({
    "multiprocessing, processes",
    "concurrent.futures.process, processes",
    "subprocess, processes",
    "concurrent.interpreters, interpreters",
    "asyncio, coroutines",
    "socket, the network",
    "_thread, what lies below threading"
  })
  void what_the_lab_does_not_schedule_is_refused_in_words(String module, String about)
      throws Exception {
    var error = explore("\nimport " + module, Granularity.LINE, FEW).at("/outcomes/0/error");
    assertEquals(
        "main: ImportError: The lab schedules threads; %s cannot be scheduled, so %s is not to be had here. (line 2)"
            .formatted(about, module),
        error.asString());
  }

  @Test
  void a_pool_of_processes_is_refused_in_words() throws Exception {
    var code = "from concurrent.futures import ProcessPoolExecutor";
    var error = explore(code, Granularity.LINE, FEW).at("/outcomes/0/error").asString();
    assertTrue(error.contains("processes cannot be scheduled, so ProcessPoolExecutor"), error);
  }
}
