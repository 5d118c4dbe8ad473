"""What an instruction touches that other tasks may touch too: a variable, an attribute, an item."""

import dis
import inspect
import sys
import types
from collections import deque
from gc import get_referents

from .peek import Nothing, stack_ends, top, variable
from .words import PROGRAM

#: What can be changed in place.
CONTAINERS = (list, dict, set, deque, bytearray)
_VERSION = sys.version_info

#: Methods of containers that change nothing.
_LOOKS = {
    "copy", "count", "get", "index", "items", "keys", "values", "issubset", "issuperset", "union",
    "difference", "intersection", "isdisjoint", "__contains__", "__len__", "__getitem__", "decode",
}

#: Functions that look at what they are given, and change nothing of it.
_LOOKING = {len, sum, min, max, sorted, any, all, list, tuple, set, dict, str, repr, print, enumerate,
    reversed, iter, zip, map, filter, isinstance, id, bool, frozenset, type, range, int, float}  # fmt: skip

#: What cannot change, so that its methods only look at what they are given.
_FIXED = (str, bytes, int, float, tuple, frozenset)

#: Where print() is modelled.
_MODELS = "_interleave_lab.modules"

#: Of what is in a container, so much is looked at.
_MOST_INSIDE = 50

_SUBSCRIPT = 26  # NB_SUBSCR of BINARY_OP, from 3.14 on.
_IN_PLACE = 13  # From here to 25 BINARY_OP changes its left side, where it can.


class Access:
    """One look at a thing, or change of it. `part` tells which of its parts; `name` is for people.

    It is `guessed` to be a change where it is given to a function that may do anything with it.
    """

    __slots__ = ("thing", "part", "writes", "name", "kind", "guessed")

    def __init__(self, thing, part, writes, name, kind, guessed=False):
        self.thing, self.part, self.writes, self.name, self.kind = thing, part, writes, name, kind
        self.guessed = guessed


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
        except (AttributeError, IndexError, TypeError, ValueError):
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
            if isinstance(owner, types.ModuleType) or hasattr(type(owner), "kind"):
                return ()
            found = [Access(owner, name, writes, f"{_name_of(owner)}.{name}", "attribute")]
            if not writes and not isinstance(owner, type) and name not in getattr(owner, "__dict__", ()):
                value = getattr(type(owner), name, None)
                if callable(value):
                    return ()
                found.append(Access(type(owner), name, False, f"{_name_of(type(owner))}.{name}", "attribute"))
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
    return lambda frame: [*_whole(top(frame, end), False), *_whole(top(frame, end, 1), True)]


def _looks_at(depth):
    return lambda instruction, code, end: lambda frame: _inside(top(frame, end, depth))


def _two(instruction, code, end):
    return lambda frame: [*_inside(top(frame, end)), *_inside(top(frame, end, 1))]


def _iterator(instruction, code, end):
    def find(frame):
        iterator = top(frame, end)
        if isinstance(iterator, types.GeneratorType):
            return _whole(iterator, True)
        if isinstance(iterator, CONTAINERS):
            return ()
        return [a for each in get_referents(iterator) for a in _whole(each, False)]

    return find


def _call(instruction, code, end):
    count = instruction.arg
    with_names = instruction.opname == "CALL_KW"

    def find(frame):
        first = count + with_names
        arguments = [top(frame, end, i) for i in range(with_names, first)]
        return _of_call((top(frame, end, first + 1), top(frame, end, first)), arguments)

    return find


def _call_with_series(instruction, code, end):
    # The function, what it is a method of, the arguments; and those with names, if there are any.
    count = 3 + (instruction.arg & 1) if _VERSION < (3, 14) else 4

    def find(frame):
        values = [top(frame, end, i) for i in range(count)]
        function = next((v for v in values if v is not Nothing and callable(v)), Nothing)
        arguments = next((v for v in values if isinstance(v, tuple)), ())
        return _of_call((function,), arguments)

    return find


def _of_call(slots, arguments):
    """`slots` hold the function, with what it is a method of where that is apart."""
    present = [s for s in slots if s is not Nothing]
    function = next((s for s in present if callable(s)), None)
    owner = getattr(function, "__self__", None)
    if isinstance(function, types.MethodDescriptorType):
        owner = next((s for s in present if s is not function), None)
    if isinstance(owner, CONTAINERS):
        writes = function.__name__ not in _LOOKS
        rest = [a for each in arguments for a in _inside(each)]
        return [Access(owner, None, writes, _name_of(owner), "item"), *rest]
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is not None and code.co_filename == PROGRAM:
        # Its own instructions tell what it does.
        return ()
    if isinstance(function, type) or _only_looks(function) or isinstance(owner, _FIXED):
        return [a for each in arguments for a in _inside(each)]
    return [a for each in arguments for a in _whole(each, True, guessed=True)]


def _only_looks(function):
    owner = getattr(function, "__self__", None)
    if hasattr(type(owner), "kind"):
        return True
    try:
        return function in _LOOKING or function.__module__ == _MODELS
    except (AttributeError, TypeError):
        return False


def _inside(value, deep=3):
    """A look at a value and what is in it, as print() does it."""
    if isinstance(value, (tuple, *CONTAINERS)):
        found = _whole(value, False)
        if deep and not isinstance(value, bytearray):
            inner = [*value, *value.values()] if isinstance(value, dict) else value
            for each in list(inner)[:_MOST_INSIDE]:
                found += _inside(each, deep - 1)
        return found
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        return [
            Access(value, name, False, f"{_name_of(value)}.{name}", "attribute")
            for name in value.__dataclass_fields__
        ]
    return _whole(value, False)


def _whole(value, writes, guessed=False):
    if isinstance(value, CONTAINERS):
        return [Access(value, None, writes, _name_of(value), "item", guessed)]
    if isinstance(value, types.GeneratorType) and value.gi_frame is not None:
        # Whoever looks at it makes it go on. Its frame stands for it: see _goes_on.
        return [Access(value.gi_frame, None, True, _name_of(value), "item")]
    return []


def _goes_on(instruction, code, end):
    """Where a generator begins to go on, or stops."""
    if not code.co_flags & inspect.CO_GENERATOR:
        return None
    return lambda frame: [Access(frame, None, True, "a generator", "item")]


def _item(container, key, writes, shown):
    """An item; a place that is not there yet changes the whole."""
    part = None
    if isinstance(container, dict):
        if isinstance(key, (int, str)) and key in container:
            part = key
    elif isinstance(key, int):
        part = key if key >= 0 else key + len(container)
    return Access(container, part, writes, f"{_name_of(container)}[{shown!r}]", "item")


def _name_of(thing):
    return thing.__name__ if isinstance(thing, type) else f"a {type(thing).__name__}"


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
