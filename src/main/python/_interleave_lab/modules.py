"""The modules that a program in the lab finds: models of those that are about time and threads."""

import builtins
import functools
import sys
import time
import types
from weakref import finalize

from . import confinement, exits, libraries, pools, queues, threads
from .current import CLOCK, Current, touches, wait
from .idling import ASLEEP, goes_round
from .stepping import unstepped

#: What the lab has no model of, and why that is.
_REFUSED = {
    "multiprocessing": "processes",
    "subprocess": "processes",
    "asyncio": "coroutines",
    "socket": "the network",
    "select": "the network",
    "selectors": "the network",
    "signal": "signals",
    "concurrent.futures.process": "processes",
    "concurrent.futures.interpreter": "interpreters",
    "concurrent.interpreters": "interpreters",
    "_thread": "what lies below threading",
}


@unstepped
def _sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    execution = Current.execution
    task = execution.running
    if task.frame and goes_round(task, task.frame, task.offset, execution.handovers):
        execution.idles(task, ASLEEP)
    wait(_Sleep(seconds), lambda: False, max(seconds, 1e-9))


class _Sleep:
    kind = "sleep"

    def __init__(self, seconds):
        self.seconds = seconds


def _now():
    touches(CLOCK, False)
    return Current.execution.now


def _nanoseconds():
    return round(_now() * 1e9)


class Modules:
    """What `import` gives to the program, and the built-in functions that it has."""

    def __init__(self, randomness, confined=False):
        self._randomness = randomness
        self._models = {
            "threading": _module("threading", vars(threads), threads.__all__, threads.MORE),
            "queue": _module("queue", vars(queues), queues.__all__),
            "time": _time(),
            "random": randomness.module,
            "atexit": _module("atexit", vars(exits), exits.__all__),
            "functools": _functools(),
            **_concurrent(),
        }
        # For what the standard library registers, too.
        sys.modules["atexit"] = self._models["atexit"]
        self._libraries = libraries.Libraries(self._models)
        self._confined = confined
        if confined:
            self._models.update(confinement.modules())
        Current.threading = self._models["threading"]
        #: What they had before the program set anything; and the same of those that it may have set something of.
        self._contents = {each: dict(vars(each)) for each in self._models.values()}
        self._given = {}
        self._gives("atexit")
        self.builtins = dict(
            confinement.built_ins() if confined else vars(builtins), __import__=self._import,
            print=_print, input=_input, exit=_exit, quit=_exit,
        )

    def reset(self):
        """As at a program's start."""
        for module, content in self._given.items():
            if vars(module) != content:
                vars(module).clear()
                vars(module).update(content)
        self._libraries.reset()
        if finalize._registered_with_atexit:
            finalize._registry.clear()
            finalize._registered_with_atexit = finalize._shutdown = False
        self._randomness.reset()

    def _gives(self, name):
        """The program gets this module, and what is in it."""
        package = name.partition(".")[0]
        for each, model in self._models.items():
            if each.partition(".")[0] == package:
                self._given[model] = self._contents[model]

    def _import(self, name, globals=None, locals=None, fromlist=(), level=0):
        if level == 0:
            model = self._models.get(name)
            if model is not None:
                if model not in self._given:
                    self._gives(name)
                return model if fromlist or "." not in name else self._models["concurrent"]
            about = _REFUSED.get(name) or _REFUSED.get(name.partition(".")[0])
            if about:
                raise _refusal(name, about)
        if self._confined:
            raise ImportError(f"a challenge's program cannot use {name}")
        copy = self._libraries.find(name, fromlist) if level == 0 else None
        if copy is not None:
            # It has models, too.
            self._given = self._contents
            return copy
        return builtins.__import__(name, globals, locals, fromlist, level)


def _refusal(name, about):
    return ImportError(
        f"The lab schedules threads; {about} cannot be scheduled, so {name} is not to be had here."
    )


def _functools():
    module = types.ModuleType("functools")
    vars(module).update(vars(functools), cached_property=libraries.cached_property)
    return module


def _concurrent():
    futures = _module("concurrent.futures", vars(pools), pools.__all__)
    del futures.ThreadPoolExecutor
    futures.__getattr__ = _pool
    concurrent = types.ModuleType("concurrent")
    concurrent.futures = futures.thread = futures
    return {"concurrent": concurrent, "concurrent.futures": futures, "concurrent.futures.thread": futures}


def _pool(name):
    """Told when a pool is asked of concurrent.futures, or something that it has no model of."""
    if name == "ThreadPoolExecutor":
        pools.begin()
        return pools.ThreadPoolExecutor
    about = {"ProcessPoolExecutor": "processes", "InterpreterPoolExecutor": "interpreters"}.get(name)
    if about:
        raise _refusal(name, about)
    raise AttributeError(f"module 'concurrent.futures' has no attribute '{name}'")


def _module(name, namespace, names, more=()):
    module = types.ModuleType(name)
    for each in (*names, *more):
        setattr(module, each, namespace[each])
    module.__all__ = list(names)
    return module


def _time():
    module = types.ModuleType("time")
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(module, name, _now)
        setattr(module, name + "_ns", _nanoseconds)
    module.sleep = _sleep
    for name in ("strftime", "gmtime", "localtime", "ctime", "asctime", "struct_time", "mktime", "strptime"):
        setattr(module, name, getattr(time, name))
    return module


def _print(*values, sep=" ", end="\n", file=None, flush=False):
    if file is not None:
        touches(file)
        return builtins.print(*values, sep=sep, end=end, file=file, flush=flush)
    text = (sep if sep is not None else " ").join(map(str, values)) + ("\n" if end is None else end)
    if text:
        execution = Current.execution
        if Current.watcher is not None:
            touches(execution.output)
        execution.write(text)


def _input(prompt=""):
    raise EOFError("there is nobody to answer in the lab")


def _exit(code=None):
    raise SystemExit(code)


# Threads are called after what they do.
_print.__name__, _input.__name__, _exit.__name__, _sleep.__name__ = "print", "input", "exit", "sleep"
