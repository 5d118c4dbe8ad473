package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs in the lab that write what the engine would answer: nobody takes it for that. */
class ForgedAnswersTest extends OnEachPython {

  ForgedAnswersTest(String runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write_to_all_descriptors",
        "print_a_verdict",
        "streams_of_its_own",
        "key_read_again"
      })
  void what_a_program_writes_changes_nothing_of_what_is_found(String cheat) throws Exception {
    var end = explore(Cheat.of(cheat + ".py").code(), Granularity.LINE, REDUCED);
    assertTrue(end.get("complete").asBoolean());
    assertEquals(2, end.get("threads").asInt());
    // What cannot be written is an error, which Python tells when the stream is closed.
    var printed = outcomes(end).map(each -> each.get("output").asString().strip()).toList();
    assertTrue(printed.stream().anyMatch(text -> text.endsWith("1")), printed::toString);
    assertTrue(printed.stream().anyMatch(text -> text.endsWith("2")), printed::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"write_and_leave", "replaced_descriptors"})
  void answers_that_are_kept_back_or_changed_are_none(String cheat) throws Exception {
    var end = explore(Cheat.of(cheat + ".py").code(), Granularity.LINE, REDUCED);
    assertFalse(end.get("complete").asBoolean());
    assertEquals("the program ended the lab's own process", end.get("why").asString());
  }

  @Test
  void a_program_whose_sets_need_another_python_is_answered_for_too() throws Exception {
    var end = explore("print({1}, input())", Granularity.LINE, REDUCED);
    assertEquals(
        Set.of("error: | main: EOFError: there is nobody to answer in the lab | exit 1"),
        words(end));
  }
}
