"""How far code can get from a value without calling any code of the program's."""

import os
import types
from collections import defaultdict, deque
from concurrent.futures import Executor
from gc import get_referents

from .access import EVERYTHING, Access
from .callees import OF_TYPES, only_looks
from .effects import CONTAINERS, FIXED, VIEWS

#: The names of the engine's own modules begin so, the models' among them.
ENGINE = "_interleave_lab."

_ENGINE_FOLDER = os.path.dirname(__file__) + os.sep

#: From more objects than these nobody tells what can be reached.
_MOST = 2_000
_MOST_NUMBERED = 200

#: Nothing that can change is behind these.
_ATOMS = FIXED - {tuple, frozenset} | {
    type(...), type(NotImplemented), types.CodeType, types.GetSetDescriptorType, types.MemberDescriptorType,
    types.ModuleType,
}  # fmt: skip

#: Types of libraries whose values never change.
_VALUES = {
    ("decimal", "Decimal"), ("fractions", "Fraction"), ("datetime", "date"), ("datetime", "datetime"),
    ("datetime", "time"), ("datetime", "timedelta"), ("datetime", "timezone"), ("re", "Pattern"), ("re", "Match"),
}  # fmt: skip

#: Kinds of values. With an OPAQUE one nothing is done but by code of the program: to what its methods
#: leave out, as adding or printing, it answers with no look at what it holds. A RECORD is as such an
#: object, but for methods that were made for it and look at its attributes.
ATOM, CONTAINER, OPAQUE, MODEL, RECORD, FUNCTION, CLASS, ITERATOR, OTHER = range(9)

_HEAP_TYPE, _IMMUTABLE_TYPE = 1 << 9, 1 << 8
_order_of_bases = type.__dict__["__mro__"].__get__


_BOUND = (types.BuiltinFunctionType, types.MethodWrapperType, types.MethodType)


class Reach:
    """What the values of one execution are, and what is behind them. `parts` are the pieces of code
    that are the program's own."""

    def __init__(self, parts):
        self._parts = parts
        self.begin()

    def begin(self):
        self._kinds = {each: ATOM for each in _ATOMS}
        self._kinds.update(dict.fromkeys(CONTAINERS, CONTAINER))
        self._kinds[types.FunctionType] = FUNCTION
        self._kinds[type] = CLASS
        #: {id of the dictionary of an object's attributes: (that object, the dictionary)}
        self._owners = {}

    def kind(self, value):
        """Of which kind a value is: ATOM to OTHER."""
        return self.kind_of_type(type(value))

    def kind_of_type(self, its_type):
        known = self._kinds.get(its_type)
        return self._find_kind(its_type) if known is None else known

    def _find_kind(self, its_type):
        kind = self._kind_of_type(its_type)
        self._kinds[its_type] = kind
        return kind

    def _kind_of_type(self, its_type):
        if issubclass(its_type, type):
            return CLASS
        mro = _order_of_bases(its_type)
        if (its_type.__module__, its_type.__name__) in _VALUES:
            return ATOM
        if len(mro) == 3 and mro[1] is tuple and "_fields" in vars(its_type):
            return CONTAINER
        if its_type.__module__.startswith(ENGINE):
            return MODEL
        if all(self._is_opaque(each) for each in mro):
            return RECORD if any("__dataclass_fields__" in vars(each) for each in mro) else OPAQUE
        if any("__next__" in vars(each) for each in mro):
            return ITERATOR
        return OTHER

    def _is_opaque(self, cls):
        """Whether whatever is done with an object of it is done by code of the program or of a model."""
        if cls is object or cls.__module__.startswith(ENGINE) or cls is Executor:
            return True
        if not cls.__flags__ & _HEAP_TYPE or cls.__module__ != "__main__":
            return False
        made = "__dataclass_fields__" in vars(cls)
        return all(
            type(each) is type or self.is_program(each) or made and is_made(each)
            for name, each in vars(cls).items()
            if type(each) is types.FunctionType or name.startswith("__") and callable(each)
        )

    def is_program(self, function):
        """Whether it is a function whose code is the program's own."""
        return type(function) is types.FunctionType and function.__code__ in self._parts

    def _tells_itself(self, code):
        """Whether what it touches is found out when it is executed, as code of the program or a model."""
        return code is not None and (code in self._parts or code.co_filename.startswith(_ENGINE_FOLDER))

    # Dictionaries that are an object's attributes.

    def alias(self, dictionary, owner):
        """From now on what is done to a dictionary is done to an object's attributes."""
        self._owners[id(dictionary)] = owner, dictionary

    def thing(self, value):
        """What stands for a value among what is touched."""
        while type(value) in VIEWS:
            value = get_referents(value)[0]
        if type(value) is memoryview:
            # What it has to do with others by. The view itself, if it is kept, keeps bytes from being added.
            return get_referents(value)[0]
        if type(value) is dict:
            known = self._owners.get(id(value))
            return value if known is None else known[0]
        return value

    # What is behind values.

    def look(self, values, state=False):
        """Looks at values and all that is in them; with `state` also at attributes of objects."""
        return self._behind(values, False, state)

    def change(self, values, *more):
        """Whatever can be reached from values may be changed. So may the program's functions and classes
        that are among them, but those that are only behind them, or among `more`, are looked at."""
        return self._behind([*values, *more], True, True, {id(each) for each in values})

    def _behind(self, values, writes, state, given=()):
        found, called, seen = [], [], set()
        ahead = list(values)
        kinds = self._kinds
        while ahead:
            value = ahead.pop()
            kind = kinds.get(type(value))
            if kind is None:
                kind = self._find_kind(type(value))
            if kind is ATOM or id(value) in seen:
                continue
            seen.add(id(value))
            if len(seen) > _MOST:
                return [EVERYTHING]
            if kind is CONTAINER:
                if not isinstance(value, tuple):
                    # What looks for attributes by text, as formatting does, may also make a key.
                    makes = writes or state and type(value) is defaultdict
                    found.append(Access(self.thing(value), None, makes, "", "item", writes))
                # Not the items: an iterator may hold a tuple in which some are missing.
                ahead.extend(get_referents(value))
            elif kind is MODEL:
                found.append(Access(value, None, False, guessed=True))
            elif kind is OPAQUE or kind is RECORD:
                if state or kind is RECORD:
                    found.append(Access(value, None, writes, guessed=True))
                    self._add_class(found, type(value))
                    ahead.extend(get_referents(value))
            elif kind is FUNCTION and self.is_program(value):
                if state:
                    found.append(Access(value, None, id(value) in given, guessed=True))
            elif kind is FUNCTION and (value.__module__ or "").startswith(ENGINE):
                continue
            elif kind is CLASS:
                if value.__flags__ & _HEAP_TYPE and not value.__flags__ & _IMMUTABLE_TYPE:
                    changes = id(value) in given and value.__module__ == "__main__"
                    found.append(Access(value, None, changes, guessed=True))
            elif type(value) is types.MethodType and self._tells_itself(getattr(value.__func__, "__code__", None)):
                (ahead if writes or self.is_program(value.__func__) else called).append(value.__self__)
            elif not writes and not only_looks(value, state):
                # An iterator, for one, calls what it holds when it is gone over.
                return self._behind(values, True, True)
            elif type(value) in OF_TYPES:
                continue
            elif kind is FUNCTION:
                ahead.extend([value.__closure__, value.__defaults__, value.__kwdefaults__])
            elif type(value) in _BOUND:
                (ahead if writes else called).append(value.__self__)
            elif type(value) is memoryview:
                ahead.append(self.thing(value))
            else:
                found.append(Access(value, None, writes or kind is ITERATOR, guessed=True))
                if type(value) is types.GeneratorType and self._tells_itself(value.gi_code):
                    continue
                self._add_class(found, type(value))
                ahead.extend(get_referents(value))
        return found + self._behind(called, True, True) if called else found

    def from_variables(self, variables):
        """Some of what global variables hold, and what is in that: alike in executions that are alike."""
        found, seen = [variables], {id(variables)}
        ahead = list(variables.values())
        for value in ahead:
            kind = self.kind(value)
            if kind is ATOM or id(value) in seen or len(found) > _MOST_NUMBERED:
                continue
            seen.add(id(value))
            found.append(value)
            # The order in which a set has its items may differ.
            if kind in (OPAQUE, RECORD) or type(value) in (list, tuple, dict, deque):
                ahead.extend(get_referents(value))
        return found

    @staticmethod
    def _add_class(found, cls):
        for each in cls.__mro__:
            if each.__flags__ & _HEAP_TYPE and each.__module__ == "__main__":
                found.append(Access(each, None, False, guessed=True))


def is_made(value):
    """Whether it is a function that was compiled from text, as those of dataclasses are: not one of the modules
    that Python has in itself, whose files have such names, too."""
    if type(value) is not types.FunctionType:
        return False
    file = value.__code__.co_filename
    return file.startswith("<") and not file.startswith("<frozen ")
