package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a record tells of each step. */
@Timeout(120)
class RecordsTest extends OnEachPython {
  private static final int MOST_STEPS = 1500;

  RecordsTest(String runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void who_writes_what_is_there_already_has_written_it(Granularity granularity) throws Exception {
    var code =
        """
        from threading import Thread
        class Box: pass
        box = Box()
        box.full = False
        counter = 0
        def work():
            global counter
            counter = 1
            box.full = True
        threads = [Thread(target=work) for _ in range(2)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(counter, box.full)
        """;
    var steps = record(code, granularity).get("steps").valueStream().toList();
    assertEquals(
        List.of("1 [\"counter\"]", "1 [\"box.full\"]", "2 [\"counter\"]", "2 [\"box.full\"]"),
        steps.stream()
            .filter(step -> step.has("writes"))
            .map(step -> step.get("task") + " " + step.get("writes"))
            .toList());
    assertEquals(
        List.of("1", "1"),
        steps.stream()
            .filter(step -> step.has("variables"))
            .map(step -> step.get("task").toString())
            .toList());
  }

  @Test
  void a_thread_that_begins_outside_the_program_takes_a_step_without_a_line() throws Exception {
    var record =
        record(
            """
            from threading import Thread, Timer
            def late():
                print("late")
            Timer(1, late).start()
            Thread(target=print, args="b").start()
            """,
            Granularity.LINE);
    assertEquals(
        List.of("0 5 false", "1 - true", "2 - true", "1 - false", "1 3 false"),
        record
            .get("steps")
            .valueStream()
            .map(
                step ->
                    step.get("task")
                        + " "
                        + step.path("line").asString("-")
                        + " "
                        + step.path("begins").asBoolean(false))
            .toList());
  }

  @Test
  void threads_stand_where_they_will_begin() throws Exception {
    var before =
        record(
                """
                from threading import Thread
                def work():
                    x = 1
                Thread(target=work).start()
                Thread(target=print).start()
                """,
                Granularity.LINE)
            .get("steps")
            .get(0)
            .get("before");
    var thread = before.get("tasks").get("1");
    assertEquals(3, thread.get("line").asInt());
    assertTrue(thread.get("begins").asBoolean());
  }

  @Test
  void an_object_that_a_thread_calls_is_not_asked_for_its_code() throws Exception {
    var record =
        record(
            """
            from threading import Thread
            class Odd:
                def __getattr__(self, name):
                    print("asked for", name)
                    return []
                def __call__(self):
                    print("called")
            Thread(target=Odd(), name="odd").start()
            """,
            Granularity.LINE);
    assertEquals("called\n", record.get("end").get("output").asString());
  }

  @Test
  void a_record_says_so_when_it_stops_before_its_program() throws Exception {
    var whole = record(round(749), Granularity.LINE);
    assertEquals(MOST_STEPS, whole.get("steps").size());
    assertFalse(whole.has("cut"));

    var cut = record(round(750), Granularity.LINE);
    assertEquals(MOST_STEPS, cut.get("steps").size());
    assertTrue(cut.get("cut").asBoolean());
    assertEquals("finished", cut.get("end").get("kind").asString());
  }

  /** The same steps, written as a loop and line by line. */
  @Test
  void long_functions_of_many_threads_are_not_looked_through_at_each_step() throws Exception {
    var loop = "    for i in range(50): x = 1; y = x\n";
    var lines = "    x = 1; y = x\n".repeat(100);
    long looped = fiftyThreads(loop);
    long written = fiftyThreads(lines);
    assertTrue(written < 8 * looped, written + " ns, in a loop " + looped + " ns");
  }

  private long fiftyThreads(String work) throws Exception {
    var code =
        "from threading import Thread\ndef work():\n"
            + work
            + "for i in range(50): Thread(target=work).start()\n";
    long start = System.nanoTime();
    record(code, Granularity.LINE);
    return System.nanoTime() - start;
  }

  /** A thread that goes round so often, with two steps each time, one before and one to end. */
  private static String round(int times) {
    return """
        from threading import Thread
        def work():
            x = 1
            for i in range(%d):
                pass
        t = Thread(target=work)
        t.start()
        """
        .formatted(times);
  }

  private JsonNode record(String code, Granularity granularity)
      throws RunRefused, InterruptedException {
    return assertInstanceOf(Replay.Recorded.class, replay(code, granularity, "")).record();
  }
}
