package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Programs with more orders than are tried, or more outcomes than are told: some are, and it is
 * said that there are others.
 */
@Timeout(120)
class TooManyOrdersTest extends OnEachPython {
  TooManyOrdersTest(String runtime) {
    super(runtime);
  }

  @Test
  void fifty_threads_are_more_than_can_be_ordered_and_some_orders_are_tried() throws Exception {
    var end =
        explore(
            """
            from threading import Thread
            n = 0
            def work():
                global n
                seen = n
                n = seen + 1
            threads = [Thread(target=work) for _ in range(50)]
            for t in threads: t.start()
            for t in threads: t.join()
            print(n)
            """,
            Granularity.LINE,
            new Bounds(true, OptionalInt.empty(), 5));
    assertFalse(end.get("complete").asBoolean());
    assertEquals("there are more than 5 orders", end.get("why").asString());
    assertTrue(end.get("outcomes").size() > 1);
  }

  @Test
  void of_very_many_orders_so_many_are_tried_and_then_some_by_lot() throws Exception {
    var code = letters("abc", 3).replace("print(text)", "print(len(text))");
    var end = explore(code, Granularity.LINE, new Bounds(false, OptionalInt.empty(), 500));
    assertFalse(end.get("complete").asBoolean());
    assertEquals("there are more than 500 orders", end.get("why").asString());
    int samples = end.get("samples").asInt();
    assertTrue(samples > 0);
    assertEquals(500 + samples, end.get("schedules").asInt());
    assertEquals(
        500 + samples, outcomes(end).mapToInt(outcome -> outcome.get("count").asInt()).sum());
  }

  @Test
  void of_very_many_outcomes_a_hundred_are_told_and_the_rest_is_counted() throws Exception {
    var end = explore(letters("ab", 5), Granularity.LINE, EVERYTHING);
    assertEquals(252, end.get("schedules").asInt());
    assertEquals(100, end.get("outcomes").size());
    assertEquals(152, end.get("more").asInt());
  }

  @Test
  void of_very_many_outcomes_those_are_told_that_are_failures() throws Exception {
    var rare = "assert text != 'bbbbbaaaaa'\nprint(text)";
    var code = letters("ab", 5).replace("print(text)", rare);
    var end = explore(code, Granularity.LINE, EVERYTHING);
    assertEquals(152, end.get("more").asInt());
    assertEquals(
        1, outcomes(end).filter(each -> each.get("kind").asString().equals("error")).count());
    assertEquals("VIOLATION", Finding.of(end).title());
  }

  /** A thread for each letter that writes it so many times: each order is an outcome. */
  private static String letters(String all, int times) {
    return """
        from threading import Thread
        text = ""
        def work(letter):
            global text
        LINES
        threads = [Thread(target=work, args=letter) for letter in "ALL"]
        for t in threads: t.start()
        for t in threads: t.join()
        print(text)
        """
        .replace("LINES\n", "    text += letter\n".repeat(times))
        .replace("ALL", all);
  }
}
