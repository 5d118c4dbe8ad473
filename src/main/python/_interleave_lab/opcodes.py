"""What each kind of instruction touches.

Each is named here: either it touches nothing that other tasks may touch, or there is what makes a finder
for it, a function of a frame that stands before the instruction. A maker is given the Accesses, the
instruction, its code, and how many values the frame has by then (see peek.py); it answers None where
there is nothing to be found.
"""

import dis
import sys

from .access import KEYS, Access, unknown
from .effects import CONTAINERS, FIXED
from .peek import Nothing, top, variable
from .reach import ITERATOR

_VERSION = sys.version_info

_SUBSCRIPT = 26  # NB_SUBSCR of BINARY_OP, from 3.14 on.
_IN_PLACE = 13  # From here to 25 BINARY_OP changes its left side, where it can.
#: Above an iterator that goes on, 3.15 has a number, or nothing.
_OVER_ITERATORS = 1 if _VERSION >= (3, 15) else 0
_IMPORT_STAR, _UNARY_POSITIVE = 2, 5  # Of CALL_INTRINSIC_1.

#: They move values, make new ones of them, or jump.
NOTHING = frozenset(
    """ANNOTATIONS_PLACEHOLDER BUILD_CONST_KEY_MAP BUILD_INTERPOLATION BUILD_LIST BUILD_SLICE BUILD_STRING
    BUILD_TEMPLATE BUILD_TUPLE CACHE CALL_INTRINSIC_2 CHECK_EXC_MATCH CLEANUP_THROW COPY COPY_FREE_VARS DELETE_FAST
    END_FOR END_SEND EXTENDED_ARG IS_OP JUMP JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT JUMP_FORWARD JUMP_NO_INTERRUPT
    KW_NAMES LIST_APPEND LIST_TO_TUPLE LOAD_ASSERTION_ERROR LOAD_BUILD_CLASS LOAD_CLOSURE LOAD_COMMON_CONSTANT
    LOAD_CONST LOAD_FAST LOAD_FAST_AND_CLEAR LOAD_FAST_BORROW LOAD_FAST_BORROW_LOAD_FAST_BORROW LOAD_FAST_CHECK
    LOAD_FAST_LOAD_FAST LOAD_LOCALS LOAD_SMALL_INT MAKE_CELL MAKE_FUNCTION MATCH_MAPPING MATCH_SEQUENCE NOP NOT_TAKEN
    POP_BLOCK POP_EXCEPT POP_ITER POP_JUMP_BACKWARD_IF_NONE POP_JUMP_BACKWARD_IF_NOT_NONE POP_JUMP_FORWARD_IF_NONE
    POP_JUMP_FORWARD_IF_NOT_NONE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE POP_TOP PRECALL PREP_RERAISE_STAR PUSH_EXC_INFO
    PUSH_NULL RESUME RETURN_CONST RETURN_GENERATOR RETURN_VALUE SET_FUNCTION_ATTRIBUTE STORE_FAST
    STORE_FAST_LOAD_FAST STORE_FAST_MAYBE_NULL STORE_FAST_STORE_FAST SWAP YIELD_VALUE""".split()
)

#: No object loses its last reference by these.
KEEPS = ("LOAD_FAST", "LOAD_CONST", "LOAD_SMALL", "LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF", "LOAD_CLOSURE", "BUILD_",
    "JUMP", "COPY", "MAKE_", "RESUME", "NOP", "NOT_TAKEN", "PUSH_NULL", "PRECALL", "KW_NAMES", "SWAP", "EXTENDED_ARG",
    "RETURN_GENERATOR", "CACHE", "POP_JUMP")  # fmt: skip

#: Where a frame is left, for a while or for good.
LEAVES = ("RETURN_VALUE", "RETURN_CONST", "YIELD_VALUE")


def _variable(name, frame, writes):
    names = frame.f_globals
    found = [Access(names, name, writes, name, "variable")]
    if writes and name not in names:
        found.append(Access(names, KEYS, True))
    return found


def _global(writes):
    def make(accesses, instruction, code, end):
        name = instruction.argval
        if writes:
            return lambda frame: _variable(name, frame, True)
        known = accesses.variables

        def find(frame):
            found = known.get(name)
            if found is None:
                found = known[name] = _variable(name, frame, False)
            return found

        return find

    return make


def _name(writes):
    """In the body of a class names are the class's own; those that it does not have are global."""

    def make(accesses, instruction, code, end):
        name = instruction.argval
        if code.co_name == "<module>":
            return _global(writes)(accesses, instruction, code, end)

        def find(frame):
            own = frame.f_locals
            if type(own) is not dict:
                return accesses.calls.operation((own,))
            return () if writes or name in own else _variable(name, frame, False)

        return find

    return make


def _cell(writes):
    def make(accesses, instruction, code, end):
        name, index = instruction.argval, instruction.arg
        return lambda frame: [Access(variable(frame, index), None, writes, name, "variable")]

    return make


def _attribute(writes):
    def make(accesses, instruction, code, end):
        name, attributes = instruction.argval, accesses.attributes
        if not writes:
            return lambda frame: attributes.read(top(frame, end), name)
        return lambda frame: attributes.write(top(frame, end), name)

    return make


def _attribute_of_super(accesses, instruction, code, end):
    name = instruction.argval
    return lambda frame: accesses.attributes.of_super(top(frame, end), name)


def _special(accesses, instruction, code, end):
    """What `with` looks up."""
    return lambda frame: accesses.calls.operation((top(frame, end),))


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
    if kind.__name__ == "defaultdict" and kind.__module__ == "collections" and not writes:
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
                return [*accesses.calls.whole(container, writes), *accesses.calls.operation(rest)]
            return accesses.calls.operation([top(frame, end, i) for i in range(depth + 1)])

        return find

    return make


def _operation(accesses, instruction, code, end):
    if instruction.arg == _SUBSCRIPT and _VERSION >= (3, 14):
        return _subscript(False)(accesses, instruction, code, end)
    if not _IN_PLACE <= instruction.arg < _SUBSCRIPT:
        return _values(2)(accesses, instruction, code, end)

    def find(frame):
        right, left = top(frame, end), top(frame, end, 1)
        found = accesses.calls.operation((left, right))
        if type(left) in CONTAINERS and type(left) not in FIXED:
            found = [*accesses.calls.whole(left, True), *found]
        return found

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


def _import(accesses, instruction, code, end):
    return lambda frame: (unknown(),)


def _from_import(accesses, instruction, code, end):
    name = instruction.argval
    return lambda frame: accesses.attributes.read(top(frame, end), name)


def _annotations(accesses, instruction, code, end):
    if code.co_name != "<module>":
        return None
    return lambda frame: _variable("__annotations__", frame, True)


def _all_variables(accesses, instruction, code, end):
    return lambda frame: [Access(frame.f_globals, None, True)]


def _intrinsic(accesses, instruction, code, end):
    if instruction.arg == _IMPORT_STAR:
        return _all_variables(accesses, instruction, code, end)
    return _values(1)(accesses, instruction, code, end) if instruction.arg == _UNARY_POSITIVE else None


def _raise(accesses, instruction, code, end):
    count = instruction.arg if instruction.opname == "RAISE_VARARGS" else 1

    def find(frame):
        # An exception notes where it is raised, and while which other one is handled.
        values = [top(frame, end, i) for i in range(count)] or [sys.exc_info()[1]]
        return [Access(each, None, True) for each in values if isinstance(each, BaseException)]

    return find


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


def _dictionary_name(accesses, instruction, code, end):
    name = instruction.argval
    return lambda frame: _variable(name, frame, False)


def _class_cell(accesses, instruction, code, end):
    return _cell(False)(accesses, instruction, code, end)


MAKERS = {
    "LOAD_GLOBAL": _global(False), "STORE_GLOBAL": _global(True), "DELETE_GLOBAL": _global(True),
    "LOAD_NAME": _name(False), "STORE_NAME": _name(True), "DELETE_NAME": _name(True),
    "LOAD_DEREF": _cell(False), "STORE_DEREF": _cell(True), "DELETE_DEREF": _cell(True),
    "LOAD_CLASSDEREF": _class_cell, "LOAD_FROM_DICT_OR_DEREF": _class_cell,
    "LOAD_FROM_DICT_OR_GLOBALS": _dictionary_name, "SETUP_ANNOTATIONS": _annotations,
    "LOAD_ATTR": _attribute(False), "LOAD_METHOD": _attribute(False), "LOAD_SUPER_ATTR": _attribute_of_super,
    "STORE_ATTR": _attribute(True), "DELETE_ATTR": _attribute(True), "LOAD_SPECIAL": _special,
    "BINARY_SUBSCR": _subscript(False), "STORE_SUBSCR": _subscript(True), "DELETE_SUBSCR": _subscript(True),
    "BINARY_SLICE": _slice(2, False), "STORE_SLICE": _slice(2, True),
    "BINARY_OP": _operation, "CONTAINS_OP": _values(2), "COMPARE_OP": _values(2), "CHECK_EG_MATCH": _values(2),
    "UNARY_INVERT": _values(1), "UNARY_NEGATIVE": _values(1), "UNARY_POSITIVE": _values(1), "UNARY_NOT": _values(1),
    "TO_BOOL": _values(1), "GET_LEN": _values(1), "GET_ITER": _values(1), "GET_YIELD_FROM_ITER": _values(1),
    "GET_AITER": _values(1), "GET_ANEXT": _values(1), "GET_AWAITABLE": _values(1),
    "FOR_ITER": _next(_OVER_ITERATORS), "SEND": _next(1 + _OVER_ITERATORS), "UNPACK_SEQUENCE": _values(1), "UNPACK_EX": _values(1),
    "LIST_EXTEND": _values(1), "SET_UPDATE": _values(1), "DICT_UPDATE": _values(1), "DICT_MERGE": _values(1),
    "SET_ADD": _values(1), "MAP_ADD": _values(2), "BUILD_SET": _as_many(1), "BUILD_MAP": _as_many(2),
    "FORMAT_VALUE": _formatted, "FORMAT_SIMPLE": _values(1), "FORMAT_WITH_SPEC": _values(2),
    "CONVERT_VALUE": _values(1), "PRINT_EXPR": _values(1),
    "MATCH_KEYS": _values(2), "MATCH_CLASS": _match_class,
    "IMPORT_NAME": _import, "IMPORT_FROM": _from_import, "IMPORT_STAR": _all_variables, "CALL_INTRINSIC_1": _intrinsic,
    "RAISE_VARARGS": _raise, "RERAISE": _raise,
    "BEFORE_WITH": _enter, "WITH_EXCEPT_START": _exit,
    "CALL": _call, "CALL_KW": _call, "CALL_FUNCTION_EX": _call_with_series,
    **{
        name: _values(1)
        for name in dis.opmap
        if name.startswith(("POP_JUMP", "JUMP_IF")) and name.endswith(("_TRUE", "_FALSE", "_OR_POP"))
    },
}  # fmt: skip
