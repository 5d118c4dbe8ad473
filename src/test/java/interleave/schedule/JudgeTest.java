package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.schedule.Finding.State;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is said of a program that is to meet a challenge, by what the engine tells of it. */
class JudgeTest {
  private static final Goal GOAL = new Goal(List.of("2\n"), "", 2);

  @Test
  void a_program_of_which_no_order_goes_wrong_is_proved_and_what_shows_it_can_be_kept() {
    var verdict = Judge.judge(end("finished", "2\n"), GOAL);
    assertTrue(verdict.met());
    assertEquals(State.PROVED, verdict.finding().state());
    assertEquals("Held fixed or not modelled: lines (one step each).", verdict.finding().assumed());
    var proof = Objects.requireNonNull(verdict.proof());
    assertEquals(verdict.finding(), Finding.fixed(proof));
    assertFalse(proof.has("outcomes"));
  }

  @Test
  void an_order_that_goes_wrong_is_told_with_what_comes_of_it() {
    var verdict = Judge.judge(end("finished", "1\n"), GOAL);
    assertFalse(verdict.met());
    assertEquals(State.VIOLATION, verdict.finding().state());
    assertEquals(
        "There is an order in which it still goes wrong: it prints 1.", verdict.finding().words());
    assertEquals("1.2-2", verdict.schedule());
    assertEquals("Held fixed or not modelled: lines (one step each).", verdict.finding().assumed());
    assertNull(verdict.proof());
  }

  @Test
  void a_check_that_fails_is_told_as_its_line_is_none_of_the_program() {
    var end = end("error", "1\n");
    ((ObjectNode) end.path("outcomes").path(0)).put("error", "main: AssertionError (line 9)");
    assertEquals(
        "There is an order in which it still goes wrong: it prints 1 and ends in an error, “main:"
            + " AssertionError (line 9)”. At the end of your program this is checked: assert counter"
            + " == 2.",
        Judge.judge(end, new Goal(List.of("2\n"), "assert counter == 2", 2)).finding().words());
  }

  @Test
  void an_order_that_goes_wrong_is_one_even_where_not_all_were_tried() {
    var end = end("deadlock", "").put("complete", false);
    assertEquals(State.VIOLATION, Judge.judge(end, GOAL).finding().state());
  }

  @Test
  void where_not_all_orders_were_tried_nothing_is_met() {
    var end = end("finished", "2\n").put("complete", false).put("why", "there was no more time");
    var verdict = Judge.judge(end.put("samples", 2), GOAL);
    assertFalse(verdict.met());
    assertEquals("NOT ALL TRIED", verdict.finding().title());
    assertEquals(
        "No order went wrong so far. Not every order was tried: there was no more time. So far 6"
            + " orders, 2 of them drawn at random. Make the program smaller.",
        verdict.finding().words());
    assertNull(verdict.proof());
  }

  @Test
  void work_that_is_not_done_is_no_fix() {
    var lazy = Judge.judge(end("finished", "2\n").put("working", 1), GOAL);
    assertEquals(State.MISSED, lazy.finding().state());
    assertEquals("NOT FIXED", lazy.finding().title());
    assertNull(lazy.proof());
  }

  @Test
  void threads_that_touch_nothing_in_common_may_meet_it_but_are_not_called_proved() {
    var verdict = Judge.judge(end("finished", "2\n").put("apart", true), GOAL);
    assertTrue(verdict.met());
    assertEquals(State.APART, verdict.finding().state());
  }

  @Test
  void an_order_is_told_in_words() {
    assertEquals("T1 2 times, T2, main", new Schedule("1.2-2-0").words());
    assertEquals("whoever runs goes on", Schedule.USUAL.words());
  }

  private static ObjectNode end(String kind, String output) {
    var end = Answer.MAPPER.createObjectNode();
    end.put("schedules", 6).put("complete", true).put("granularity", "line");
    end.put("threads", 2).put("working", 2).putArray("assumptions").add("lines");
    end.putArray("outcomes")
        .addObject()
        .put("kind", kind)
        .put("output", output)
        .put("schedule", "1.2-2");
    return end;
  }
}
