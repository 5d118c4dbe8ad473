"""Keeps the program of a challenge from the engine that it runs in, so that it cannot change what
that finds.

A program may name what Python's documentation names for it, and nothing that leads behind that:
names with an underscore at their beginning, attributes but those of a few kinds of objects and its
own, frames, built-in functions that take names or code as text, and modules but a few. All of that is
looked for before any of the program is executed.
"""

import ast
import builtins
import collections
import concurrent.futures
import contextlib
import functools
import heapq
import itertools
import math
import queue
import random
import threading
import time
import types

#: Modules that there are models of; and of others what may be had.
_MODELLED = {"threading", "queue", "time", "random", "concurrent.futures"}
_MODULES = {
    "collections": collections.__all__,
    "contextlib": ["closing", "contextmanager", "nullcontext", "suppress"],
    "functools": ["cache", "cmp_to_key", "lru_cache", "partial", "reduce"],
    "heapq": heapq.__all__,
    "itertools": [name for name in dir(itertools) if not name.startswith("_")],
    "math": [name for name in dir(math) if not name.startswith("_")],
}
_SOURCES = (collections, contextlib, functools, heapq, itertools, math)

#: Built-in functions that are not to be had.
_WITHHELD = {
    "breakpoint", "compile", "copyright", "credits", "delattr", "dir", "eval", "exec", "getattr",
    "globals", "help", "license", "locals", "memoryview", "open", "setattr", "vars",
}  # fmt: skip
_NEEDED = {"__build_class__", "__debug__", "__name__"}

_NAMES = {"_", "__name__"}
_METHODS = {
    "__init__", "__enter__", "__exit__", "__iter__", "__next__", "__len__", "__call__", "__contains__",
    "__getitem__", "__setitem__", "__delitem__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__",
    "__ge__", "__hash__", "__bool__", "__repr__", "__str__", "__add__", "__sub__", "__iadd__",
    "__isub__",
}  # fmt: skip

#: Attributes of frames, tracebacks, code and what else has frames.
_INNER = ("f_", "tb_", "co_", "gi_", "cr_", "ag_")

#: Attributes that lead on to any other: format() follows a path of them that stands in a text, and an
#: AttributeError has the object that lacked one.
_LEADING_ON = {"format", "format_map", "obj"}

#: What such a program has to do with, and so may name attributes of.
_KINDS = [
    list, dict, set, frozenset, tuple, str, bytes, bytearray, int, float, range, property, BaseException,
    StopIteration, SystemExit, type(each for each in ()), functools.lru_cache(len),
]  # fmt: skip
_PUBLIC = {each: _MODULES[each.__name__] for each in _SOURCES}
_PUBLIC |= {each: each.__all__ for each in (concurrent.futures, queue, random, threading)}
_KINDS += [getattr(module, name) for module, names in _PUBLIC.items() for name in names]

_ATTRIBUTES = {name for each in (*_KINDS, time) for name in dir(each)}
_ATTRIBUTES.update({"futures"}, *_PUBLIC.values())

_OTHER_ATTRIBUTES = (
    " It can use attributes of Python's own types, of threads, locks, queues and pools, and those that it sets itself."
)


class Withheld(Exception):
    """A program names what it cannot have: in words, and the line."""

    def __init__(self, words, line):
        super().__init__(words)
        self.line = line


def check(tree):
    """Raises Withheld for the first thing that such a program cannot have."""
    nodes = list(ast.walk(tree))
    own = {each.id for each in nodes if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    own |= {each.name for each in nodes if isinstance(each, (ast.FunctionDef, ast.ClassDef))}
    known = _ATTRIBUTES | own
    known |= {each.attr for each in nodes if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)}
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            _check_import(node)
        elif isinstance(node, ast.Name) and node.id in _WITHHELD - own:
            _refuse(node, f"{node.id}()")
        for name in _identifiers(node):
            if not _is_harmless(node, name):
                _refuse(node, name)
            if isinstance(node, (ast.Attribute, ast.MatchClass)) and name not in known:
                _refuse(node, f".{name}", _OTHER_ATTRIBUTES)


def _check_import(node):
    modules = [each.name for each in node.names] if isinstance(node, ast.Import) else [node.module]
    for module in modules:
        if getattr(node, "level", 0) or module not in _MODELLED and module not in _MODULES:
            allowed = ", ".join(sorted([*_MODELLED, *_MODULES]))
            _refuse(node, "." if module is None else module, f" It can import {allowed}.")


def _identifiers(node):
    """All names in a node itself, wherever the grammar has one."""
    fields = () if isinstance(node, ast.Constant) else ast.iter_fields(node)
    for _, value in fields:
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, str):
                yield from each.split(".")


def _is_harmless(node, name):
    if name.startswith("_"):
        called = isinstance(node, ast.Attribute) and name == "__init__"
        return called or name in _NAMES or isinstance(node, ast.FunctionDef) and name in _METHODS
    if isinstance(node, (ast.Attribute, ast.MatchClass)):
        return name not in _LEADING_ON and not name.startswith(_INNER)
    return True


def _refuse(node, name, instead=""):
    raise Withheld(f"The program of a challenge cannot use {name}.{instead}", getattr(node, "lineno", None))


def built_ins():
    """Those that such a program has, but for those that are modelled."""
    found = {
        name: value
        for name, value in vars(builtins).items()
        if name in _NEEDED or not name.startswith("_") and name not in _WITHHELD
    }
    found["type"] = _type
    return found


def _type(value):
    """As type() of one value; that of three makes classes with any names in them."""
    kind = type(value)
    if issubclass(kind, type):
        raise TypeError("the program of a challenge cannot have the type of a class")
    return kind


def modules():
    """What such a program can import beside what is modelled."""
    found = {}
    for source in _SOURCES:
        module = found[source.__name__] = types.ModuleType(source.__name__)
        module.__all__ = list(_MODULES[source.__name__])
        for name in module.__all__:
            setattr(module, name, getattr(source, name))
    return found
