package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RunRefused;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How many orders there are: counted by the engine, and by arithmetic. */
@Timeout(120)
class StepsTest extends OnEachPython {
  /** The functions of a program, and how many instructions each has by Python's own account. */
  private static final String COUNT =
      """
      import dis, sys
      for each in compile(sys.stdin.read(), "program", "exec").co_consts:
          if hasattr(each, "co_name"):
              print(each.co_name, len(list(dis.get_instructions(each))))
      """;

  StepsTest(String runtime) {
    super(runtime);
  }

  @Test
  void two_threads_of_n_instructions_have_as_many_orders_as_there_are_ways_to_merge_them()
      throws Exception {
    var program = LabFile.named("lost_update");
    var all = explore(program.code(), Granularity.BYTECODE, EVERYTHING);
    int n = instructions(program, "work");
    assertEquals(waysToMerge(n, n), all.get("schedules").asInt());
    assertTrue(all.get("complete").asBoolean());

    var reduced = explore(program.code(), Granularity.BYTECODE, REDUCED);
    assertTrue(10 * reduced.get("schedules").asInt() <= all.get("schedules").asInt());
    assertEquals(words(all), words(reduced));
  }

  @Test
  void threads_of_unequal_lengths_have_as_many_orders_as_there_are_ways_to_merge_them()
      throws Exception {
    var program = LabFile.named("unequal");
    var all = explore(program.code(), Granularity.BYTECODE, EVERYTHING);
    assertEquals(
        waysToMerge(instructions(program, "work"), instructions(program, "rest")),
        all.get("schedules").asInt());
  }

  @Test
  void two_threads_of_two_lines_have_six_orders_and_three_have_ninety() throws Exception {
    var two = explore(LabFile.named("read_then_write").code(), Granularity.LINE, EVERYTHING);
    assertEquals(6, two.get("schedules").asInt());
    var three = explore(LabFile.named("three_threads_lose").code(), Granularity.LINE, EVERYTHING);
    assertEquals(90, three.get("schedules").asInt());
  }

  /** Of abab, abba, aabb and the same with a and b exchanged, these stop nobody: aabb and bbaa. */
  @ParameterizedTest
  @CsvSource({"0, 2, 2", "1, 4, 1 2", "2, 6, 1 2", "3, 6, 1 2"})
  void so_many_orders_stop_a_thread_that_could_go_on_at_most_so_often(
      int preemptions, int orders, String results) throws Exception {
    var bounds = new Bounds(true, OptionalInt.of(preemptions), 100);
    var end = explore(LabFile.named("read_then_write").code(), Granularity.LINE, bounds);
    assertEquals(orders, end.get("schedules").asInt());
    assertEquals(
        results,
        words(end).stream()
            .map(words -> words.replace("finished: ", ""))
            .sorted()
            .collect(Collectors.joining(" ")));
    assertTrue(end.get("complete").asBoolean());
    assertEquals(false, end.get("reduced").asBoolean());
  }

  @Test
  void an_error_names_its_line_and_a_deadlock_who_waits_for_whom() throws Exception {
    var broken = LabFile.named("error_in_a_thread");
    var error = only(explore(broken.code(), broken.granularity(), REDUCED));
    assertEquals(
        "Thread-1 (work): IndexError: pop from empty list (line %d)"
            .formatted(lineOf(broken, "[].pop()")),
        error.get("error").asString());

    var locks = LabFile.named("two_locks");
    var deadlock =
        outcomes(explore(locks.code(), locks.granularity(), REDUCED))
            .filter(outcome -> outcome.get("kind").asString().equals("deadlock"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "[[\"main\",\"waits for Thread-1 (one) to end\"],"
            + "[\"Thread-1 (one)\",\"waits for second, which Thread-2 (other) holds\"],"
            + "[\"Thread-2 (other)\",\"waits for first, which Thread-1 (one) holds\"]]",
        deadlock.get("waiting").toString());
    assertEquals("[\"Thread-1 (one)\",\"Thread-2 (other)\"]", deadlock.get("cycle").toString());
  }

  private int instructions(LabFile program, String function)
      throws RunRefused, InterruptedException {
    return Ran.ended(run(COUNT, program.code()))
        .out()
        .lines()
        .filter(line -> line.startsWith(function + " "))
        .mapToInt(line -> Integer.parseInt(line.substring(function.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode only(JsonNode end) {
    assertEquals(1, end.get("outcomes").size(), end::toString);
    return end.get("outcomes").get(0);
  }

  private static long lineOf(LabFile file, String text) {
    return 1 + file.code().lines().takeWhile(line -> !line.contains(text)).count();
  }

  /** (n + m)! / (n! m!). */
  private static int waysToMerge(int n, int m) {
    var ways = BigInteger.ONE;
    for (int i = 1; i <= m; i++) {
      ways = ways.multiply(BigInteger.valueOf(n + i)).divide(BigInteger.valueOf(i));
    }
    return ways.intValueExact();
  }
}
