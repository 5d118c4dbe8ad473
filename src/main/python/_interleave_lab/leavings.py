"""Objects of a program that are there when it ends, and have a method that is to be called then.

CPython calls `__del__` of each while it takes down the modules, where nobody was cut off.
"""

import gc

from . import uncaught
from .stepping import stepped
from .tasks import GivenUp


def are_possible(codes):
    """Whether there may be such, as far as a program's pieces of code tell."""
    return any(code.co_name == "__del__" for code in codes)


def delete_all(variables):
    """Calls the method of each, of the program that has these global variables."""
    for thing in _found(variables):
        method = type(thing).__del__
        try:
            stepped(method, thing)
        except GivenUp:
            raise
        except BaseException as error:
            uncaught.not_to_be_raised(error, None, method)


def forget(variables):
    """Sees to it that none of them is called any more, as the execution is over."""
    for kind in {type(thing) for thing in _found(variables)}:
        for each in kind.__mro__:
            if _is_of(each, variables):
                del each.__del__


def _found(variables):
    """The oldest ones first, as they mostly go."""
    found = {}
    # Without a GIL there are no generations, and each of these is all that there is.
    for generation in (2, 1, 0):
        for thing in gc.get_objects(generation=generation):
            if any(_is_of(each, variables) for each in type(thing).__mro__):
                found[id(thing)] = thing
    return list(found.values())


def _is_of(kind, variables):
    method = vars(kind).get("__del__")
    return getattr(method, "__globals__", None) is variables
