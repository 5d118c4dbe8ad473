"""Looks at the values that an instruction is about to work on: those on its frame's stack.

Python does not show them, so they are read where the interpreter keeps them: in its frame
(_PyInterpreterFrame). Where that is, and what stands there, is said by CPython's own headers in
Include/internal: pycore_frame.h, from 3.14 on pycore_interpframe_structs.h and pycore_stackref.h.
"""

import ctypes
import dis
import inspect
import sys

_WITHOUT_GIL = "t" in sys.abiflags
_WORD = 8

#: Whether frames hold references with a tag (_PyStackRef), and say how high their stack is while
#: they call something, be it what an event of sys.monitoring calls. Up to 3.13 they hold addresses.
_TAGGED = sys.version_info >= (3, 14)

#: Where a frame object keeps its interpreter frame: behind what all objects begin with, and the
#: frame before it.
_INNER = (32 if _WITHOUT_GIL else 16) + _WORD

#: Where in that the address behind its highest value is, from 3.14 on.
_STACK_POINTER = 64

#: Where in that the variables are, and after them the stack.
_VALUES = 80 if _TAGGED else 72

#: The tag of a reference (Py_TAG_REFCNT): it does not count its object. Alone, it stands for NULL.
_UNCOUNTED = 1

#: No reference has this bit: it is of a number (Py_INT_TAG, 3), or of an error (Py_TAG_INVALID, 2).
#: From 3.15 on FOR_ITER has such a number on top, where it goes through a list, tuple or string itself.
_NO_REFERENCE = 2

#: Instructions after which the next one does not follow.
_ENDS = ("RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE")
_JUMPS = ("JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT")

_IN_TWO = "PRECALL" in dis.opmap

_word = ctypes.c_uint64.from_address


class Nothing:
    """Stands where there is no object."""


def variable(frame, index):
    """The variable of a frame with this number: for one that functions share, its cell."""
    if index < 0:
        return Nothing
    return _value(_word(id(frame) + _INNER).value + _VALUES + _WORD * index)


if _TAGGED:

    def top(frame, end, depth=0):
        """The value so deep below the top of a frame's stack, or Nothing where there is no object.

        The frame is to be calling: it is one that an event stopped. Its own word for the height of
        its stack is taken, not `end`.
        """
        inner = _word(id(frame) + _INNER).value
        place = _word(inner + _STACK_POINTER).value - _WORD * (1 + depth)
        return _value(place) if place >= inner + _VALUES else Nothing

    def _value(place):
        word = _word(place).value
        if word & _NO_REFERENCE or word == _UNCOUNTED:
            return Nothing
        return _object(word & ~_UNCOUNTED)

else:

    def top(frame, end, depth=0):
        """The value so deep below the top of a frame's stack, or Nothing; see stack_ends()."""
        return variable(frame, end - 1 - depth)

    def _value(place):
        return _object(_word(place).value)


def _object(address):
    return ctypes.cast(address, ctypes.py_object).value if address else Nothing


def values(frame):
    """The variables of a frame's own, by name; of one that functions share the cell.

    Not by f_locals: up to Python 3.12 that is a copy, and written back when a trace function ends,
    over what other threads have stored in the meantime.
    """
    code = frame.f_code
    if not code.co_flags & inspect.CO_OPTIMIZED:
        return frame.f_locals
    own = [*code.co_varnames, *(name for name in code.co_cellvars if name not in code.co_varnames)]
    return {name: variable(frame, i) for i, name in enumerate([*own, *code.co_freevars])}


def stack_ends(code):
    """Of each instruction that can be reached: how many values the frame has before it.

    From 3.14 on of none: there top() does not need it.
    """
    if _TAGGED:
        return {}
    instructions = list(dis.get_instructions(code))
    places = {each.offset: i for i, each in enumerate(instructions)}
    own = set(code.co_varnames) | set(code.co_cellvars)
    bottom = len(own) + len(code.co_freevars)
    ends, ahead = {}, [(0, bottom)]
    for entry in dis._parse_exception_table(code):
        # The handler finds the exception there, and below it where it came from if it is to know.
        ahead.append((entry.target, bottom + entry.depth + entry.lasti + 1))
    while ahead:
        offset, end = ahead.pop()
        if offset in ends or offset not in places:
            continue
        ends[offset] = end
        each = instructions[places[offset]]
        if each.opcode in dis.hasjrel or each.opcode in dis.hasjabs:
            ahead.append((each.argval, end + _effect(each, True)))
        if not each.opname.startswith(_ENDS) and each.opname not in _JUMPS:
            if places[offset] + 1 < len(instructions):
                ahead.append((instructions[places[offset] + 1].offset, end + _effect(each, False)))
    return ends


def _effect(instruction, jumps):
    if instruction.opname == "RETURN_GENERATOR":
        # It goes on with what was sent to it; 3.11 does not say so.
        return 1
    if instruction.opname == "PRECALL":
        # The arguments of 3.11's calls go with CALL.
        return 0
    if instruction.opname == "CALL" and _IN_TWO:
        return -1 - instruction.arg
    argument = instruction.arg if instruction.opcode >= dis.HAVE_ARGUMENT else None
    return dis.stack_effect(instruction.opcode, argument, jump=jumps)
