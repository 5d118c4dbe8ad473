"""Ends a program that ran to its last line without taking the interpreter apart.

After the functions of atexit, Python ends the program's own objects, which the program can
notice, and then frees all its other memory, which only takes time: the kernel is about to do the
same, and in a process that was forked from the template each page is copied before it is freed.
So for a program that ended plainly, what it can notice is done here, in Python's order
(Py_FinalizeEx in pylifecycle.c), and the process exits. Whatever is not plain is left to Python.
"""

import atexit
import ctypes
import gc
import os
import sys
import types
import weakref
from array import array
from collections import deque
from functools import partial
from operator import call

_libc = ctypes.PyDLL(None)
_untrack = ctypes.pythonapi.PyObject_GC_UnTrack
_track = ctypes.pythonapi.PyObject_GC_Track
_begun = False

#: Python has removed __file__ from the globals by now (pythonrun.c), unless it leaves with a
#: SystemExit: from 3.14 on also then. Without the global lock objects end in another order.
_CAN_TELL = sys.version_info < (3, 14) and "t" not in sys.abiflags

#: Where the modules that the template imported have the numbers of their names, and these numbers.
#: A dict has its size behind its count of references and its type (PyDictObject). To ask the dict
#: itself would write to its count, and so have its page copied.
_SIZE_IN_DICT = 2 * ctypes.sizeof(ctypes.c_void_p)
_places = array("Q")
_sizes = array("q")
_STILL_GROWING = ("__main__", "__mp_main__", "sys", "site", "sitecustomize")

#: finalize_modules in pylifecycle.c takes these away before the program's objects end.
_TAKEN_AWAY = ("path", "argv", "ps1", "ps2", "path_hooks", "path_importer_cache", "meta_path")

#: What is to be called at the end, one after the other by C alone: no frame of ours is to be seen
#: in the warnings that the program's objects give then.
_steps = []
_walk = map(call, _steps)

_lives = None
_kept = []


class _Sentinel:
    """Lives as long as the globals in which it lies."""


def install():
    """To be called before anything else registers with atexit: what is first there goes last."""
    atexit.register(deque(maxlen=0).extend, _walk)
    atexit.register(_prepare)


def freeze():
    """All that is there now is Python's own; programs need not look at it at their end."""
    _places.extend(
        id(vars(module)) + _SIZE_IN_DICT
        for name, module in sys.modules.items()
        if type(module) is types.ModuleType and name not in _STILL_GROWING
    )
    _sizes.extend(map(_size, _places))
    if "t" not in sys.abiflags:
        # The collector would write to each object, and so have it copied for each program.
        gc.freeze()


def begin():
    """This process is a program's, and no longer the template."""
    global _begun
    _begun = True
    main = sys.modules["__main__"]
    for each in (main, vars(main)):
        # These are the program's, and were frozen with the rest.
        _untrack(ctypes.py_object(each))
        _track(ctypes.py_object(each))


def _size(place):
    return ctypes.c_ssize_t.from_address(place).value


def _prepare():
    if not _is_plain() or not _flush():
        gc.unfreeze()
        return
    global _lives
    main = sys.modules["__main__"]
    sentinel = vars(main)["__sentinel__"] = _Sentinel()
    _lives = weakref.ref(sentinel)
    for name in _TAKEN_AWAY:
        setattr(sys, name, None)
    sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
    # Tracebacks have no source lines from here on: they are read with this.
    _kept.append(sys.modules.get("io"))
    sys.modules["io"] = None
    # multiprocessing has another name for the main module.
    names = [name for name, module in sys.modules.items() if module is main]
    _steps.append(atexit._clear)
    _steps.extend(partial(sys.modules.pop, name) for name in names)
    _steps.extend([gc.collect, _finish])


def _finish():
    """When somebody else holds on to the program's globals, the end is Python's after all."""
    if _lives() is None and _flush():
        _libc.fflush(None)
        os._exit(0)
    gc.unfreeze()


def _is_plain():
    """No exit code, no exception, no other thread, nothing left in Python's own modules, and
    nobody who watches how we do it.
    """
    main = sys.modules.get("__main__")
    return (
        _begun
        and type(main) is types.ModuleType
        and _CAN_TELL
        and "__file__" not in vars(main)
        and "__cached__" not in vars(main)
        and not any(hasattr(sys, name) for name in ("last_type", "last_value", "last_exc"))
        and len(sys._current_frames()) == 1
        and array("q", map(_size, _places)) == _sizes
        and not gc.callbacks
        and not gc.get_debug()
        and sys.gettrace() is None
        and sys.getprofile() is None
    )


def _flush():
    """False when that fails, which gives an exit code of its own."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
        return True
    except Exception:
        return False
