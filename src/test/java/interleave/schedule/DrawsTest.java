package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Which random values are decided by the schedule, and which ones are the same each time. */
@Timeout(240)
class DrawsTest extends OnEachPython {
  private static final Path DRIVER = Path.of("src/test/resources/lab-driver/draws.py");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String TWO =
      """
      import random
      from threading import Thread
      got = {}
      def work(name):
          got[name] = random.choice("xyz")
      a, b = Thread(target=work, args="a"), Thread(target=work, args="b")
      a.start(); b.start()
      a.join(); b.join()
      print(got["a"], got["b"], random.random() < 0.5)
      """;

  private static final Map<String, List<String>> DECIDED =
      Map.ofEntries(
          Map.entry("random.choice([1, 2])", List.of("1", "2")),
          Map.entry("random.choice((1, 2, 3))", List.of("1", "2", "3")),
          Map.entry("random.choice('abcdef')", List.of("a", "b", "c", "d", "e", "f")),
          Map.entry("random.choice(range(2))", List.of("0", "1")),
          Map.entry("random.randint(3, 5)", List.of("3", "4", "5")),
          Map.entry("random.randint(b=2, a=1)", List.of("1", "2")),
          Map.entry("random.randrange(2)", List.of("0", "1")),
          Map.entry("random.randrange(0, 9, 4)", List.of("0", "4", "8")),
          Map.entry("random.getrandbits(1)", List.of("0", "1")),
          Map.entry("random.random() < 1e-9", List.of("False", "True")),
          Map.entry("random.random() >= 0.25", List.of("False", "True")),
          Map.entry("0.5 > random.random()", List.of("False", "True")),
          Map.entry("(lambda p: random.random() <= p * 2)(0.3)", List.of("False", "True")),
          Map.entry("*(random.random() < 0.5 for _ in '.')", List.of("False", "True")));

  private static final List<String> FIXED =
      List.of(
          "random.choice('abcdefg')",
          "random.randint(1, 7)",
          "random.randint(0, 10**30)",
          "random.getrandbits(9)",
          "random.random()",
          "random.random() == 0.5",
          "0.2 < random.random() < 0.6",
          "random.random() * 2 < 1.5",
          "round(random.random(), 1) < 0.3",
          "random.uniform(1, 2) < 1.5",
          "random.sample([1, 2], 1)",
          "random.gauss(0, 1) > 0",
          "random.Random().random()",
          "random.Random().randint(1, 2)",
          "random.SystemRandom().choice('ab')",
          "__import__('secrets').token_hex()",
          "__import__('secrets').choice([1, 2])",
          "__import__('uuid').uuid4()",
          "__import__('os').urandom(3)");

  private static final List<String> DETERMINED =
      List.of(
          "random.Random(5).random()",
          "(random.seed(5), random.random() < 0.5, random.randint(1, 2))",
          "random.randint(4, 4)",
          "__import__('time').sleep(random.choice([1, 2]) / 10)",
          "__import__('time').sleep(random.uniform(0.1, 0.2))");

  DrawsTest(String runtime) {
    super(runtime);
  }

  @Test
  void few_values_are_all_drawn() throws Exception {
    for (var told : explored(DECIDED.keySet())) {
      assertEquals(
          DECIDED.get(told.get("call").asString()), strings(told.get("printed")), told::toString);
      assertTrue(told.get("complete").asBoolean(), told::toString);
      assertEquals(List.of("draws", "lines"), strings(told.get("assumptions")), told::toString);
    }
  }

  @Test
  void all_other_values_are_the_same_each_time_and_said_to_be() throws Exception {
    for (var told : explored(FIXED)) {
      assertEquals(1, told.get("printed").size(), told::toString);
      assertEquals(told.get("printed"), told.get("again"));
      assertTrue(strings(told.get("assumptions")).contains("random"), told::toString);
      assertFalse(strings(told.get("assumptions")).contains("draws"), told::toString);
    }
  }

  @Test
  void nothing_is_assumed_of_what_the_program_itself_determines_or_sleeps() throws Exception {
    for (var told : explored(DETERMINED)) {
      assertEquals(1, told.get("schedules").asInt(), told::toString);
      var assumed = strings(told.get("assumptions"));
      assertTrue(!assumed.contains("random") && !assumed.contains("draws"), told::toString);
    }
  }

  @Test
  void what_cannot_be_drawn_from_fails_as_ever() throws Exception {
    var end =
        explore(
            """
            import random
            for call in (
                lambda: random.choice([]),
                lambda: random.randint(2, 1),
                lambda: random.randint(1),
            ):
                try:
                    call()
                except Exception as error:
                    print(type(error).__name__)
            """,
            Granularity.LINE,
            REDUCED);
    assertEquals(Set.of("finished: IndexError ValueError TypeError"), words(end));
  }

  @Test
  void a_state_that_was_asked_for_brings_the_same_values_again() throws Exception {
    var end =
        explore(
            """
            import random
            def draws():
                return random.randint(1, 2), random.random(), random.choice("ab")
            state = random.getstate()
            first = draws()
            random.setstate(state)
            print(draws() == first)
            """,
            Granularity.LINE,
            REDUCED);
    assertEquals(Set.of("finished: True"), words(end));
  }

  @Test
  void of_many_draws_the_first_are_decided_and_the_others_held_fixed() throws Exception {
    var code = "import random\nprint(*[random.randint(1, 6) for _ in range(5)])\n";
    var end = explore(code, Granularity.LINE, REDUCED);
    assertTrue(end.get("complete").asBoolean());
    assertEquals(36, end.get("schedules").asInt());
    assertEquals(List.of("draws", "random", "lines"), strings(end.get("assumptions")));
  }

  @Test
  void where_not_all_can_be_tried_values_are_drawn_by_lot() throws Exception {
    var end =
        explore(
            """
            import random
            from threading import Thread
            def work():
                for _ in range(20):
                    pass
                if random.random() < 0.5:
                    print("yes")
            threads = [Thread(target=work) for _ in range(3)]
            for each in threads: each.start()
            """,
            Granularity.LINE,
            new Bounds(false, OptionalInt.empty(), 100));
    assertFalse(end.get("complete").asBoolean());
    assertEquals(
        Set.of("finished:", "finished: yes", "finished: yes yes", "finished: yes yes yes"),
        words(end));
  }

  @Test
  void a_limit_on_forced_switches_is_none_on_what_is_drawn() throws Exception {
    var end = explore(TWO, Granularity.LINE, new Bounds(false, OptionalInt.of(0), 100_000));
    assertTrue(end.get("complete").asBoolean());
    assertEquals(18, end.get("outcomes").size());
  }

  @Test
  void a_record_tells_what_each_step_drew_and_of_what() throws Exception {
    var record = record(TWO, "2-r1-r2-r1");
    assertEquals("2-r1-r2-r1", record.get("schedule").asString());
    assertEquals("z y False\n", record.get("end").get("output").asString());
    assertEquals(
        List.of(
            "2 [{\"call\":\"choice\",\"values\":[\"'x'\",\"'y'\",\"'z'\"],\"value\":1}]",
            "1 [{\"call\":\"choice\",\"values\":[\"'x'\",\"'y'\",\"'z'\"],\"value\":2}]",
            "0 [{\"call\":\"random\",\"values\":[\"0.0\",\"0.9999999999999999\"],\"value\":1}]"),
        record
            .get("steps")
            .valueStream()
            .filter(step -> step.has("drew"))
            .map(step -> step.get("task") + " " + step.get("drew"))
            .toList());
    assertFalse(record.has("drew"));
  }

  @Test
  void what_is_drawn_before_there_is_a_second_thread_stands_before_the_steps() throws Exception {
    var record = record("import random\nprint(random.choice([len, None, (1,)]))\n", "r1");
    assertEquals("None\n", record.get("end").get("output").asString());
    assertEquals(
        "[{\"call\":\"choice\",\"values\":[\"builtin_function_or_method (1)\",\"None\",\"tuple"
            + " (3)\"],\"value\":1}]",
        record.get("drew").toString());
    assertEquals(0, record.get("steps").size());
  }

  @Test
  void what_of_a_schedule_does_not_fit_is_found() throws Exception {
    for (var expected :
        List.of("1-r3 fits 1: ", "1-2 fits 1: ", "r1-1 fits 0: ", "1-r1-r1-2 fits 3: 1-r1.2")) {
      var schedule = expected.substring(0, expected.indexOf(' '));
      var record = record(TWO, schedule);
      assertEquals(
          expected,
          "%s fits %s: %s"
              .formatted(schedule, record.get("misfit"), record.get("schedule").asString()));
      assertFalse(record.has("end"));
    }
  }

  private List<JsonNode> explored(Collection<String> calls) throws Exception {
    var input = Answer.MAPPER.writeValueAsString(calls);
    var ran = Ran.ended(run(Files.readString(DRIVER), input), PATIENCE);
    assertEquals("", ran.err());
    var told = ran.out().lines().map(Answer.MAPPER::readTree).toList();
    assertEquals(calls.size(), told.size());
    return told;
  }

  private JsonNode record(String code, String schedule) throws Exception {
    return assertInstanceOf(Replay.Recorded.class, replay(code, Granularity.LINE, schedule))
        .record();
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).collect(Collectors.toList());
  }
}
