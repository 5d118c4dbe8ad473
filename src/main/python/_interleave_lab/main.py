"""What the server starts in the sandbox: explores or records the program that it reads from its input.

It answers with lines of JSON (see answers.py), {"event": ..., "data": ...}: `outcome` and `progress`
while it explores, and as the last one `end` of an exploration, `record` of an execution, or `refused`.
"""

import ast
import os
import sys

from .answers import answering, put_input, take_input
from .confinement import Withheld
from .explore import Bounds, Exploration
from .program import Program
from .record import Record
from .schedule import Misfit, read

#: What gives another order each time Python starts, unless its hashes are fixed.
_UNORDERED = {"set", "frozenset", "hash", "id"}


def explore(
    granularity, reduction=True, preemptions=None, schedules=20_000, steps=5_000, seconds=6.0, confined=False
):
    """Explores the program; see explore.py for the bounds, and confinement.py for `confined`."""
    program, say = _begin(granularity, confined)
    if program:
        bounds = Bounds(schedules, steps, seconds, preemptions)
        say("end", Exploration(program, bounds, reduction, say).run())
    _leave()


def record(granularity, schedule="", steps=5_000, most=200_000):
    """Records the execution that a schedule stands for, in about so many bytes at most."""
    program, say = _begin(granularity)
    if program:
        try:
            say("record", Record(program, steps, most).of(read(schedule)))
        except Misfit as problem:
            say("refused", {"field": "schedule", "detail": str(problem)})
    _leave()


def _begin(granularity, confined=False):
    """The program, None when it was refused, and how to answer."""
    key, source = take_input()
    text = source.decode("utf-8-sig", "replace")
    problem = None
    try:
        if sys.flags.hash_randomization and _needs_fixed_hashes(text):
            _begin_again(key, source)
        return Program(text, granularity == "bytecode", confined), answering(key)
    except Withheld as error:
        problem = {"line": error.line, "detail": str(error)}
    except SyntaxError as error:
        problem = {"line": error.lineno, "detail": f"{type(error).__name__}: {error.msg}"}
    except (ValueError, RecursionError, MemoryError) as error:
        problem = {"detail": f"{type(error).__name__}: {error}"}
    say = answering(key)
    say("refused", {"field": "code", **problem})
    return None, say


def _needs_fixed_hashes(source):
    return any(
        isinstance(each, (ast.Set, ast.SetComp)) or isinstance(each, ast.Name) and each.id in _UNORDERED
        for each in ast.walk(ast.parse(source))
    )


def _begin_again(key, source):
    """In a Python whose hashes are the same each time."""
    with open("/box/main.py", encoding="utf-8") as file:
        driver = file.read()
    put_input(key + b"\n" + source)
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    os.execve(sys.executable, [sys.executable, "-c", driver], environment)


def _leave():
    """At once: what is left of the program is not to take part in the end."""
    os._exit(0)
