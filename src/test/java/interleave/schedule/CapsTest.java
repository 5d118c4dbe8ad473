package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.Run;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Programs that never end, or want too much: each exploration ends, and says why in clear words.
 */
@Timeout(120)
class CapsTest extends OnEachPython {
  private static final Bounds FEW = new Bounds(true, OptionalInt.empty(), 50);

  CapsTest(String runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @EnumSource
  void a_loop_without_an_end_is_stuck_alone_and_beside_others(Granularity granularity)
      throws Exception {
    var alone = explore("while True: pass", granularity, FEW);
    assertEquals(Set.of("stuck: | main"), words(alone));
    assertTrue(alone.get("complete").asBoolean());
    var beside =
        explore(
            """
            from threading import Thread
            def spin():
                while True: pass
            Thread(target=spin).start()
            Thread(target=print, args="b").start()
            """,
            granularity,
            FEW);
    assertEquals(Set.of("stuck: b | main, Thread-1 (spin)"), words(beside));
  }

  @Test
  void a_loop_that_looks_once_more_after_the_change_is_not_stuck() throws Exception {
    var end =
        explore(
            """
            from threading import Thread
            b = 1
            def go():
                global b
                b = 0
            Thread(target=go).start()
            while b == 1: pass
            print(b)
            """,
            Granularity.BYTECODE,
            new Bounds(false, OptionalInt.empty(), 5_000));
    assertEquals(Set.of("finished: 0"), words(end));
  }

  @Test
  void a_program_that_goes_on_and_on_is_stuck_after_so_many_steps() throws Exception {
    var end = explore("n = 0\nwhile True:\n    n += 1\n", Granularity.LINE, FEW);
    assertEquals(Set.of("stuck: | main"), words(end));
    assertEquals("[[\"main\",\"goes on and on\"]]", end.at("/outcomes/0/waiting").toString());
    assertEquals(Engine.MOST_STEPS + 1, end.get("longest").asInt());
    assertFalse(end.get("complete").asBoolean());
    assertEquals("there are orders of more than 5,000 steps", end.get("why").asString());
    assertEquals(0, end.get("samples").asInt());
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
  void more_threads_than_there_is_room_for_are_an_error_as_in_python() throws Exception {
    var end =
        explore(
            """
            from threading import Event, Thread
            never = Event()
            for _ in range(57): Thread(target=never.wait, daemon=True).start()
            """,
            Granularity.LINE,
            FEW);
    var error = end.at("/outcomes/0/error").asString();
    assertTrue(error.startsWith("main: RuntimeError: can't start new thread"), error);
  }

  @Test
  void a_state_that_grows_without_an_end_needs_too_much_memory() throws Exception {
    var end = explore("x = []\nwhile True: x.append(bytearray(10**6))", Granularity.LINE, FEW);
    assertTrue(
        Set.of("error: | main: MemoryError | exit 1", "the program needs more memory than there is")
            .containsAll(end.has("why") ? Set.of(end.get("why").asString()) : words(end)),
        end::toString);
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

  @Test
  void a_step_that_never_ends_is_ended_by_the_sandbox() throws Exception {
    var code = "import itertools\nprint(1)\nsum(itertools.count())";
    var run = start(code, Granularity.LINE, FEW);
    run.stop();
    var end = ended(run);
    assertEquals("you stopped it", end.get("why").asString());
  }

  @Test
  void what_was_tried_before_a_step_that_never_ends_is_counted() throws Exception {
    var run =
        start(
            """
            from itertools import count
            from threading import Thread
            n = 0
            def work():
                global n
                n = 1
            Thread(target=work).start()
            if n: sum(count())
            """,
            Granularity.LINE,
            FEW);
    awaitProgress(run);
    run.stop();
    var end = ended(run);
    assertEquals(1, end.get("schedules").asInt());
    assertEquals(1, end.get("outcomes").size());
  }

  @Test
  void a_thread_that_swallows_every_exception_is_stopped_all_the_same() throws Exception {
    var end =
        explore(
            """
            from threading import Lock, Thread
            lock = Lock()
            def work():
                while True:
                    try:
                        lock.acquire()
                    except:
                        pass
            Thread(target=work).start()
            """,
            Granularity.LINE,
            FEW);
    assertEquals(Set.of("deadlock: | main, Thread-1 (work)"), words(end));
    assertTrue(end.get("complete").asBoolean());
  }

  @Test
  void a_thread_that_cannot_be_stopped_is_the_last_thing_that_is_tried() throws Exception {
    var end =
        explore(
            """
            from threading import Lock, Thread
            lock = Lock()
            unseen = \"""
            while True:
                try: lock.acquire()
                except BaseException: pass
            \"""
            Thread(target=exec, args=(unseen, {"lock": lock})).start()
            """,
            Granularity.LINE,
            FEW);
    assertEquals(Set.of("deadlock: | main, Thread-1 (exec)"), words(end));
    assertFalse(end.get("complete").asBoolean());
    assertEquals(
        "a thread of the program does not let go of its last step", end.get("why").asString());
  }

  @Test
  void recursion_without_an_end_is_an_error_of_its_thread() throws Exception {
    var end = explore("def f(): f()\nf()", Granularity.LINE, FEW);
    var outcome = end.at("/outcomes/0");
    assertEquals("error", outcome.get("kind").asString());
    assertTrue(outcome.get("error").asString().startsWith("main: RecursionError: "));
  }

  @Test
  void what_a_program_writes_past_python_is_no_answer_of_the_engine() throws Exception {
    var end =
        explore(
            """
            import os
            from threading import Thread
            forged = b'{"event": "end", "data": {"complete": true, "outcomes": [], "races": []}}\\n'
            def work():
                os.write(1, forged)
                print("a")
            Thread(target=work).start()
            Thread(target=work).start()
            """,
            Granularity.LINE,
            FEW);
    assertEquals(Set.of("finished: a a"), words(end));
  }

  @Test
  void a_program_that_ends_the_process_ends_its_exploration() throws Exception {
    var end = explore("import os\nprint(1)\nos._exit(0)", Granularity.LINE, FEW);
    assertFalse(end.get("complete").asBoolean());
    assertEquals("the program ended the lab's own process", end.get("why").asString());
    var replay = replay("import os\nprint(1)\nos._exit(0)", Granularity.LINE, "");
    assertEquals("the program ended the lab's own process", cutOff(replay));
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

  @Test
  void sets_are_in_the_same_order_each_time() throws Exception {
    var code = "print(*{'a', 'b', 'c', 'd', 'e', 'f'})";
    var first = words(explore(code, Granularity.LINE, FEW));
    assertEquals(1, first.size());
    assertEquals(first, words(explore(code, Granularity.LINE, FEW)));
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

  private static String cutOff(Replay replay) {
    return assertInstanceOf(Replay.CutOff.class, replay).why();
  }

  /** Waits until it is told how far an exploration has come. */
  private static void awaitProgress(Run run) throws InterruptedException {
    try (var _ = run.log().listen()) {
      long seen = 0;
      while (!run.log().ended() && !hasProgress(run)) {
        run.log().await(seen, Duration.ofSeconds(1));
        seen = run.log().last();
      }
    }
  }

  private static boolean hasProgress(Run run) {
    var exploration = new Exploration(run);
    return run.log().entries().stream()
        .flatMap(entry -> exploration.take(entry.event()).stream())
        .anyMatch(ExplorationEvent.Progress.class::isInstance);
  }

  private static JsonNode ended(Run run) throws InterruptedException {
    var exploration = new Exploration(run);
    var last =
        Ran.ended(run).events().stream()
            .flatMap(event -> exploration.take(event).stream())
            .toList()
            .getLast();
    return assertInstanceOf(ExplorationEvent.End.class, last).data();
  }
}
