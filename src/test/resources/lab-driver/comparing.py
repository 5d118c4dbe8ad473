"""Compares what the reduction finds of a program with what comes of all its orders."""

import json
import os
import re
import resource
import signal
import sys
import time
import traceback

from _interleave_lab.search import Everything, Reduced
from _interleave_lab.trace import Trace

#: What differs from one execution to the next though nothing else does.
ADDRESS = re.compile(" at 0x[0-9a-f]+|[0-9]{9,}")

#: A process that compares is given up after so many seconds.
_PATIENCE = 120


def two_threads(before, one, other):
    """The code of a program in which two threads keep what they do, in `a` and `b`, each in a line."""
    return f"""\
{before}
a = b = None

def first():
    global a
    a = {one}

def second():
    global b
    b = {other}

threads = [threading.Thread(target=each, name=each.__name__) for each in (first, second)]
for each in threads: each.start()
for each in threads: each.join()
"""


class TooMany(Exception):
    """There are more orders than were to be tried: what was found by then, and in how many executions."""

    def __init__(self, found, count):
        super().__init__(f"more than {count}")
        self.found, self.count = found, count


def all_orders(program, most, seconds, preemptions=None, more=lambda _: ""):
    """What can come of it, and how many executions that took. Raises TooMany.

    `more` tells what else there is to be seen of the variables of an execution.
    """
    return _tried(program, Everything(preemptions), None, most, seconds, more)


def reduced_orders(program, most, seconds, more=lambda _: ""):
    """What the reduction finds, and how many executions that took. Raises TooMany."""
    trace = Trace(program)
    if not trace.tells:
        return all_orders(program, most, seconds, more=more)
    return _tried(program, Reduced(trace), trace, most, seconds, more)


def _tried(program, search, trace, most, seconds, more):
    found, until = set(), time.monotonic() + seconds
    for count in range(1, most + 1):
        search.begin()
        execution = program.execute(search, 5_000, trace)
        if execution.stubborn or execution.steps > 5_000 or time.monotonic() > until:
            raise TooMany(found, count)
        if execution.kind != "cut":
            end = program.outcome(execution).as_json()
            words = [ADDRESS.sub("", str(end.get(key, ""))) for key in ("kind", "output", "error", "waiting")]
            found.add((*words, more(program.globals)))
        if not search.advance():
            return found, count
    raise TooMany(found, most)


def in_child(function, *arguments):
    """What a function answers, as JSON has it, in a process of its own; None when that dies.

    Threads of the engine stay as long as their process does.
    """
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            signal.alarm(_PATIENCE)
            os.close(here)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            result = function(*arguments)
            with os.fdopen(there, "w") as file:
                json.dump(result, file)
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(0)
    os.close(there)
    with os.fdopen(here) as file:
        text = file.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else None


def bound_memory(more):
    """What asks for so many bytes more is refused, as a sandbox would end all of it."""
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + more, now + more))
