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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program of a challenge cannot use, however it is written; and what it can. */
@ParameterizedClass(name = "on Python {0}")
@MethodSource("interleave.run.RealRunner#runtimes")
class ConfinementTest {
  private static final Goal GOAL = new Goal(List.of("1\n"), "", 0);

  private static Runner runner;

  private final String runtime;

  ConfinementTest(String runtime) {
    this.runtime = runtime;
  }

  @BeforeAll
  static void open() {
    runner = RealRunner.create(OnEachPython.PATIENT, new Places(2, 100, 100));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  static Stream<String> withheld() {
    return Stream.of(
        "import os",
        "import threading, os",
        "import os.path as threading",
        "import concurrent.futures.thread",
        "from _interleave_lab import main",
        "from . import main",
        "from threading import _x",
        "from threading import Lock as __builtins__",
        "print.__globals__",
        "f'{print.__globals__}'",
        "print.__ｇlobals__",
        "del print.__self__",
        "x = __builtins__",
        "global __builtins__",
        "x = lambda __x: 0",
        "def f(*_x): pass",
        "def _task(): pass",
        "def __setattr__(self, name, value): pass",
        "class X: __slots__ = ('a',)",
        "class X: __match_args__ = ('__globals__',)",
        "class _X: pass",
        "class X(__x=1): pass",
        "async def __aenter__(self): pass",
        "match 1:\n    case object(__class__=x): pass",
        "match 1:\n    case object(tb_frame=x): pass",
        "match 1:\n    case _x: pass",
        "match {}:\n    case {**_x}: pass",
        "try: pass\nexcept Exception as _x: pass",
        "for _x in (): pass",
        "(x for x in ()).gi_frame",
        "'{0.__globals__}'.format(print)",
        "str.format_map",
        "try: {}.x\nexcept AttributeError as obj: print(obj.obj)",
        "match 1:\n    case AttributeError(obj=x): pass",
        "print.func_globals",
        "gi_frame = 1\n(x for x in ()).gi_frame",
        "getattr(1, 'real')",
        "x = eval",
        "print(open)");
  }

  @ParameterizedTest
  @MethodSource("withheld")
  void a_name_that_leads_behind_what_is_documented_is_refused(String code) throws Exception {
    var verdict = fixes(code + "\nprint(1)");
    assertFalse(verdict.met());
    var words = verdict.finding().words();
    assertTrue(words.startsWith("The program of a challenge cannot use "), words);
    assertTrue(words.matches("(?s).* \\(line \\d\\)"), words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type(int)('X', (), {'__setattr__': print})",
        "type('X', (), {})",
        "class X(type): pass"
      })
  void no_class_is_made_of_names_in_a_text(String code) throws Exception {
    var outcome = fixes(code + "\nprint(1)").outcome();
    assertTrue(outcome != null && outcome.path("error").asString("").contains("TypeError"), code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print(1)",
        "if __name__ == '__main__': print(1)",
        "for _ in range(1): print(1)",
        "def open(): return 1\nprint(open())",
        "print(type(1)('1'))",
        "f_x = tb_x = 1\nprint(f_x)",
        "import concurrent.futures as pools\nprint(len({pools.ThreadPoolExecutor}))",
        "from threading import *\nprint(1 if Lock().acquire() else 0)",
        "from collections import *\nprint(deque([1])[0])",
        "from itertools import count\nimport math, heapq, functools\nprint(next(count(1)))",
        "class X:\n    def __init__(self): self.x = 1\n    def __enter__(self): return self.x\n"
            + "    def __exit__(self, *rest): pass\nwith X() as x: print(x)",
        "class X:\n    limit = 1\n    def go(self): self.any_name = self.limit\nx = X()\nx.go()\nprint(x.any_name)",
        "print(''.join(['1']).strip().upper())",
        "import concurrent.futures, threading, queue, time, random\nx = queue.Queue()\nx.put(1)\n"
            + "print(x.get_nowait())",
        "class X(list):\n    def __init__(self): super().__init__([1])\nprint(X()[0])"
      })
  void what_a_small_program_needs_is_there(String code) throws Exception {
    var verdict = fixes(code);
    assertEquals(
        "No order goes wrong. There is only one order. Run once without the lab, it went well too.",
        verdict.finding().words());
  }

  private Verdict fixes(String code) throws Exception {
    var program = new LabProgram(code, runtime, Granularity.LINE);
    return new Judge(new Lab(runner)).fixes(program, GOAL, "test", "here");
  }
}
