"""A model of `atexit`: functions that are called when the program ends."""

import sys

from . import remaining, uncaught
from .current import Current, calls, touches
from .stepping import stepped, unstepped
from .tasks import GivenUp

_FAILED = "Exception ignored in atexit callback"


@unstepped
def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    exits = Current.execution.exits
    touches(exits)
    exits.append([func, args, kwargs])
    return func


def unregister(func, /):
    exits = Current.execution.exits
    touches(exits)
    exits[:] = [each for each in exits if each[0] != func]


def _clear():
    touches(Current.execution.exits)
    Current.execution.exits.clear()


def _ncallbacks():
    touches(Current.execution.exits, False)
    return len(Current.execution.exits)


def call_all():
    """Calls them, the last one first. Those that are registered meanwhile are not called."""
    execution = Current.execution
    exits = execution.exits
    touches(exits)
    for each in reversed(list(exits)):
        function, args, kwargs = each
        if all(each is not other for other in exits):
            continue
        remaining.go_first(execution)
        calls(function, args)
        try:
            stepped(function, *args, **kwargs)
        except GivenUp:
            raise
        except BaseException as error:
            if sys.version_info >= (3, 13):
                uncaught.not_to_be_raised(error, f"{_FAILED} {function!r}", None)
            else:
                uncaught.not_to_be_raised(error, _FAILED, function)
    exits.clear()


_run_exitfuncs = call_all

__all__ = ["_clear", "_ncallbacks", "_run_exitfuncs", "register", "unregister"]
