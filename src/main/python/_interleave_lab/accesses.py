"""What an instruction touches that other tasks may touch too: a variable, an attribute, an item."""

import dis
import inspect
import sys
import types
from gc import get_referents

from .peek import Nothing, stack_ends, top, variable
from .values import CONTAINERS, MODELS, Access, inside, of_call, whole

_VERSION = sys.version_info

_SUBSCRIPT = 26  # NB_SUBSCR of BINARY_OP, from 3.14 on.
_IN_PLACE = 13  # From here to 25 BINARY_OP changes its left side, where it can.


class Accesses:
    """Finds them, for the instructions of a program."""

    def __init__(self, parts):
        #: Of each piece of code, for each offset a function of the frame, where there is one.
        self._finders = {code: _finders(code) for code in parts}

    def of(self, frame, offset):
        """A list, mostly empty."""
        find = self._finders[frame.f_code].get(offset)
        if find is None:
            return ()
        try:
            return find(frame)
        except Exception:
            # What the program's own values do when they are looked at, or that there is no room for
            # one more call: that is no error of the program.
            return ()


class Variables:
    """Stands for the global variables of a program."""


_GLOBALS = Variables()


def _finders(code):
    found = {}
    ends = stack_ends(code)
    for each in dis.get_instructions(code):
        make = _KINDS.get(each.opname)
        finder = make(each, code, ends.get(each.offset, 0)) if make else None
        if finder:
            found[each.offset] = finder
    return found


def _global(writes):
    def make(instruction, code, end):
        name = instruction.argval
        access = [Access(_GLOBALS, name, writes, name, "variable")]
        # In the body of a class names are the class's own.
        if instruction.opname.endswith("_NAME") and code.co_name != "<module>":
            return None
        return lambda frame: access

    return make


def _cell(writes):
    def make(instruction, code, end):
        name, index = instruction.argval, instruction.arg
        return lambda frame: [Access(variable(frame, index), None, writes, name, "variable")]

    return make


def _attribute(writes):
    def make(instruction, code, end):
        name = instruction.argval

        def find(frame):
            owner = top(frame, end)
            if isinstance(owner, types.ModuleType) or type(owner).__module__.startswith(MODELS):
                return ()
            found = [Access(owner, name, writes, f".{name}", "attribute")]
            if not writes and not isinstance(owner, type) and name not in getattr(owner, "__dict__", ()):
                value = getattr(type(owner), name, None)
                if callable(value):
                    return ()
                found.append(Access(type(owner), name, False, f".{name}", "attribute"))
            return found

        return find

    return make


def _subscript(writes):
    def make(instruction, code, end):
        deletes = instruction.opname.startswith("DELETE")

        def find(frame):
            key, container = top(frame, end), top(frame, end, 1)
            if not isinstance(container, CONTAINERS):
                return ()
            return [_item(container, None if deletes else key, writes, key)]

        return find

    return make


def _operation(instruction, code, end):
    if instruction.arg == _SUBSCRIPT and _VERSION >= (3, 14):
        return _subscript(False)(instruction, code, end)
    writes = _IN_PLACE <= instruction.arg < _SUBSCRIPT
    if not writes:
        return _two(instruction, code, end)
    return lambda frame: [*whole(top(frame, end), False), *whole(top(frame, end, 1), True)]


def _looks_at(depth):
    return lambda instruction, code, end: lambda frame: inside(top(frame, end, depth))


def _two(instruction, code, end):
    return lambda frame: [*inside(top(frame, end)), *inside(top(frame, end, 1))]


def _iterator(instruction, code, end):
    def find(frame):
        iterator = top(frame, end)
        if isinstance(iterator, types.GeneratorType):
            return whole(iterator, True)
        if isinstance(iterator, CONTAINERS):
            return ()
        return [a for each in get_referents(iterator) for a in whole(each, False)]

    return find


def _call(instruction, code, end):
    count = instruction.arg
    with_names = instruction.opname == "CALL_KW"

    def find(frame):
        first = count + with_names
        arguments = [top(frame, end, i) for i in range(with_names, first)]
        return of_call((top(frame, end, first + 1), top(frame, end, first)), arguments)

    return find


def _call_with_series(instruction, code, end):
    # The function, what it is a method of, the arguments; and those with names, if there are any.
    count = 3 + (instruction.arg & 1) if _VERSION < (3, 14) else 4

    def find(frame):
        values = [top(frame, end, i) for i in range(count)]
        function = next((v for v in values if v is not Nothing and callable(v)), Nothing)
        arguments = next((v for v in values if isinstance(v, tuple)), ())
        return of_call((function,), arguments)

    return find


def _goes_on(instruction, code, end):
    """Where a generator begins to go on, or stops."""
    if not code.co_flags & inspect.CO_GENERATOR:
        return None
    return lambda frame: [Access(frame, None, True, "", "item")]


def _item(container, key, writes, shown):
    """An item; a place that is not there yet changes the whole."""
    part = None
    if isinstance(container, dict):
        if isinstance(key, (int, str)) and key in container:
            part = key
    elif isinstance(key, int):
        part = key if key >= 0 else key + len(container)
    return Access(container, part, writes, f"[{(shown if part is None else part)!r}]", "item")


_KINDS = {
    "LOAD_GLOBAL": _global(False), "LOAD_NAME": _global(False),
    "STORE_GLOBAL": _global(True), "STORE_NAME": _global(True),
    "DELETE_GLOBAL": _global(True), "DELETE_NAME": _global(True),
    "LOAD_DEREF": _cell(False), "STORE_DEREF": _cell(True), "DELETE_DEREF": _cell(True),
    "LOAD_ATTR": _attribute(False), "LOAD_METHOD": _attribute(False),
    "STORE_ATTR": _attribute(True), "DELETE_ATTR": _attribute(True),
    "BINARY_SUBSCR": _subscript(False), "STORE_SUBSCR": _subscript(True),
    "DELETE_SUBSCR": _subscript(True), "BINARY_SLICE": _looks_at(2), "STORE_SLICE": _looks_at(2),
    "BINARY_OP": _operation, "CONTAINS_OP": _two, "COMPARE_OP": _two,
    "GET_ITER": _looks_at(0), "FOR_ITER": _iterator, "UNPACK_SEQUENCE": _looks_at(0),
    "LIST_EXTEND": _looks_at(0), "SET_UPDATE": _looks_at(0), "DICT_UPDATE": _looks_at(0),
    "FORMAT_VALUE": _looks_at(0), "FORMAT_SIMPLE": _looks_at(0), "CONVERT_VALUE": _looks_at(0),
    "UNARY_NOT": _looks_at(0), "TO_BOOL": _looks_at(0),
    "RESUME": _goes_on, "YIELD_VALUE": _goes_on, "RETURN_VALUE": _goes_on, "RETURN_CONST": _goes_on,
    "CALL": _call, "CALL_KW": _call, "CALL_FUNCTION_EX": _call_with_series,
    **{
        name: _looks_at(0)
        for name in dis.opmap
        if name.startswith(("POP_JUMP", "JUMP_IF")) and name.endswith(("_TRUE", "_FALSE", "_OR_POP"))
    },
}
