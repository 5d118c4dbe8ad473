"""Whether the engine can step programs on this Python: it explores some of which all is known.

The engine goes by how an interpreter lays out its instructions and frames, which each version may
change. Then it may crash, or find too little; and that Python is none for the schedule lab.
"""

import os

from .explore import Bounds, Exploration
from .program import Program

#: More than any of them takes.
_BOUNDS = Bounds(schedules=200, steps=1_000, seconds=5.0)

_START = """
from threading import Thread
a, b = Thread(target=one, name="a"), Thread(target=other, name="b")
a.start(); b.start()
"""

#: What each is about, how it is stepped, its code, and what can come of it.
_PROGRAMS = (
    (
        "an update that another one overwrites",
        "bytecode",
        """
count = 0
def one():
    global count
    count += 1
other = one
"""
        + _START
        + "a.join(); b.join(); print(count)",
        {"finished: 1", "finished: 2"},
    ),
    (
        "a loop over a list that grows",
        "line",
        """
items = [1, 2]
def one():
    for item in items:
        print(item)
def other():
    items.append(3)
"""
        + _START,
        {"finished: 1 2", "finished: 1 2 3"},
    ),
    (
        "a loop over a dictionary that grows",
        "line",
        """
names = {"x": 1}
def one():
    for name in names:
        print(name)
def other():
    names["y"] = 2
"""
        + _START,
        {
            "finished: x",
            "finished: x y",
            "error: x | a: RuntimeError: dictionary changed size during iteration",
        },
    ),
    (
        "a queue",
        "line",
        """
from queue import Queue
queue = Queue()
def one():
    queue.put("x")
    queue.put("y")
def other():
    print(queue.get(), queue.empty())
"""
        + _START,
        {"finished: x True", "finished: x False"},
    ),
    (
        "what is drawn at random",
        "line",
        """
import random
def one():
    print(random.random() < 0.5)
def other():
    pass
"""
        + _START,
        {"finished: True", "finished: False"},
    ),
    (
        "errors, one of them caught",
        "bytecode",
        """
from threading import Lock
lock = Lock()
def one():
    try:
        with lock:
            [].pop()
    except IndexError:
        print("caught")
def other():
    with lock:
        {}["x"]
"""
        + _START,
        {"error: caught | b: KeyError: 'x'"},
    ),
)


def answer():
    """Writes `sound`, or what goes wrong first, to standard output, and ends the process."""
    words = next(filter(None, (_fault(*each) for each in _PROGRAMS)), "sound")
    os.write(1, words.encode())
    os._exit(0)


def _fault(what, granularity, source, expected):
    try:
        program = Program(source, granularity == "bytecode")
        end = Exploration(program, _BOUNDS, True, lambda *_: None).run()
    except Exception as error:
        return f"{what}: {type(error).__name__}: {error}"
    found = {_words(outcome) for outcome in end["outcomes"]}
    if end["complete"] and found == expected:
        return None
    return f"{what}: {sorted(found)} was found, not {sorted(expected)}"


def _words(outcome):
    words = " ".join([f"{outcome['kind']}:", *outcome["output"].split()])
    if "error" in outcome:
        words += f" | {outcome['error'].partition(' (line')[0]}"
    return words
