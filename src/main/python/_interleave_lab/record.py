"""Records an execution step by step, for somebody who looks at it or makes the choices himself.

A record is what the page shows: for each step who took it and where, whether there was a choice
(`from`: who could have gone on), whether the task began with it, and what changed by it: the tasks'
places and states, the values of variables, and the output. `writes` names the variables that it
wrote, whether that changed them or not; `drew` what it drew: by which function of `random`, of which
values, and which of these. What was drawn before the first step stands beside the steps. A step that leads to no line of the program has no place: a
thread of a pool begins, and waits for work.
"""

import dis
import json
import platform
import types

from .accesses import Accesses
from .current import Current
from .effects import FIXED
from .schedule import Given, written
from .tasks import DONE, MAIN, WAITING
from .waiting import Names, blocker, waits_words
from .watching import Watcher
from .words import value_words

#: More steps are not recorded, nor more variables shown.
_MOST_STEPS = 1500
_MOST_VARIABLES = 40
_HIDDEN = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type)
_HIDDEN_KINDS = ("thread", "pool", "result")


class Record(Watcher):
    """The record of one execution."""

    def __init__(self, program, steps, most_bytes=200_000):
        self._program, self._most, self._left = program, steps, most_bytes
        self.by_instruction = program.by_instruction
        self._steps = []
        self._tasks, self._variables = {}, {}
        self._printed = 0
        #: There is no room for more, and there would be more.
        self._full = self._cut = False
        self._choice = None
        #: What was drawn before the first step.
        self._drawn = []
        self._where = _Places(program)
        self._accesses = Accesses(program.steps.parts)
        #: {(whose, which): name} of the variables that are shown and are attributes.
        self._attributes = {}

    def of(self, decisions):
        """Executes the program as a schedule says, and answers with the record as JSON has it."""
        given = self._given = Given(decisions)
        execution = self._program.execute(self, self._most, self)
        record = {
            "python": platform.python_version(),
            "granularity": "bytecode" if self._program.by_instruction else "line",
            "steps": self._steps,
            "schedule": written(given.decisions),
        }
        if given.misfit is not None:
            record["misfit"] = given.misfit
        else:
            record["end"] = self._program.outcome(execution).as_json()
        if self._cut:
            record["cut"] = True
        if self._drawn:
            record["drew"] = self._drawn
        return record

    def pick(self, execution, number):
        self._choice = list(execution.enabled)
        return self._given.pick(execution, number)

    def draw(self, of):
        return self._given.draw(of)

    def drew(self, name, values, index):
        if not self._full:
            words = [_safe_words(each, place) for place, each in enumerate(values)]
            drawn = self._steps[-1].setdefault("drew", []) if self._steps else self._drawn
            drawn.append({"call": name, "values": words, "value": index})

    def begin_step(self, task):
        execution = Current.execution
        # What the program does before it has a second thread is no matter of order, nor is what
        # nobody else can notice: that belongs to the step before.
        if len(execution.tasks) == 1 or task.in_setup and not self._choice:
            return
        self._note_last_step(execution)
        if self._full:
            self._cut = True
            return
        step = {"task": task.number, **self._where.of(task)}
        if self._choice:
            step["from"] = self._choice
            self._choice = None
        if task.fresh:
            step["begins"] = True
        if not self._steps:
            self._note_changes(execution, step, "before")
        self._steps.append(step)

    def placed(self, task):
        if self._steps and not self._full:
            self._steps[-1].update(self._where.of(task))

    def ends(self, execution):
        self._note_last_step(execution)

    def _note_last_step(self, execution):
        if self._steps and not self._full:
            self._note_changes(execution, self._steps[-1])
            self._left -= len(json.dumps(self._steps[-1]))
            self._full = len(self._steps) >= _MOST_STEPS or self._left <= 0

    def instruction(self, frame, offset):
        """What it writes may be there already."""
        if not self._steps or self._full or frame is None:
            return
        for access in self._accesses.of(frame, offset):
            name = access.part
            if access.kind != "variable":
                name = self._attributes.get((id(access.thing), name))
            if access.writes and name in self._variables:
                written = self._steps[-1].setdefault("writes", [])
                if name not in written:
                    written.append(name)

    def _note_changes(self, execution, step, key=None):
        into = step.setdefault(key, {}) if key else step
        names = Names(self._program.globals)
        tasks = {}
        for task in execution.tasks:
            now = self._state_of(execution, task, names)
            if self._tasks.get(task.number) != now:
                self._tasks[task.number] = tasks[str(task.number)] = now
        if tasks:
            into["tasks"] = tasks
        variables = {}
        for name, value in self._shown():
            words = value_words(value)
            if self._variables.get(name) != words:
                self._variables[name] = words
                variables[name] = words
        gone = [name for name in self._variables if name not in self._names_now]
        for name in gone:
            del self._variables[name]
            variables[name] = None
        if variables:
            into["variables"] = variables
        if len(execution.output) > self._printed:
            into["output"] = [[n, text] for n, text in execution.output[self._printed :]]
            self._printed = len(execution.output)

    def _state_of(self, execution, task, names):
        state = {"name": task.name, "state": task.state}
        if task.state == DONE:
            if task.errors:
                state["error"] = "; ".join(task.errors)
            return state
        if task.state == WAITING:
            # Who waits for what is there by now can go on; the words say what it waited for.
            state["state"] = "ready" if task.ready() else "waiting"
            state["why"] = waits_words(task, names)
            holder = blocker(task)
            if holder is not None:
                state["for"] = holder.number
            if task.wakes_at is not None and not task.ready():
                state["state"] = "timed"
        if task.fresh and task.number != MAIN:
            state["begins"] = True
            state.update(self._where.of_beginning(task))
        else:
            state.update(self._where.of(task))
        return state

    def _shown(self):
        """The program's variables that are worth a look, and the attributes of its own objects."""
        shown, self._attributes = [], {}
        for name, value in list(self._program.globals.items()):
            if name.startswith("__") or isinstance(value, _HIDDEN):
                continue
            kind = getattr(type(value), "kind", None)
            if kind in _HIDDEN_KINDS or _is_of_threads(value):
                continue
            if kind is None and type(value).__module__ == "__main__":
                for attribute, inner in list(getattr(value, "__dict__", {}).items())[:10]:
                    if getattr(type(inner), "kind", None) not in _HIDDEN_KINDS:
                        shown.append((f"{name}.{attribute}", inner))
                        self._attributes[id(value), attribute] = f"{name}.{attribute}"
            else:
                shown.append((name, value))
        shown = shown[:_MOST_VARIABLES]
        self._names_now = {name for name, _ in shown}
        return shown


def _is_of_threads(value):
    """A list of threads, or of what a pool will answer."""
    return (
        isinstance(value, (list, tuple))
        and bool(value)
        and all(getattr(type(each), "kind", None) in _HIDDEN_KINDS for each in value)
    )


def _safe_words(value, place):
    """A value that can be drawn, told without any code of the program, which would be stepped."""
    if type(value) in FIXED - {tuple, frozenset}:
        return value_words(value)
    name = value.__name__ if type(value) in (types.FunctionType, type) else type(value).__name__
    return f"{name} ({place + 1})"


class _Places:
    """Where a task is: its line, and by instructions what comes next."""

    def __init__(self, program):
        self._by_instruction = program.by_instruction
        self._parts = program.steps.parts
        #: {code: place}; most threads have the same code, and none is begun for many steps.
        self._beginnings = {}
        self._instructions = {}

    def of(self, task):
        frame = task.frame
        if frame is None:
            return {}
        place = {"line": frame.f_lineno}
        if self._by_instruction and task.offset is not None:
            place["op"] = self._words(frame.f_code, task.offset)
        return place

    def of_beginning(self, task):
        """Where a task that has not begun will, if that is in a function of the program."""
        function = task.thread.begins_in
        if type(function) is types.MethodType:
            function = function.__func__
        # Asking any other object for its code, or its class, might execute some of the program.
        code = function.__code__ if type(function) is types.FunctionType else None
        if code not in self._parts:
            return {}
        if code not in self._beginnings:
            self._beginnings[code] = self._beginning(code)
        return self._beginnings[code]

    def _beginning(self, code):
        resume = next(each for each in dis.get_instructions(code) if each.opname == "RESUME")
        if self._by_instruction:
            return {"line": resume.positions.lineno, "op": self._words(code, resume.offset)}
        starts = (line for offset, line in dis.findlinestarts(code) if line and offset > resume.offset)
        return {"line": next(starts, code.co_firstlineno)}

    def _words(self, code, offset):
        known = self._instructions.get(code)
        if known is None:
            known = self._instructions[code] = {
                each.offset: f"{each.opname} {each.argrepr}".strip() for each in dis.get_instructions(code)
            }
        return known.get(offset, "")
