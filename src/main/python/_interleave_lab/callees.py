"""What functions do to values when other code calls them with these: the key of a sort is such a function."""

import operator
import types
from functools import partial

from . import effects

_LOOKING = {effects.NOTHING, effects.SHALLOW, effects.LOOKS}
_LOOKING_AT_ATTRIBUTES = {effects.STATE, effects.READ_ATTRIBUTE, effects.ALL_ATTRIBUTES, effects.TESTS}

_order_of_bases = type.__dict__["__mro__"].__get__

#: Methods that are asked of their type.
OF_TYPES = (types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType)

#: They call nothing but what they hold, and what is behind that is looked at anyway.
_HOLDING = (operator.itemgetter, partial)


def only_looks(value, state):
    """Whether a value that is no function of the program's, if it is called, only looks at what it is given:
    with `state` also at attributes of objects. So does what cannot be called. What it is a method of is
    not asked about."""
    kind = type(value)
    if kind is types.FunctionType:
        return _is_looking(effects.FUNCTIONS.get((value.__module__, value.__qualname__)), state)
    if kind is types.BuiltinFunctionType or kind is types.MethodWrapperType:
        owner = value.__self__
        if owner is None or type(owner) is types.ModuleType:
            return _is_looking(effects.FUNCTIONS.get((value.__module__, value.__name__)), state)
        return _is_looking(_of_values(owner if isinstance(owner, type) else type(owner), value.__name__), state)
    if kind in OF_TYPES:
        known = effects.METHODS.get(value.__objclass__)
        effect = known.get(value.__name__) if known else _of_values(value.__objclass__, value.__name__)
        return _is_looking(effect, state)
    return kind in _HOLDING or not _is_called(kind)


def _is_called(cls):
    """Whether objects of a class can be called. The class itself can, so it cannot be asked for that."""
    return any("__call__" in vars(each) for each in _order_of_bases(cls))


def _of_values(cls, name):
    """What a method does to its arguments."""
    if cls in effects.FIXED and name in effects.STATE_METHODS:
        return effects.STATE
    return effects.LOOKS if cls in effects.CONTAINERS or cls in effects.FIXED else effects.ALL


def _is_looking(effect, state):
    return effect in _LOOKING or state and effect in _LOOKING_AT_ATTRIBUTES
