"""What the server starts in the sandbox: explores or records the program that it reads from its input.

It answers on standard output with lines of JSON, {"event": ..., "data": ...}: `outcome` and `progress`
while it explores, `record` for a recorded execution, and as the last one `end` or `refused`.
"""

import ast
import json
import os
import sys

from .explore import Bounds, Exploration
from .program import Program
from .record import Record
from .schedule import Misfit, read

_KEPT = "/box/program.py"

#: Where answers go. The program does not find it by chance, as standard output leads nowhere then.
_out = 1

#: What gives another order each time Python starts, unless its hashes are fixed.
_UNORDERED = {"set", "frozenset", "hash", "id"}


def explore(granularity, reduction=True, preemptions=None, schedules=20_000, steps=5_000, seconds=6.0):
    """Explores the program; see explore.py for the bounds."""
    program = _program(granularity)
    if program:
        _keep_output()
        bounds = Bounds(schedules, steps, seconds, preemptions)
        _say("end", Exploration(program, bounds, reduction, _say).run())
    _leave()


def record(granularity, schedule="", steps=5_000, most=200_000):
    """Records the execution that a schedule stands for, in about so many bytes at most."""
    try:
        decisions = read(schedule)
    except Misfit as problem:
        _say("refused", {"field": "schedule", "detail": str(problem)})
        _leave()
    program = _program(granularity)
    if program:
        _keep_output()
        _say("record", Record(program, steps, most).of(decisions))
        _say("end", {})
    _leave()


def _program(granularity):
    source = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    if not source and os.path.exists(_KEPT):
        with open(_KEPT, encoding="utf-8") as file:
            source = file.read()
    try:
        if sys.flags.hash_randomization and _needs_fixed_hashes(source):
            _begin_again(source)
        return Program(source, granularity == "bytecode")
    except SyntaxError as problem:
        words = f"{type(problem).__name__}: {problem.msg}"
        _say("refused", {"field": "code", "line": problem.lineno, "detail": words})
    except (ValueError, RecursionError, MemoryError) as problem:
        _say("refused", {"field": "code", "detail": f"{type(problem).__name__}: {problem}"})
    return None


def _needs_fixed_hashes(source):
    return any(
        isinstance(each, (ast.Set, ast.SetComp)) or isinstance(each, ast.Name) and each.id in _UNORDERED
        for each in ast.walk(ast.parse(source))
    )


def _begin_again(source):
    """In a Python whose hashes are the same each time."""
    with open(_KEPT, "w", encoding="utf-8") as file:
        file.write(source)
    with open("/box/main.py", encoding="utf-8") as file:
        driver = file.read()
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    os.execve(sys.executable, [sys.executable, "-c", driver], environment)


def _keep_output():
    global _out
    _out = os.dup(1)
    with open(os.devnull, "w") as nothing:
        os.dup2(nothing.fileno(), 1)


def _say(event, data):
    line = json.dumps({"event": event, "data": data}, separators=(",", ":")) + "\n"
    rest = memoryview(line.encode())
    while rest:
        rest = rest[os.write(_out, rest) :]


def _leave():
    """At once: what is left of the program is not to take part in the end."""
    os._exit(0)
