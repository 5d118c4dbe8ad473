"""Tests each row of the tables in the engine's effects.py.

For a row there are calls; beside each, programs are made in which another thread does something with
what the call is given. Where it matters who is first, the reduction has to find both ends. The calls
themselves show whether they change what the row says is only looked at. And a row has to be needed: if
it claimed less, an end would be lost; unless it is listed as one that claims more than is touched.

Reads a list: which of so many parts of the rows. Writes a line of JSON for each fault, and the counts.
"""

import collections
import json
import os
import sys
import warnings

import effect_samples as samples
from comparing import all_orders, in_child, reduced_orders
from effect_programs import changes, fails, matters, others, program, shown, subjects

from _interleave_lab import effects
from _interleave_lab.program import Program

#: What a row would claim if it claimed less.
LESS = {
    effects.SHALLOW: effects.NOTHING, effects.LOOKS: effects.NOTHING, effects.STATE: effects.LOOKS,
    effects.CHANGES: effects.LOOKS, effects.ADVANCES: effects.NOTHING, effects.READ_ATTRIBUTE: effects.NOTHING,
    effects.WRITE_ATTRIBUTE: effects.READ_ATTRIBUTE, effects.ALL_ATTRIBUTES: effects.NOTHING,
    effects.TESTS: effects.NOTHING, effects.CLASS: effects.NOTHING, effects.ALL: effects.LOOKS,
}  # fmt: skip

CHANGING = (effects.CHANGES, effects.WRITE_ATTRIBUTE, effects.ADVANCES, effects.ALL)

#: Programs that one process compares: each has threads that stay.
AT_ONCE = 10
#: So many calls are made of a method, of those with which it works.
MOST_CALLS = 4
MOST_ORDERS, SECONDS = 1_000, 60
#: On a busy machine threads of the engine may be too late.
TRIES = 3


class Row:
    """One of a table: `claims[key]` is the effect that it claims."""

    def __init__(self, name, calls, claims=None, key=None, beside=None):
        self.name, self.calls, self._beside = name, calls, beside
        self.claims, self.key = claims, key
        self.effect = claims[key] if claims else None

    def programs(self):
        """Pairs of calls of which it matters which is first."""
        return [
            (call, other) for call in self.calls for other in self._beside or others(call) if matters(call, other)
        ]


def parted(text):
    return [each.strip() for each in text.split("|")]


def functions():
    given = {
        (module, name): arguments
        for modules, rows in samples.FUNCTIONS.items()
        for module in modules.split()
        for names, arguments in rows.items()
        for name in names.split()
    }
    for key in effects.FUNCTIONS:
        module, name = key
        if sys.version_info < samples.LATER.get(name, (3,)):
            continue
        full = name if module == "builtins" and name != "print" else f"{module}.{name}"
        calls = [f"{full}({arguments})" for arguments in parted(given.pop(key))] if key in given else []
        yield Row(f"{module}.{name}", calls, effects.FUNCTIONS, key)


def methods():
    for kind, rows in effects.METHODS.items():
        value = samples.VALUES[kind.__name__]
        for name in rows:
            calls = calls_of(value, name)
            if getattr(getattr(kind, name), "__objclass__", None) is kind:
                calls[2:] = [unbound(kind, value, call) for call in calls[:2]]
            yield Row(f"{kind.__name__}.{name}", calls, rows, name)


def unbound(kind, value, call):
    """A method called by way of its type, which is no look at the attribute of a value."""
    module = "" if kind.__module__ == "builtins" else "collections."
    return call.replace(f"{value}.", f"{module}{kind.__name__}.", 1).replace("(", f"({value}, ", 1)


def basic():
    for key in effects.BASIC:
        yield Row(".".join(key), parted(samples.BASIC.get(key, "")), effects.BASIC, key)


def values():
    """Types, and what the language does with values of them."""
    for kind in sorted(effects.CONTAINERS | effects.FIXED, key=lambda kind: kind.__name__):
        value = samples.VALUES[kind.__name__]
        operations = [each.format(v=value) for each in parted(samples.OPERATIONS)]
        yield Row(f"operations of {kind.__name__}", [each for each in operations if not fails(each)])


def methods_of_values():
    """Of types whose values never change: those that are given something which does."""
    for kind in sorted(effects.FIXED, key=lambda kind: kind.__name__):
        value = samples.VALUES[kind.__name__]
        names = [name for name in dir(kind) if callable(getattr(kind, name)) and name not in ("__class__", "__new__")]
        calls = [call for name in names for call in calls_of(value, name) if subjects(call) or not names]
        yield Row(f"methods of {kind.__name__}", calls or [f"{value}.__eq__({value})"])
    for name in sorted(effects.STATE_METHODS):
        yield Row(f"str.{name}", parted(samples.METHODS.get(name, "")))


def closed():
    for name in sorted(effects.CLOSED_MODULES):
        if samples.CLOSED.get(name, "") is not None:
            yield pair(name, samples.CLOSED.get(name, ""))
    for name in sorted(effects.CLOSED_TYPES):
        yield pair(".".join(name), samples.CLOSED_TYPES.get(name, ""))


def pair(name, calls):
    call, _, other = calls.partition(" / ")
    row = Row(name, [call], beside=[other])
    if not (call and other and matters(call, other)):
        row.calls = []
    return row


def calls_of(value, name):
    given = [each for each in parted(samples.METHODS.get(name, "")) if each.startswith(f"{value}.")]
    fitting = [f"{value}.{name}({arguments})" for arguments in parted(samples.ARGUMENTS)]
    fitting = [each for each in fitting if not fails(each)]
    # First those of which it matters most whether something else is done before.
    fitting.sort(key=lambda call: -sum(matters(call, other) for other in others(value)))
    return (given + fitting)[:MOST_CALLS]


def compared(programs, row):
    """Programs of which an end is lost; and, if the row claimed less, whether one would be."""
    lost, needed = [], False
    for one, other in programs:
        made, names = Program(program(one, other), False), ["a", "b", *subjects(one, other)]
        more = lambda variables: shown(variables, *names)
        every, _ = all_orders(made, MOST_ORDERS, SECONDS, more=more)
        found, _ = reduced_orders(made, MOST_ORDERS, SECONDS, more)
        if found != every:
            lost.append([one, other, sorted(every ^ found)])
        elif row.effect in LESS and not needed:
            row.claims[row.key] = LESS[row.effect]
            needed = reduced_orders(made, MOST_ORDERS, SECONDS, more)[0] != every
            row.claims[row.key] = row.effect
    return lost, needed


def tested(row):
    """What is wrong with a row, and how many programs there were."""
    working = [call for call in row.calls if not fails(call)]
    if not working and row.name not in samples.FAILING:
        return ["there is no call of it that works"], 0, True
    faults = []
    if row.effect and row.effect not in CHANGING:
        faults += [f"{call} changes what it is given" for call in working if not samples.spends(call) and changes(call)]
    programs, needed = row.programs(), False
    for at in range(0, len(programs), AT_ONCE):
        answer = None
        for _ in range(TRIES):
            answer = answer or in_child(compared, programs[at : at + AT_ONCE], row)
        if answer is None:
            faults.append(f"one of these ends the engine: {programs[at : at + AT_ONCE]}")
            continue
        faults += [{"lost": each} for each in answer[0]]
        needed = needed or answer[1]
    return faults, len(programs), needed


def main(part, parts):
    warnings.simplefilter("ignore")
    os.environ["PYTHONBREAKPOINT"] = "0"
    rows = [*functions(), *methods(), *basic(), *values(), *methods_of_values(), *closed()]
    count = collections.Counter(compared=0)
    for row in rows[part::parts]:
        faults, programs, needed = tested(row)
        count.update(rows=1, compared=programs, needed=needed)
        if row.effect in LESS and needed == (row.name in samples.GENEROUS) and row.name not in samples.COVERED:
            faults.append("it could claim less" if not needed else "it could not claim less")
        for fault in faults:
            print(json.dumps({"row": row.name, "fault": fault}), flush=True)
    print(json.dumps(count))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or json.load(sys.stdin)))
