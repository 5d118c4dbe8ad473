"""What instructions touch that call something, raise an exception, or begin and end a `with`.

A maker is as opcodes.py has it.
"""

import sys

from .access import Access
from .peek import Nothing, top

_VERSION = sys.version_info


def _call(accesses, instruction, code, end):
    count = instruction.arg
    with_names = instruction.opname == "CALL_KW"
    first = count + with_names
    of = accesses.calls.of

    def find(frame):
        arguments = [top(frame, end, i) for i in range(first - 1, with_names - 1, -1)]
        return of((top(frame, end, first + 1), top(frame, end, first)), arguments)

    return find


def _call_with_series(accesses, instruction, code, end):
    """The function, what it is a method of, the arguments; and those with names, if there are any."""
    named = 1 if _VERSION >= (3, 14) else instruction.arg & 1

    def find(frame):
        arguments = top(frame, end, named)
        names = top(frame, end) if named else Nothing
        if _VERSION >= (3, 13):
            slots = top(frame, end, named + 2), top(frame, end, named + 1)
        else:
            slots = (top(frame, end, named + 1),)
        found = [] if type(arguments) is tuple else accesses.calls.operation((arguments,))
        given = [*arguments] if type(arguments) in (tuple, list) else [arguments]
        if names is not Nothing:
            given.extend(names.values() if type(names) is dict else [names])
        return [*found, *accesses.calls.of(slots, given)]

    return find


def _special(accesses, instruction, code, end):
    """What `with` looks up."""
    return lambda frame: accesses.calls.operation((top(frame, end),))


def _enter(accesses, instruction, code, end):
    """Looks up what `with` needs, and calls the first of it."""

    def find(frame):
        manager = top(frame, end)
        enter = getattr(type(manager), "__enter__", None)
        return accesses.calls.call(enter, [manager]) if enter is not None else ()

    return find


def _exit(accesses, instruction, code, end):
    """`with` ends by an exception."""

    def find(frame):
        if _VERSION >= (3, 14):
            slots = top(frame, end, 4), top(frame, end, 3)
        else:
            slots = (top(frame, end, 3),)
        return accesses.calls.of(slots, [top(frame, end)])

    return find


def _raise(accesses, instruction, code, end):
    count = instruction.arg if instruction.opname == "RAISE_VARARGS" else 1

    def find(frame):
        # An exception notes where it is raised, and while which other one is handled.
        values = [top(frame, end, i) for i in range(count)] or [sys.exc_info()[1]]
        return [Access(each, None, True) for each in values if isinstance(each, BaseException)]

    return find


MAKERS = {
    "CALL": _call, "CALL_KW": _call, "CALL_FUNCTION_EX": _call_with_series,
    "LOAD_SPECIAL": _special, "BEFORE_WITH": _enter, "WITH_EXCEPT_START": _exit,
    "RAISE_VARARGS": _raise, "RERAISE": _raise,
}  # fmt: skip
