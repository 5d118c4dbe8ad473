package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.schedule.Finding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What is said of an exploration, by what the engine tells of it. */
class FindingTest {
  private static final String ENOUGH =
      ": of those that differ only in steps that touch nothing in common, one is enough.";

  @Test
  void a_proof_says_of_which_steps_it_is() {
    assertEquals(State.PROVED, Finding.of(end()).state());
    assertEquals("PROVED, line by line", Finding.of(end()).title());
    var finer = Finding.of(end().put("granularity", "bytecode"));
    assertEquals("PROVED, instruction by instruction", finer.title());
  }

  @Test
  void where_the_outcome_depends_on_the_order_no_other_one_is_what_is_proved() {
    var end = end();
    end.withArray("outcomes").addObject().put("kind", "finished").put("output", "1");
    end.withArray("outcomes").addObject().put("kind", "finished").put("output", "2");
    assertEquals(State.SEVERAL, Finding.of(end).state());
    assertEquals("PROVED, line by line: these 2 outcomes, no other", Finding.of(end).title());
    assertTrue(Finding.of(end).words().startsWith("What comes of it depends on the order. Every"));
    var drawn = end.deepCopy();
    drawn.putArray("assumptions").add("draws");
    assertTrue(
        Finding.of(drawn).words().startsWith("What comes of it depends on the order or on what"));
    var many = Finding.of(end.put("more", 1_198));
    assertEquals("PROVED, line by line: these 1,200 outcomes, no other", many.title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8|false|0|false|All 8 orders were tried.",
        "1|false|0|false|There is only one order.",
        "8|true|8|true|All 8 orders were tried.",
        "1|true|1|true|There is only one order.",
        "8|true|3432|true|8 orders stand for all 3,432" + ENOUGH,
        "1|true|6|true|1 order stands for all 6" + ENOUGH,
        "8|true|90210|false|8 orders stand for more than 90,210" + ENOUGH,
        "8000|true|700|false|8,000 orders stand for all, which were not counted" + ENOUGH,
      })
  void how_many_orders_stand_for_how_many_is_said(
      int tried, boolean reduced, long orders, boolean counted, String words) {
    var end = end().put("schedules", tried).put("reduced", reduced);
    end.put("orders", orders).put("ordersCounted", counted);
    assertEquals(
        "Every outcome is listed. "
            + words
            + " No order ends in an error or a deadlock, or goes on for ever.",
        Finding.of(end).words());
    assertEquals(
        "No order goes wrong. " + words + " Run once without the lab, it went well too.",
        Finding.fixed(end).words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|All 6 orders without a forced switch were tried.",
        "1|All 6 orders with at most 1 forced switch were tried.",
        "2|All 6 orders with at most 2 forced switches were tried.",
      })
  void within_a_bound_on_switches_nothing_is_proved(int switches, String words) {
    var finding = Finding.of(end().put("preemptions", switches));
    assertEquals(State.PARTIAL, finding.state());
    assertEquals("NOT ALL TRIED", finding.title());
    assertEquals(words + " More switches may bring other outcomes.", finding.words());
  }

  @Test
  void what_ended_early_says_how_much_was_tried_how_and_why_no_more() {
    var end = end().put("complete", false).put("why", "there are more than 20,000 orders");
    var finding = Finding.of(end.put("schedules", 24000).put("samples", 4000));
    assertEquals(State.PARTIAL, finding.state());
    assertEquals(
        "Not every order was tried: there are more than 20,000 orders. So far 24,000 orders, 4,000"
            + " of them drawn at random. There may be outcomes that are not listed.",
        finding.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deadlock|''|ends in a deadlock",
        "stuck|a|prints a and goes on for ever",
        "error|''|ends in an error, “main: ValueError”",
      })
  void an_order_that_fails_is_a_violation_whatever_else_was_tried(
      String kind, String output, String words) {
    for (boolean complete : new boolean[] {true, false}) {
      var end = end().put("complete", complete);
      var outcome = end.withArray("outcomes").addObject().put("kind", kind).put("output", output);
      if (kind.equals("error")) {
        outcome.put("error", "main: ValueError");
      }
      var finding = Finding.of(end);
      assertEquals(State.VIOLATION, finding.state());
      assertTrue(finding.words().startsWith("Some order " + words + ". "), finding::words);
    }
  }

  @Test
  void threads_that_touch_nothing_in_common_are_not_called_proved() {
    var apart = end().put("apart", true).put("threads", 2);
    for (var finding : new Finding[] {Finding.of(apart), Finding.fixed(apart)}) {
      assertEquals(State.APART, finding.state());
      assertEquals("NOTHING IN COMMON", finding.title());
      assertTrue(finding.words().startsWith("These threads touch nothing in common"));
    }
    assertEquals(State.PROVED, Finding.of(apart.put("threads", 1)).state());
  }

  @Test
  void outcomes_that_are_not_listed_are_not_said_to_be() {
    var words = Finding.of(end().put("more", 20)).words();
    assertTrue(words.contains(" 20 outcomes are not listed. "), words);
    assertFalse(words.contains("Every outcome"), words);
  }

  @Test
  void what_was_held_fixed_is_named_and_nothing_is_left_out() {
    var end = end();
    assertEquals("", Finding.of(end).assumed());
    end.putArray("assumptions").add("random").add("lines").add("tides");
    assertEquals(
        "Held fixed or not modelled: random numbers (always the same), lines (one step each),"
            + " tides.",
        Finding.of(end).assumed());
  }

  private static ObjectNode end() {
    var end = Answer.MAPPER.createObjectNode().put("schedules", 6).put("complete", true);
    return end.put("granularity", "line");
  }
}
