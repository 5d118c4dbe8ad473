package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.QueueRunner.Places;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Solutions of a challenge, however they are written; and what is said of what is none. */
@ParameterizedClass(name = "on Python {0}")
@MethodSource("interleave.run.RealRunner#runtimes")
class FixesTest {
  private static final Goal GOAL = new Goal(List.of("2\n"), "assert counter == 2", 2);

  private static Runner runner;

  private final String runtime;

  FixesTest(String runtime) {
    this.runtime = runtime;
  }

  @BeforeAll
  static void open() {
    // No more than one at once of one learner: the second look waits for the end of the first.
    runner = RealRunner.create(OnEachPython.PATIENT, new Places(2, 1, 100));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  static Stream<String> solutions() {
    return Stream.of(
        """
        from threading import Thread
        class Count(Thread):
            def __init__(self):
                super().__init__()
                self.done = 0
            def run(self):
                self.done = 1
        ann, bob = Count(), Count()
        ann.start(); bob.start()
        ann.join(); bob.join()
        counter = ann.done + bob.done
        print(counter)
        """,
        """
        from queue import Queue
        from threading import Thread
        counted = Queue()
        for _ in range(2):
            Thread(target=counted.put, args=(1,)).start()
        counter = counted.get() + counted.get()
        print(counter)
        """,
        """
        from concurrent.futures import ThreadPoolExecutor
        def count():
            return 1
        with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
            ann, bob = one.submit(count), other.submit(count)
            counter = ann.result() + bob.result()
        print(counter)
        """,
        """
        import threading, time
        counter = 0
        counted = threading.Event()
        def ann():
            global counter
            time.sleep(0.01)
            counter = 2
            counted.set()
        def bob():
            counted.wait()
            print(counter)
        if __name__ == "__main__":
            for each in ann, bob:
                threading.Thread(target=each).start()
            counted.wait()
        """,
        """
        from collections import deque
        from contextlib import contextmanager
        from functools import partial
        from threading import RLock, Thread
        counted, lock = deque(), RLock()
        @contextmanager
        def held():
            with lock:
                yield
        def count(one):
            with held():
                counted.append(one)
        ann, bob = (Thread(target=partial(count, 1)) for _ in range(2))
        ann.start(); bob.start()
        ann.join(); bob.join()
        counter = sum(counted)
        print(counter)
        """);
  }

  @ParameterizedTest
  @MethodSource("solutions")
  void a_solution_is_taken(String code) throws Exception {
    var verdict = fixes(code);
    assertTrue(verdict.met(), () -> verdict.finding() + " " + verdict.outcome());
  }

  @Test
  void threads_that_change_nothing_are_counted_and_named() throws Exception {
    assertEquals(
        "Nothing goes wrong, but only 1 of the 2 threads that it takes changes anything that"
            + " another one sees, or prints anything.",
        words(
            """
            from threading import Thread
            ann = Thread(target=print, args=("2",))
            bob = Thread(target=int)
            ann.start(); bob.start()
            counter = 2
            """));
  }

  @Test
  void what_a_program_does_by_itself_is_told() throws Exception {
    assertEquals(
        "No order goes wrong in the lab, but when the program ran by itself, it printed something"
            + " else: 3.",
        words(inTheLab("2", "3")));
    assertEquals(
        "No order goes wrong in the lab, but when the program ran by itself, it printed nothing.",
        words(inTheLab("2", "")));
    assertEquals(
        "No order goes wrong in the lab, but when the program ran by itself, it ended with an"
            + " error: ZeroDivisionError: division by zero.",
        words(inTheLab("2", "{1 / 0}")));
  }

  @Test
  void both_looks_count_for_the_learner_and_nothing_of_them_goes_on() throws Exception {
    var verdict = fixes(solutions().findFirst().orElseThrow());
    assertTrue(verdict.met());
    // There is room for one run only, and it is free.
    var next = new Lab(runner).run(new LabProgram("", runtime, Granularity.LINE), "test", "here");
    assertFalse(PlainRun.of(next).events().isEmpty());
  }

  /** Two threads that work, and a program that knows the lab by its time. */
  private static String inTheLab(String inside, String outside) {
    return """
        import time
        from threading import Thread
        counted = []
        ann, bob = (Thread(target=counted.append, args=(1,)) for _ in range(2))
        ann.start(); bob.start()
        ann.join(); bob.join()
        counter = len(counted)
        if time.time() < 1_000_000:
            print(f"%s")
        else:
            print(f"%s", end="")
        """
        .formatted(inside, outside);
  }

  private String words(String code) throws Exception {
    var verdict = fixes(code);
    assertFalse(verdict.met());
    return verdict.finding().words();
  }

  private Verdict fixes(String code) throws Exception {
    var program = new LabProgram(code, runtime, Granularity.LINE);
    return new Judge(new Lab(runner)).fixes(program, GOAL, "test", "here");
  }
}
