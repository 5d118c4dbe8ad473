"""Modules of the standard library that a program gets a copy of its own of, in each execution.

These hold locks while they call the program's code, start threads, or wait. In a copy all that is done
by models, as its imports give those: with a real lock, a task that is stopped in the program's code
would make the real thread of another one wait, where no schedule reaches. And what the program sets in a
copy, such as the handlers of its log, is gone in the next execution.
"""

import builtins
import importlib.util
import os
import types
from functools import cached_property as _cached_property
from functools import wraps

from .current import touches
from .locks import RLock

_COPIED = {"logging", "logging.config", "logging.handlers", "sched"}


class Libraries:
    """The copies of the execution that is under way, and how each is made."""

    def __init__(self, models):
        self._models = models
        self._copies = {}
        #: {name: (specification, code)}
        self._sources = {}
        self._builtins = dict(vars(builtins), __import__=self._import)

    def reset(self):
        self._copies.clear()

    def find(self, name, fromlist):
        """What `import` gives for the name of such a module; None when it is of no such."""
        if name not in _COPIED:
            return None
        module = self._copy(name)
        for each in fromlist or ():
            if f"{name}.{each}" in _COPIED:
                self._copy(f"{name}.{each}")
        return module if fromlist else self._copy(name.partition(".")[0])

    def _import(self, name, globals=None, locals=None, fromlist=(), level=0):
        """What a copy imports."""
        if level == 0:
            model = self._models.get(name)
            if model is not None and (fromlist or "." not in name):
                return model
            copy = self.find(name, fromlist)
            if copy is not None:
                return copy
        return builtins.__import__(name, globals, locals, fromlist, level)

    def _copy(self, name):
        module = self._copies.get(name)
        if module is None:
            parent, _, own_name = name.rpartition(".")
            around = self._copy(parent) if parent else None
            module = self._copies[name] = self._load(name)
            if around is not None:
                setattr(around, own_name, module)
        return module

    def _load(self, name):
        if name not in self._sources:
            spec = importlib.util.find_spec(name)
            self._sources[name] = spec, spec.loader.get_code(name)
        spec, code = self._sources[name]
        module = types.ModuleType(name)
        module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
        module.__file__, module.__builtins__ = spec.origin, self._builtins
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        # What is registered there stays as long as the process does.
        register, os.register_at_fork = os.register_at_fork, lambda **_: None
        try:
            exec(code, vars(module))
        finally:
            os.register_at_fork = register
        if name == "logging":
            _tell_of_logging(module)
        return module


def _tell_of_logging(logging):
    """Makes a copy of logging tell what it looks at and changes, where it has no lock."""

    def looks(function):
        @wraps(function)
        def call(logger, *arguments):
            touches(logging, False)
            each = logger
            while each is not None:
                touches(each, False)
                touches(each.handlers, False)
                for handler in each.handlers:
                    touches(handler, False)
                each = each.parent
            return function(logger, *arguments)

        return call

    def changes(function):
        @wraps(function)
        def call(thing, *arguments):
            touches(thing)
            return function(thing, *arguments)

        return call

    def disables(*arguments, **named):
        touches(logging)
        return disable(*arguments, **named)

    disable = logging.disable
    logging.disable = wraps(disable)(disables)
    for name in ("isEnabledFor", "callHandlers"):
        setattr(logging.Logger, name, looks(getattr(logging.Logger, name)))
    for kind, names in (
        (logging.Filterer, ("addFilter", "removeFilter")),
        (logging.Handler, ("setLevel", "setFormatter")),
        (logging.Logger, ("addHandler", "removeHandler", "setLevel")),
    ):
        for name in names:
            setattr(kind, name, changes(getattr(kind, name)))


class cached_property(_cached_property):
    """As that of functools, which holds a lock up to Python 3.11."""

    __module__, __doc__ = "functools", _cached_property.__doc__

    def __init__(self, func):
        super().__init__(func)
        if hasattr(self, "lock"):
            self.lock = RLock()

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        touches(instance, True, self.attrname)
        value = super().__get__(instance, owner)
        touches(instance, True, self.attrname)
        return value
