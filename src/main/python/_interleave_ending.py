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

_libc = ctypes.PyDLL(None)
_begun = False

#: The modules that the template imported, and how many names were in each.
_modules = []

#: finalize_modules in pylifecycle.c takes these away before the program's objects end.
_TAKEN_AWAY = ("path", "argv", "ps1", "ps2", "path_hooks", "path_importer_cache", "meta_path")


class _Sentinel:
    """Lives as long as the globals in which it lies."""


def install():
    """To be called before anything else registers with atexit: what is first there goes last."""
    atexit.register(_end)


def freeze():
    """All that is there now is Python's own; programs need not look at it at their end."""
    _modules.extend(
        (vars(module), len(vars(module)))
        for name, module in sys.modules.items()
        if type(module) is types.ModuleType and name not in ("sys", "__main__", "__mp_main__")
    )
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
        ctypes.pythonapi.PyObject_GC_UnTrack(ctypes.py_object(each))
        ctypes.pythonapi.PyObject_GC_Track(ctypes.py_object(each))


def _end():
    if _is_plain() and _flush():
        atexit._clear()
        for name in _TAKEN_AWAY:
            setattr(sys, name, None)
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
        if _end_globals() and _flush():
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
        # Python has removed these (pythonrun.c), unless it is on its way out with a SystemExit.
        and "__file__" not in vars(main)
        and "__cached__" not in vars(main)
        and not any(hasattr(sys, name) for name in ("last_type", "last_value", "last_exc"))
        and len(sys._current_frames()) == 1
        and all(len(names) == size for names, size in _modules)
        and not gc.callbacks
        and not gc.get_debug()
        and sys.gettrace() is None
        and sys.getprofile() is None
    )


def _end_globals():
    """Drop what the program holds; false when somebody else holds on to its globals."""
    main = sys.modules["__main__"]
    sentinel = vars(main)["__sentinel__"] = _Sentinel()
    lives = weakref.ref(sentinel)
    # multiprocessing has another name for it.
    for name in [name for name, module in sys.modules.items() if module is main]:
        del sys.modules[name]
    del main, sentinel
    gc.collect()
    return lives() is None


def _flush():
    """False when that fails, which gives an exit code of its own."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
        return True
    except Exception:
        return False
