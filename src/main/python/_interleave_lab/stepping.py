"""Which code is stepped: the program's own, and not the models that it calls.

Up to Python 3.11 all code is several times slower in a thread that has a trace function, and each
call is announced. So a thread has one only while it follows the program's own code. From 3.12 on
events are of pieces of code, and nothing has to be done.
"""

import sys
from functools import wraps

if sys.version_info < (3, 12):
    _settrace, _gettrace = sys.settrace, sys.gettrace
    _trace = None

    def trace_with(function):
        """From now on steps are announced to this trace function."""
        global _trace
        _trace = function

    def stepped(function, *args, **kwargs):
        """Calls what is, or may call, the program's own code. To be called from code that is not."""
        _settrace(_trace)
        try:
            return function(*args, **kwargs)
        finally:
            _settrace(None)

    def unstepped(function):
        """For a function that the program calls and that is none of its own."""

        @wraps(function)
        def call(*args, **kwargs):
            if _gettrace() is None:
                return function(*args, **kwargs)
            _settrace(None)
            try:
                return function(*args, **kwargs)
            finally:
                _settrace(_trace)

        return call

else:

    def stepped(function, *args, **kwargs):
        """Calls what is, or may call, the program's own code."""
        return function(*args, **kwargs)

    def unstepped(function):
        """For a function that the program calls and that is none of its own."""
        return function
