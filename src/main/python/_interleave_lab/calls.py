"""What is touched by a call."""

import types

from . import effects
from .access import EVERYTHING, KEYS, Access, unknown
from .callees import OF_TYPES
from .peek import Nothing
from .reach import CLASS, ENGINE, ITERATOR, MODEL, OPAQUE, RECORD, is_made

_BUILTIN = types.BuiltinFunctionType

#: The models in these look at what they are given.
_LOOKING = {ENGINE + "modules", ENGINE + "randomness"}


class Calls:
    """Finds the accesses of calls, for one execution after the other."""

    def __init__(self, reach, attributes, holds_nothing):
        self._reach, self._attributes, self._holds_nothing = reach, attributes, holds_nothing
        self.begin()

    def begin(self):
        #: What was given to code that may keep it.
        self._escaped = []
        #: The code of functions that say themselves what they touch: the program's, and the models'.
        self._telling = set()

    def of(self, slots, arguments):
        """`slots` hold the function, behind which there may be what it is a method of."""
        present = [each for each in slots if each is not Nothing]
        if not present:
            return [EVERYTHING]
        return self.call(present[0], [*present[1:], *arguments])

    def call(self, function, arguments):
        """The call of a function; a list of accesses."""
        kind = type(function)
        if kind is types.FunctionType:
            return self._of_python(function, arguments)
        if kind is types.MethodType:
            return self.call(function.__func__, [function.__self__, *arguments])
        if kind is _BUILTIN or kind is types.MethodWrapperType:
            return self._of_builtin(function, arguments)
        if kind in OF_TYPES:
            return self._of_method(function.__objclass__, function.__name__, arguments)
        if isinstance(function, type):
            return self._of_class(function, arguments)
        return self._of_object(function, arguments)

    def _of_python(self, function, arguments):
        code = function.__code__
        if code in self._telling:
            return []
        if self._reach.is_program(function):
            self._telling.add(code)
            return []
        module = function.__globals__.get("__name__", "")
        if module in _LOOKING:
            # As print() looks at what it is given.
            return self._reach.look(arguments)
        if module.startswith(ENGINE):
            self._telling.add(code)
            return []
        effect = effects.FUNCTIONS.get((module, function.__qualname__))
        if effect is not None:
            return self._apply(effect, arguments)
        if is_made(function):
            # Made for a class, as of a dataclass or a named tuple: works on what it is given.
            return self._reach.change((), *arguments)
        return self._unknown(module, arguments, function)

    def _of_builtin(self, function, arguments):
        owner = function.__self__
        if owner is None or type(owner) is types.ModuleType:
            effect = effects.FUNCTIONS.get((function.__module__, function.__name__))
            if effect is not None:
                return self._apply(effect, arguments)
            return self._unknown(function.__module__ or "", arguments)
        if isinstance(owner, type):
            return self._of_method(owner, function.__name__, arguments)
        return self._of_method(type(owner), function.__name__, [owner, *arguments])

    def _of_method(self, cls, name, arguments):
        """A method that is no Python code: of its owner, the first of the arguments."""
        effect = effects.BASIC.get((cls.__name__, name)) if cls.__module__ == "builtins" else None
        if effect is None and arguments and name in ("__getattribute__", "__setattr__", "__delattr__"):
            effect = effects.BASIC["object", name]
        if effect is not None:
            return self._apply(effect, arguments)
        if cls in effects.FIXED:
            if name in effects.STATE_METHODS:
                return self._reach.look(arguments, True)
            return self._reach.look(arguments)
        known = effects.METHODS.get(cls)
        if known is not None and name in known and arguments:
            if name in ("get", "setdefault", "pop") and len(arguments) > 1 and type(arguments[0]) is dict:
                return [*self.item(arguments[0], arguments[1], name != "get"), *self._reach.look(arguments[1:2])]
            return self._apply(known[name], arguments)
        return self._unknown(cls.__module__, arguments, type_name=cls.__name__)

    def _of_class(self, cls, arguments):
        """The making of an object, or what else a class does when it is called."""
        if type(cls) is type:
            effect = effects.FUNCTIONS.get((cls.__module__, cls.__qualname__))
            if effect is not None and cls.__module__ != "__main__":
                return self._apply(effect, arguments)
            kind = self._reach.kind_of_type(cls)
            if kind in (OPAQUE, MODEL, RECORD) or issubclass(cls, BaseException):
                return []
        return self._unknown(cls.__module__, arguments, cls, cls.__name__)

    def _of_object(self, function, arguments):
        if self._reach.kind(function) in (OPAQUE, MODEL, RECORD):
            return []
        cls = type(function)
        return self._unknown(cls.__module__, [function, *arguments], type_name=cls.__name__)

    def _apply(self, effect, arguments):
        reach = self._reach
        if effect is effects.NOTHING:
            return []
        if effect is effects.SHALLOW:
            return [a for each in arguments for a in self.whole(each, False)]
        if effect is effects.LOOKS:
            return reach.look(arguments)
        if effect is effects.STATE:
            return reach.look(arguments, True)
        if effect is effects.CHANGES:
            return [*self.whole(arguments[0], True), *reach.look(arguments)]
        if effect is effects.ADVANCES:
            return reach.change(arguments[:1])
        if effect is effects.ALL_ATTRIBUTES:
            return self._attributes.all_of(arguments[0]) if arguments else [EVERYTHING]
        if effect is effects.TESTS:
            return reach.look(arguments, True) if not _are_plain(arguments[1:]) else []
        if effect is effects.CLASS:
            return reach.look(arguments) if len(arguments) > 1 else []
        if effect in (effects.READ_ATTRIBUTE, effects.WRITE_ATTRIBUTE):
            if len(arguments) < 2 or type(arguments[1]) is not str:
                return [EVERYTHING]
            change = self._attributes.write if effect is effects.WRITE_ATTRIBUTE else self._attributes.read
            return change(arguments[0], arguments[1])
        return [EVERYTHING]

    def _unknown(self, module, values, called=None, type_name=""):
        """A call, with some values, of code of which nothing is known but from where it is."""
        if module in effects.CLOSED_MODULES or (module, type_name) in effects.CLOSED_TYPES:
            return self._reach.change(values) if called is None else self._reach.change(values, called)
        if self._holds_nothing:
            return [EVERYTHING]
        self._escaped.extend(values if called is None else [called, *values])
        return [unknown(), *self._reach.change(values), *self._reach.change((), *self._escaped)]

    # What operations of the language share with calls.

    def whole(self, value, writes):
        """A value, and nothing of what is in it."""
        if type(value) in effects.CONTAINERS:
            if type(value) in effects.FIXED:
                return ()
            return [Access(self._reach.thing(value), None, writes, "", "item")]
        return self._reach.change((value,)) if writes else self._reach.look((value,))

    def item(self, container, key, writes):
        """An item of a dictionary; one that is not there yet changes which there are."""
        thing = self._reach.thing(container)
        if type(key) not in (str, int):
            return [Access(thing, None, writes, f"[{_shown(key)}]", "item")]
        found = [Access(thing, key, writes, f"[{key!r}]", "item")]
        if writes and key not in container:
            found.append(Access(thing, KEYS, True))
        return found

    def operation(self, values):
        """An operation of the language on values, which their types carry out."""
        reach = self._reach
        for each in values:
            kind = reach.kind(each)
            if kind < CLASS or kind is CLASS and type(each) is type:
                continue
            module, name = type(each).__module__, type(each).__name__
            if kind is ITERATOR and module in effects.CLOSED_MODULES:
                continue
            # What that type does is known no better than a call of it.
            return self._unknown("builtins" if module == "__main__" else module, values, type_name=name)
        return reach.look(values)


def _are_plain(classes):
    """Whether classes, or tuples of them, leave it to Python to say what is of them."""
    return all(
        type(each) is type or type(each) is tuple and all(type(one) is type for one in each) for each in classes
    )


def _shown(key):
    return repr(key) if type(key) in (bytes, bool, float, type(None)) else "..."
