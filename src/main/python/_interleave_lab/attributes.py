"""What is touched by a look at an attribute of an object, or a change of it."""

import types
from functools import cached_property
from gc import get_referents

from .access import EVERYTHING, KEYS, Access

_HEAP_TYPE, _IMMUTABLE_TYPE = 1 << 9, 1 << 8

#: Attributes that decide what other operations do; they are rarely changed.
_REFLECTIVE = {"__class__", "__bases__", "__dict__", "__code__", "__defaults__", "__kwdefaults__", "__closure__"}

#: Attributes that lead to variables of functions.
_VARIABLES = {"f_locals", "f_globals", "f_builtins", "f_back", "gi_frame", "cr_frame", "ag_frame", "tb_frame"}

#: What a class may hold that has no code of its own to run when an attribute is asked for.
_PLAIN_DESCRIPTORS = (
    types.FunctionType, property, staticmethod, classmethod, types.MemberDescriptorType, types.GetSetDescriptorType,
    types.MethodDescriptorType, types.WrapperDescriptorType, types.BuiltinFunctionType,
    types.ClassMethodDescriptorType, type,
)  # fmt: skip

_GETTERS = types.GetSetDescriptorType, types.MemberDescriptorType

_attributes_of_class = type.__dict__["__dict__"].__get__
_order_of_bases = type.__dict__["__mro__"].__get__


class Attributes:
    """Finds the accesses, for one execution after the other."""

    def __init__(self, reach, holds_nothing):
        self._reach, self._holds_nothing = reach, holds_nothing
        self.begin()

    def begin(self):
        #: {(type, name): (the classes that decide, what they hold)}
        self._known = {}
        #: {(id of an object, name): what a look at its attribute touches}; these keep the object.
        self._read = {}

    def read(self, owner, name):
        """A look at an attribute; a list."""
        if self._holds_nothing:
            return self._find_read(owner, name)
        key = id(owner), name
        known = self._read.get(key)
        if known is None:
            known = self._find_read(owner, name)
            if known and known[0].thing is owner:
                self._read[key] = known
        return known

    def _find_read(self, owner, name):
        its_type = type(owner)
        if its_type is types.ModuleType or issubclass(its_type, types.ModuleType):
            return [Access(owner, name, False, f".{name}", "attribute")]
        if its_type is super:
            return self._read_of_class(type(owner.__self__), name) if owner.__self__ is not None else []
        if its_type is types.CellType:
            return [Access(owner, None, False)]
        if name in _VARIABLES:
            return [EVERYTHING]
        if name == "__dict__":
            self._alias(owner)
            return []
        classes, held = self._look_up(its_type, name)
        if issubclass(its_type, type):
            return classes + self._read_of_class(owner, name)
        own = its_type.__flags__ & _HEAP_TYPE or its_type.__dictoffset__
        found = [Access(owner, name, False, f".{name}", "attribute")] if own else []
        if held is not None and not isinstance(held, _PLAIN_DESCRIPTORS):
            if isinstance(held, cached_property):
                found = [Access(owner, name, True, f".{name}", "attribute", True)]
            elif hasattr(type(held), "__get__") and not self._is_program(type(held)):
                found += self._reach.change((owner, held))
        elif not own and isinstance(held, _GETTERS):
            found.append(Access(self._reach.thing(owner), None, False))
        return found + classes if classes else found

    def write(self, owner, name, keys=True):
        """A change of an attribute, or that it is deleted."""
        its_type = type(owner)
        if name in _REFLECTIVE or issubclass(its_type, type) and name.startswith("__"):
            self.begin()
            return [EVERYTHING]
        if its_type is types.CellType:
            return [Access(owner, None, True)]
        if issubclass(its_type, type):
            self.begin()
        found = [Access(owner, name, True, f".{name}", "attribute")]
        if keys and not _has_attribute(owner, name):
            found.append(Access(owner, KEYS, True))
        classes, held = self._look_up(its_type, name)
        if held is not None and not isinstance(held, _PLAIN_DESCRIPTORS) and hasattr(type(held), "__set__"):
            if not self._is_program(type(held)):
                found += self._reach.change((owner, held))
        return found + classes if classes else found

    def all_of(self, owner):
        """The object whose attributes are asked for all at once, as a dictionary or a list of names."""
        self._alias(owner)
        return [Access(owner, None, False), *_reads(owner if isinstance(owner, type) else type(owner), None)]

    def of_super(self, owner, name):
        """An attribute of what a class is derived from."""
        return self._read_of_class(owner if isinstance(owner, type) else type(owner), name)

    def _read_of_class(self, cls, name):
        key = cls, name, None
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _reads(cls, name)
        return known

    def _look_up(self, its_type, name):
        key = its_type, name
        known = self._known.get(key)
        if known is None:
            held = None
            for cls in _order_of_bases(its_type):
                attributes = _attributes_of_class(cls)
                if name in attributes:
                    held = attributes[name]
                    break
            known = self._known[key] = _reads(its_type, name), held
        return known

    def _is_program(self, cls):
        return cls.__module__ == "__main__"

    def _alias(self, owner):
        """Whoever has the dictionary of an object's attributes has the attributes."""
        if isinstance(owner, type):
            attributes = get_referents(_attributes_of_class(owner))[0]
        else:
            attributes = _own_attributes(owner)
        if type(attributes) is dict:
            self._reach.alias(attributes, owner)


def _reads(cls, name):
    """Looks at an attribute of a class, which those that it is derived from may have, too."""
    return [
        Access(each, name, False, f".{name}", "attribute")
        for each in _order_of_bases(cls)
        if each.__flags__ & _HEAP_TYPE and not each.__flags__ & _IMMUTABLE_TYPE
    ]


def _own_attributes(owner):
    """The dictionary of an object's attributes, if it has one that the program has not replaced."""
    for cls in _order_of_bases(type(owner)):
        attributes = _attributes_of_class(cls)
        if "__dict__" in attributes:
            getter = attributes["__dict__"]
            return getter.__get__(owner) if isinstance(getter, _GETTERS) else None
    return None


def _has_attribute(owner, name):
    if isinstance(owner, type):
        return name in _attributes_of_class(owner)
    attributes = _own_attributes(owner)
    # Slots have no order among each other.
    return attributes is None or name in attributes
