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
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Programs that never end, or want too much: each exploration ends, and says why in clear words.
 */
@Timeout(120)
class CapsTest extends OnEachPython {
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
