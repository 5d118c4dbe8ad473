"""What an instruction touches that other tasks may touch too: a variable, an attribute, an item."""

import dis
import inspect

from .access import EVERYTHING, unknown
from .attributes import Attributes
from .calls import Calls
from .opcodes import KEEPS, LEAVES, MAKERS, NOTHING
from .peek import stack_ends
from .reach import Reach

#: Names of what tells whether objects are still there, or happens when they are no more.
_LIFETIMES = {
    "weakref", "_weakref", "__del__", "gc", "getrefcount", "open", "tempfile", "sqlite3", "importlib", "__import__",
}  # fmt: skip
#: Names of what gives an object's attributes as a dictionary.
_DICTIONARIES = {"__dict__", "vars", "globals", "__globals__", "getattr", "attrgetter"}

_NONE = None, False


class Accesses:
    """Finds them, for the instructions of a program, in one execution after the other."""

    def __init__(self, parts):
        names = {name for code in parts for name in (*code.co_names, code.co_name)}
        #: Whether it matters when objects go. Then nothing may hold them for longer than they are
        #: used, and that one may go is touched like all else that is unknown.
        self.holds_nothing = not names.isdisjoint(_LIFETIMES) or any(
            map(_may_do_more, set(parts) - _context_managers(parts))
        )
        #: Whether what is touched can be told at all.
        self.tell = not self.holds_nothing or names.isdisjoint(_DICTIONARIES)
        #: {name of a global variable: what a look at it touches}
        self.variables = {}
        self.reach = Reach(parts)
        self.attributes = Attributes(self.reach, self.holds_nothing)
        self.calls = Calls(self.reach, self.attributes, self.holds_nothing)
        #: {piece of code: {offset: (a function of the frame, or None; whether the frame is left)}}, for
        #: instructions of which there is something to be said. Whoever called a frame that is left goes
        #: on in the same step.
        self.finders = {code: self._finders_of(code) for code in parts}

    def begin(self):
        """To be called before each execution."""
        self.variables.clear()
        self.reach.begin()
        self.attributes.begin()
        self.calls.begin()

    def of(self, frame, offset):
        """A list, mostly empty."""
        find, _ = self.finders[frame.f_code].get(offset, _NONE)
        return () if find is None else found_by(find, frame)

    def _finders_of(self, code):
        found = {}
        ends = stack_ends(code)
        for each in dis.get_instructions(code):
            finder = self._finder_of(each, code, ends.get(each.offset, 0))
            if self.holds_nothing and not each.opname.startswith(KEEPS):
                finder = _and_unknown(finder)
            leaves = each.opname in LEAVES
            if finder is not None or leaves:
                found[each.offset] = finder, leaves
        return found

    def _finder_of(self, instruction, code, end):
        if instruction.opname in NOTHING:
            return None
        make = MAKERS.get(instruction.opname)
        return _everything if make is None else make(self, instruction, code, end)


def _may_do_more(code):
    """Whether it is that of a generator which does something when it is left before its end."""
    return code.co_flags & inspect.CO_GENERATOR and any(
        each.opname == "PUSH_EXC_INFO" for each in dis.get_instructions(code)
    )


def _context_managers(codes):
    """The code of functions that are decorated with @contextmanager: they are gone through to the end."""
    found = set()
    for code in codes:
        name = None
        for each in dis.get_instructions(code):
            if each.opname == "LOAD_CONST" and name == "contextmanager":
                found.add(each.argval)
            if each.opname not in ("PUSH_NULL", "CACHE", "NOP"):
                name = each.argval if each.opname.startswith("LOAD_") else None
    return found


def found_by(find, frame):
    try:
        return find(frame)
    except Exception:
        # That there is no room for one more call, or what else could not be found out.
        return (EVERYTHING,)


def _everything(frame):
    return (EVERYTHING,)


def _and_unknown(finder):
    """What it finds, and that an object may go, at which something may happen."""
    return (lambda frame: (unknown(),)) if finder is None else (lambda frame: (unknown(), *finder(frame)))
