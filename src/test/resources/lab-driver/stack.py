"""Looks at all values on the stacks of a program's frames, before each of its instructions.

Reads a program. Writes how often an instruction that loads a constant or a variable was followed by
one that found it on top, `yes`, and where something else was found.
"""

import dis
import sys

from _interleave_lab import peek
from _interleave_lab.program import Program
from _interleave_lab.watching import Watcher

_CONSTANTS = ("LOAD_CONST", "LOAD_SMALL_INT")
_VARIABLES = ("LOAD_FAST", "LOAD_FAST_BORROW", "LOAD_FAST_CHECK")
_DEEP = 12


class Looks(Watcher):
    def __init__(self):
        self.right, self.wrong = 0, []
        self._codes, self._expected = {}, {}

    def instruction(self, frame, offset):
        if frame is None:
            return
        code = frame.f_code
        if code not in self._codes:
            instructions = {each.offset: each for each in dis.get_instructions(code)}
            self._codes[code] = instructions, peek.stack_ends(code)
        instructions, ends = self._codes[code]
        end = ends.get(offset, 0)
        for depth in range(_DEEP):
            # What is no object, or one no longer, does not survive this.
            type(peek.top(frame, end, depth)).__name__.upper()
        if id(frame) in self._expected:
            self._check(frame, end, *self._expected.pop(id(frame)))
        each = instructions[offset]
        if each.opname in _CONSTANTS:
            self._expected[id(frame)] = each, each.argval
        elif each.opname in _VARIABLES:
            self._expected[id(frame)] = each, peek.values(frame)[each.argval]

    def _check(self, frame, end, loading, value):
        found = peek.top(frame, end)
        if found is value or type(found) is type(value) and type(value) in (int, str) and found == value:
            self.right += 1
        else:
            self.wrong.append(f"{frame.f_code.co_name}, {loading.opname} {loading.argrepr}: {found!r}")


class Main:
    """Has the main thread go on, and the first of the values drawn."""

    def pick(self, execution, number):
        return 0

    def draw(self, of):
        return 0


out = sys.stdout
looks = Looks()
program = Program(sys.stdin.read())
execution = program.execute(Main(), 100_000, looks)
print(execution.kind, [each for task in execution.tasks for each in task.errors], file=out)
print("yes" if looks.right > 250 else looks.right, *looks.wrong, sep="\n", file=out, flush=True)
