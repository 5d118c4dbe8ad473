"""What is touched by looking at a value as a whole, or by calling a function with it."""

import types
from collections import deque

from .peek import Nothing
from .words import PROGRAM

#: What can be changed in place.
CONTAINERS = (list, dict, set, deque, bytearray)

#: Methods of containers that change nothing.
_LOOKS = {
    "copy", "count", "get", "index", "items", "keys", "values", "issubset", "issuperset", "union",
    "difference", "intersection", "isdisjoint", "__contains__", "__len__", "__getitem__", "decode",
}

#: Functions that look at what they are given, and change nothing of it.
_LOOKING = {len, sum, min, max, sorted, any, all, list, tuple, set, dict, str, repr, print, enumerate,
    reversed, iter, zip, map, filter, isinstance, id, bool, frozenset, type, range, int, float}  # fmt: skip

#: Functions that look at an attribute by its name, and whether they change it.
_BY_NAME = {getattr: False, hasattr: False, setattr: True, delattr: True}

#: What cannot change, so that its methods only look at what they are given.
_FIXED = (str, bytes, int, float, tuple, frozenset)

#: Where the models are of what Python has for threads, and that of print().
MODELS = "_interleave_lab."
_MODEL_OF_PRINT = "_interleave_lab.modules"

#: Of what is in a container, so much is looked at.
_MOST_INSIDE = 50


class Access:
    """One look at a thing, or change of it. `part` tells which of its parts. `name` is for people:
    that of a variable, or how the attribute or item is written behind the name of its thing.

    It is `guessed` to be a change where it is given to a function that may do anything with it.
    """

    __slots__ = ("thing", "part", "writes", "name", "kind", "guessed")

    def __init__(self, thing, part, writes, name, kind, guessed=False):
        self.thing, self.part, self.writes, self.name, self.kind = thing, part, writes, name, kind
        self.guessed = guessed


def of_call(slots, arguments):
    """`slots` hold the function, with what it is a method of where that is apart."""
    present = [s for s in slots if s is not Nothing]
    function = next((s for s in present if callable(s)), None)
    owner = getattr(function, "__self__", None)
    if isinstance(function, types.MethodDescriptorType):
        owner = next((s for s in present if s is not function), None)
    if isinstance(owner, CONTAINERS):
        writes = function.__name__ not in _LOOKS
        rest = [a for each in arguments for a in inside(each)]
        return [Access(owner, None, writes, "", "item"), *rest]
    if isinstance(function, types.BuiltinFunctionType) and function in _BY_NAME:
        thing, name = arguments[:2]
        return [Access(thing, name, _BY_NAME[function], f".{name}", "attribute")]
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is not None and code.co_filename == PROGRAM:
        # Its own instructions tell what it does.
        return ()
    if isinstance(function, type) or _only_looks(function) or isinstance(owner, _FIXED):
        return [a for each in arguments for a in inside(each)]
    return [a for each in arguments for a in whole(each, True, guessed=True)]


def _only_looks(function):
    owner = getattr(function, "__self__", None)
    if hasattr(type(owner), "kind"):
        return True
    try:
        return function in _LOOKING or function.__module__ == _MODEL_OF_PRINT
    except (AttributeError, TypeError):
        return False


def inside(value, deep=3):
    """A look at a value and what is in it, as print() does it."""
    if isinstance(value, (tuple, *CONTAINERS)):
        found = whole(value, False)
        if deep and not isinstance(value, bytearray):
            inner = [*value, *value.values()] if isinstance(value, dict) else value
            for each in list(inner)[:_MOST_INSIDE]:
                found += inside(each, deep - 1)
        return found
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        return [
            Access(value, name, False, f".{name}", "attribute")
            for name in value.__dataclass_fields__
        ]
    return whole(value, False)


def whole(value, writes, guessed=False):
    if isinstance(value, CONTAINERS):
        return [Access(value, None, writes, "", "item", guessed)]
    if isinstance(value, types.GeneratorType) and value.gi_frame is not None:
        # Whoever looks at it makes it go on. Its frame stands for it: see _goes_on.
        return [Access(value.gi_frame, None, True, "", "item")]
    return []
