"""A program that can be executed again and again, each time as a schedule says."""

import ast
import gc
import os
import sys

from . import ends, leavings, setup, uncaught
from .confinement import check
from .current import Current, touches
from .draws import CallUses
from .execution import Execution
from .modules import Modules
from .outcomes import Outcome, who_waits
from .randomness import Randomness
from .steps import Steps
from .tasks import Carriers
from .watching import WatchedExecution
from .words import PROGRAM

#: Where the core stands in what /proc tells of a process, behind its name: see proc(5).
_CORE = 36


class Program:
    """Compiles a program once.

    `by_instruction` says how it is stepped: by instructions of the interpreter, or else by lines;
    `confined`, whether it is kept from the engine: see confinement.py. Raises SyntaxError, or Withheld.
    """

    def __init__(self, source, by_instruction=True, confined=False):
        tree = ast.parse(source, PROGRAM)
        if confined:
            check(tree)
        self.source = source
        self.code = compile(tree, PROGRAM, "exec", dont_inherit=True)
        self.by_instruction = by_instruction
        self.steps = Steps(self.code, by_instruction, setup.lines(tree))
        self.randomness = Randomness(CallUses(tree))
        self._modules = Modules(self.randomness, confined)
        self._carriers = Carriers()
        self._stream = _Stream()
        self.globals = {}
        self._plan = ends.Plan(self.steps.parts)
        _ease_handing_over()
        # What executions leave behind is freed as they go, but for the few rings that they make.
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)

    def execute(self, strategy, most, watcher=None):
        """Runs it once, with `pick` and `draw` of a strategy; see Execution. Returns that, ended.

        `watcher` is told what happens.
        """
        self._modules.reset()
        uncaught.put_usual_hooks()
        sys.stdout = sys.stderr = self._stream
        self.globals = {"__name__": "__main__", "__builtins__": self._modules.builtins}
        if watcher is None:
            execution = Execution(self._carriers, strategy.pick, most, strategy.draw)
        else:
            execution = WatchedExecution(self._carriers, strategy.pick, most, strategy.draw, watcher)
        execution.last_words = self._note_who_waits
        self._waiting = (), ()
        self.steps.watch(watcher is not None)
        self.steps.execution = Current.execution = execution
        Current.watcher = watcher
        execution.run(self._main)
        if self._plan.leaves_objects:
            leavings.forget(self.globals)
        return execution

    def outcome(self, execution):
        """What came of the last execution."""
        return Outcome(execution, *self._waiting)

    def _note_who_waits(self, execution):
        if execution.kind in ("deadlock", "stuck"):
            self._waiting = who_waits(execution, self.globals)

    def _main(self):
        ends.lead(self.code, self.globals, self._plan)


class _Stream:
    """Where the program's own writing to sys.stdout goes."""

    encoding = "utf-8"
    closed = False

    def write(self, text):
        if text:
            touches(Current.execution.output)
            Current.execution.write(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


def _ease_handing_over():
    """Handing over from thread to thread is several times faster on the same core: the one where
    the system has put this process, as others stay on theirs. And it is faster again when a thread
    that is woken lets the other one go to sleep first, as the policy for batches has it."""
    try:
        with open("/proc/self/stat") as file:
            core = int(file.read().rpartition(")")[2].split()[_CORE])
        os.sched_setaffinity(0, {core})
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    except (OSError, ValueError, IndexError):
        pass
