"""Stops a task before each of its steps: a line of the program, or an instruction of it.

Up to Python 3.11 the interpreter calls a trace function for each instruction (sys.settrace); from
3.12 on it has events for them (sys.monitoring, PEP 669), which cost less. Only the program's own
code is stepped, never a library's.
"""

import dis
import sys
import types

from . import stepping
from .idling import LOOKING, goes_round
from .spinning import Loops, given_names, goes_back
from .tasks import MAIN

_HAVE_EVENTS = sys.version_info >= (3, 12)
_TOOL = 4


class Steps:
    """The steps of a program: its code, and how each one is announced to the execution."""

    def __init__(self, code, by_instruction, setup_lines):
        self.by_instruction = by_instruction
        self.execution = None
        self._watched = False
        codes = codes_in(code)
        given = given_names(codes)
        #: The pieces of the program's code.
        self.parts = {each: _Part(each, setup_lines, by_instruction, given) for each in codes}
        #: Whether it has loops that only look, so that all that is done besides counts.
        self._counts = any(each.loops for each in self.parts.values())
        if _HAVE_EVENTS:
            self._listen()
        else:
            stepping.trace_with(self._trace_calls())

    def watch(self, watched):
        """Whether each instruction is to be told, steps or not."""
        watched = watched and not self.by_instruction
        if watched is not self._watched:
            self._watched = watched
            if _HAVE_EVENTS:
                self._listen()

    def _step(self, part, frame, offset):
        """Before a step; false when it stands in a statement that nobody else can notice."""
        execution = self.execution
        task = execution.running
        if task.number == MAIN:
            in_setup = offset in part.setup
            if in_setup is not task.in_setup:
                task.in_setup = in_setup
                task.fresh = False
                task.frame, task.offset = frame, None
                execution.changed = True
            if in_setup and not execution.given_up:
                return False
        if task.fresh:
            execution.first(task, frame, offset)
            return True
        if offset in part.loops and goes_round(task, frame, offset, execution.news):
            execution.idles(task, LOOKING)
        execution.turn(task, frame, offset)
        if offset not in part.looks:
            execution.acts()
        return True

    # Up to 3.11.

    def _trace_calls(self):
        """The trace function that is told of every call, a library's too."""
        tracing = self._trace_instructions if self.by_instruction else self._trace_lines
        trace_of = {each: tracing(part) for each, part in self.parts.items()}.get
        steps = self

        def called(frame, event, _):
            trace = trace_of(frame.f_code)
            if trace is None:
                return None
            part = steps.parts[frame.f_code]
            if steps.by_instruction:
                # The first instruction, RESUME, is announced as a call.
                stepped = steps._step(part, frame, max(frame.f_lasti, 0))
                frame.f_trace_opcodes, frame.f_trace_lines = stepped, not stepped
            elif steps._watched or part.endless:
                frame.f_trace_opcodes = True
            return trace

        return called

    def _trace_instructions(self, part):
        """The trace function of a piece of code; what is called most often of all."""
        plain = not self._counts
        steps = self

        def trace(frame, event, _):
            if event == "opcode":
                execution = steps.execution
                task = execution.running
                if plain and task.number != MAIN and not task.fresh:
                    execution.turn(task, frame, frame.f_lasti)
                elif not steps._step(part, frame, frame.f_lasti):
                    # Until this line is left, lines will do.
                    frame.f_trace_opcodes, frame.f_trace_lines = False, True
            elif event == "return":
                steps.execution.returns(frame)
            elif event == "line" and frame.f_lasti not in part.setup:
                # The line's first instruction is announced right after the line.
                frame.f_trace_opcodes, frame.f_trace_lines = True, False
            return trace

        return trace

    def _trace_lines(self, part):
        """The trace function of a piece of code that is stepped by lines."""
        steps = self

        def trace(frame, event, _):
            if event == "line":
                steps._step(part, frame, frame.f_lasti)
            elif event == "opcode":
                if steps._watched:
                    steps.execution.touch(frame, frame.f_lasti)
                if frame.f_lasti in part.endless:
                    steps._step(part, frame, frame.f_lasti)
            elif event == "return":
                steps.execution.returns(frame)
            return trace

        return trace

    # From 3.12 on.

    def _listen(self):
        monitoring = sys.monitoring
        if monitoring.get_tool(_TOOL) is None:
            monitoring.use_tool_id(_TOOL, "interleave")
        events = monitoring.events
        if self.by_instruction:
            # RESUME is announced as the start of a function, or as its going on.
            kinds = events.INSTRUCTION | events.PY_START | events.PY_RESUME
            for kind in (events.INSTRUCTION, events.PY_START, events.PY_RESUME):
                monitoring.register_callback(_TOOL, kind, self._instruction)
        else:
            # A loop of one line is announced by its jumps back.
            kinds = events.LINE | events.JUMP
            monitoring.register_callback(_TOOL, events.LINE, self._line)
            monitoring.register_callback(_TOOL, events.JUMP, self._jump)
            if self._watched:
                kinds |= events.INSTRUCTION
                monitoring.register_callback(_TOOL, events.INSTRUCTION, self._touch)
        for code in self.parts:
            monitoring.set_local_events(_TOOL, code, kinds)
        # That a frame is left by an exception is told of all code or none.
        monitoring.register_callback(_TOOL, events.PY_UNWIND, self._unwound)
        monitoring.set_events(_TOOL, events.PY_UNWIND)

    def _instruction(self, code, offset):
        execution = self.execution
        task = execution.running
        if self._counts or task.number == MAIN or task.fresh:
            self._step(self.parts[code], sys._getframe(1), offset)
        else:
            execution.turn(task, sys._getframe(1), offset)

    def _unwound(self, code, offset, error):
        if code in self.parts:
            self.execution.returns(sys._getframe(1))

    def _touch(self, _, offset):
        self.execution.touch(sys._getframe(1), offset)

    def _jump(self, code, offset, to):
        if self.parts[code].is_same_line(offset, to):
            self._step(self.parts[code], sys._getframe(1), to)

    def _line(self, code, _):
        frame = sys._getframe(1)
        self._step(self.parts[code], frame, frame.f_lasti)


class _Part:
    """What a piece of code has of note."""

    def __init__(self, code, setup_lines, by_instruction, given):
        #: Where loops that change nothing go round, and all the instructions of such loops.
        self.loops, self.looks = set(), set()
        #: Instructions that only jump to themselves: they are no new line each time.
        self.endless = set()
        #: The instructions of statements that no other task can notice.
        self.setup = set()
        self._positions = list(code.co_positions())
        instructions = list(dis.get_instructions(code))
        for each in instructions:
            line = self._positions[each.offset // 2][0]
            if line in setup_lines or line is None or each.opname == "RESUME" and code.co_name == "<module>":
                self.setup.add(each.offset)
        starts = [offset for offset, _ in dis.findlinestarts(code)]
        self.endless.update(each.offset for each in instructions if goes_back(each) and each.argval == each.offset)
        for first, last in Loops(code, given):
            lines = [start for start in starts if first <= start <= last]
            self.loops.add(first if by_instruction else (lines or [first])[0])
            self.looks.update(each.offset for each in instructions if first <= each.offset <= last)

    def is_same_line(self, offset, to):
        """Whether a jump goes back to where its own line begins."""
        return to <= offset and self._positions[to // 2][0] == self._positions[offset // 2][0]


def codes_in(code):
    """A piece of code and all that stand in it."""
    found = [code]
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            found += codes_in(each)
    return found
