"""What instructions touch that work on values: items of containers, operators, iterators, patterns.

A maker is as opcodes.py has it.
"""

import dis
import sys
from collections import defaultdict

from .access import KEYS, Access
from .effects import CONTAINERS, FIXED
from .peek import top
from .reach import ITERATOR
from .variable_opcodes import all_variables

_VERSION = sys.version_info

_SUBSCRIPT = 26  # NB_SUBSCR of BINARY_OP, from 3.14 on.
_REMAINDERS = 6, 19  # NB_REMAINDER, and in place.
_IN_PLACE = 13  # From here to 25 BINARY_OP changes its left side, where it can.
#: Above an iterator that goes on, 3.15 has a number, or nothing.
_OVER_ITERATORS = 1 if _VERSION >= (3, 15) else 0
_IMPORT_STAR, _UNARY_POSITIVE = 2, 5  # Of CALL_INTRINSIC_1.


def _subscript(writes):
    def make(accesses, instruction, code, end):
        deletes = instruction.opname.startswith("DELETE")

        def find(frame):
            key, container = top(frame, end), top(frame, end, 1)
            return _item(accesses, container, key, writes, deletes)

        return find

    return make


def _item(accesses, container, key, writes, deletes):
    calls, kind = accesses.calls, type(container)
    if kind is dict:
        found = calls.item(container, key, writes)
        if deletes:
            found.append(Access(accesses.reach.thing(container), KEYS, True))
        return found if type(key) in FIXED and type(key) is not tuple else [*found, *accesses.reach.look((key,))]
    if kind is list and type(key) is int:
        part = key if key >= 0 else key + len(container)
        return [Access(container, None if deletes else part, writes, f"[{key if deletes else part}]", "item")]
    if kind is defaultdict and not writes:
        # A key that is not there is made.
        return calls.item(container, key, type(key) not in FIXED or key not in container)
    if kind in CONTAINERS or kind in FIXED:
        return [*calls.whole(container, writes), *accesses.reach.look((key,))]
    return calls.operation((container, key))


def _slice(depth, writes):
    """A part of a sequence: what it is cut by lies above it."""

    def make(accesses, instruction, code, end):
        def find(frame):
            container = top(frame, end, depth)
            if type(container) in CONTAINERS or type(container) in FIXED:
                rest = [top(frame, end, i) for i in range(depth + 1 + writes) if i != depth]
                # A slice may be a key, which is made where it is not there.
                changes = writes or type(container) is defaultdict
                return [*accesses.calls.whole(container, changes), *accesses.calls.operation(rest)]
            return accesses.calls.operation([top(frame, end, i) for i in range(depth + 1)])

        return find

    return make


def _operation(accesses, instruction, code, end):
    if instruction.arg == _SUBSCRIPT and _VERSION >= (3, 14):
        return _subscript(False)(accesses, instruction, code, end)
    if instruction.arg in _REMAINDERS:
        return _remainder(accesses, end)
    if not _IN_PLACE <= instruction.arg < _SUBSCRIPT:
        return _values(2)(accesses, instruction, code, end)

    def find(frame):
        right, left = top(frame, end), top(frame, end, 1)
        found = accesses.calls.operation((left, right))
        if type(left) in CONTAINERS and type(left) not in FIXED:
            found = [*accesses.calls.whole(left, True), *found]
        return found

    return find


def _remainder(accesses, end):
    """Of text it is formatting, which may make a key in a dictionary."""

    def find(frame):
        right, left = top(frame, end), top(frame, end, 1)
        found = accesses.calls.operation((left, right))
        formats = type(left) in (str, bytes, bytearray)
        return [*found, *accesses.reach.look((right,), True)] if formats else found

    return find


def _values(count, first=0):
    """An operation on so many values."""
    depths = range(first, first + count)
    if count == 1:

        def make(accesses, instruction, code, end):
            operation = accesses.calls.operation
            return lambda frame: operation((top(frame, end, first),))

    elif count == 2:

        def make(accesses, instruction, code, end):
            operation = accesses.calls.operation
            return lambda frame: operation((top(frame, end, first), top(frame, end, first + 1)))

    else:

        def make(accesses, instruction, code, end):
            return lambda frame: accesses.calls.operation([top(frame, end, i) for i in depths])

    return make


def _as_many(each):
    """An operation on as many values as the instruction says, times `each`."""

    def make(accesses, instruction, code, end):
        return _values(instruction.arg * each)(accesses, instruction, code, end) if instruction.arg else None

    return make


def _formatted(accesses, instruction, code, end):
    return _values(2 if instruction.arg & 4 else 1)(accesses, instruction, code, end)


def _intrinsic(accesses, instruction, code, end):
    if instruction.arg == _IMPORT_STAR:
        return all_variables(accesses, instruction, code, end)
    return _values(1)(accesses, instruction, code, end) if instruction.arg == _UNARY_POSITIVE else None


def _next(depth):
    """An iterator goes on."""

    def make(accesses, instruction, code, end):
        def find(frame):
            iterator = top(frame, end, depth)
            if accesses.reach.kind(iterator) is ITERATOR:
                return accesses.calls.operation((iterator,))
            # What can be gone over without an iterator: 3.15 does so.
            return accesses.calls.whole(iterator, False)

        return find

    return make


def _match_class(accesses, instruction, code, end):
    return lambda frame: accesses.reach.look((top(frame, end, 1), top(frame, end, 2)), True)


MAKERS = {
    "BINARY_SUBSCR": _subscript(False), "STORE_SUBSCR": _subscript(True), "DELETE_SUBSCR": _subscript(True),
    "BINARY_SLICE": _slice(2, False), "STORE_SLICE": _slice(2, True),
    "BINARY_OP": _operation, "CONTAINS_OP": _values(2), "COMPARE_OP": _values(2), "CHECK_EG_MATCH": _values(2),
    "UNARY_INVERT": _values(1), "UNARY_NEGATIVE": _values(1), "UNARY_POSITIVE": _values(1), "UNARY_NOT": _values(1),
    "TO_BOOL": _values(1), "GET_LEN": _values(1), "GET_ITER": _values(1), "GET_YIELD_FROM_ITER": _values(1),
    "GET_AITER": _values(1), "GET_ANEXT": _values(1), "GET_AWAITABLE": _values(1),
    "FOR_ITER": _next(_OVER_ITERATORS), "SEND": _next(1 + _OVER_ITERATORS),
    "UNPACK_SEQUENCE": _values(1), "UNPACK_EX": _values(1),
    "LIST_EXTEND": _values(1), "SET_UPDATE": _values(1), "DICT_UPDATE": _values(1), "DICT_MERGE": _values(1),
    "SET_ADD": _values(1), "MAP_ADD": _values(2), "BUILD_SET": _as_many(1), "BUILD_MAP": _as_many(2),
    "FORMAT_VALUE": _formatted, "FORMAT_SIMPLE": _values(1), "FORMAT_WITH_SPEC": _values(2),
    "CONVERT_VALUE": _values(1), "PRINT_EXPR": _values(1), "CALL_INTRINSIC_1": _intrinsic,
    "MATCH_KEYS": _values(2), "MATCH_CLASS": _match_class,
    **{
        name: _values(1)
        for name in dis.opmap
        if name.startswith(("POP_JUMP", "JUMP_IF")) and name.endswith(("_TRUE", "_FALSE", "_OR_POP"))
    },
}  # fmt: skip
