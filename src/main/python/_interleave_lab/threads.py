"""A model of `threading`: threads are tasks of the execution."""

import sys
from contextvars import Context, copy_context

from . import gates, locks, uncaught
from .current import Current, calls, passes, running, takes_up, touches, wait
from .stepping import stepped, unstepped
from .tasks import GivenUp

Lock, RLock, Condition = locks.Lock, locks.RLock, locks.Condition
Semaphore, BoundedSemaphore = gates.Semaphore, gates.BoundedSemaphore
Event, Barrier, BrokenBarrierError = gates.Event, gates.Barrier, gates.BrokenBarrierError
ThreadError = RuntimeError
ExceptHookArgs = uncaught.ExceptHookArgs
excepthook = __excepthook__ = uncaught.usual_thread_hook
TIMEOUT_MAX = 9223372036.0

_FIRST_IDENT = 1000

#: Whether a thread begins with what its starter has set in its context.
_INHERITS_CONTEXT = getattr(sys.flags, "thread_inherit_context", False)

#: Threads beside the main one; a sandbox may have few more.
_MOST_ALIVE = 56


class Thread:
    """A thread of the program."""

    kind = "thread"

    @unstepped
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self._name = str(name) if name else new_name("Thread", target)
        self._daemon = running().daemon if daemon is None else bool(daemon)
        self._context = context
        self._task = None

    @unstepped
    def start(self):
        if self._task is not None:
            raise RuntimeError("threads can only be started once")
        execution = Current.execution
        if execution.alive > _MOST_ALIVE:
            raise RuntimeError(f"can't start new thread: the lab has room for {_MOST_ALIVE} at once")
        if self._context is None:
            self._context = copy_context() if _INHERITS_CONTEXT else Context()
        self._task = execution.start(self._name, self._bootstrap, self._daemon, self)
        if Current.watcher is not None:
            touches(self)
            touches(execution.tasks, True, self._task.number)
            passes(self)

    @property
    def begins_in(self):
        """The function with which it begins."""
        return self._target if type(self).run is Thread.run else self.run

    def run(self):
        if self._target is not None:
            if Current.watcher is not None:
                calls(self._target, self._args)
            self._target(*self._args, **self._kwargs)

    @unstepped
    def join(self, timeout=None):
        if self._task is None:
            raise RuntimeError("cannot join thread before it is started")
        if self._task is running():
            raise RuntimeError("cannot join current thread")
        seconds = None if timeout is None else max(0, timeout)
        if seconds is not None:
            touches(Current.execution.tasks, False, self._task.number)
        came = wait(self, self._has_ended, seconds)
        if seconds is not None:
            touches(Current.execution.tasks, False, self._task.number)
        # Who waits for as long as it takes has nothing to find out: it comes after the end.
        if came:
            takes_up(self._task)

    def is_alive(self):
        touches(self, False)
        if self._task is None:
            return False
        touches(Current.execution.tasks, False, self._task.number)
        return not self._has_ended()

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)
        if self._task:
            self._task.name = self._name

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        if self._task is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemon = daemon

    @property
    def ident(self):
        return _FIRST_IDENT + self._task.number if self._task else None

    native_id = ident

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemon):
        self.daemon = daemon

    def __repr__(self):
        state = "initial" if self._task is None else "stopped" if self._has_ended() else "started"
        return f"<{type(self).__name__}({self._name}, {state})>"

    def _bootstrap(self):
        takes_up(self)
        try:
            self._context.run(stepped, self.run)
        except GivenUp:
            raise
        except BaseException as error:
            uncaught.in_thread(self, error)
        finally:
            if Current.watcher is not None:
                touches(Current.execution.tasks, True, self._task.number)
                passes(self._task)

    def _has_ended(self):
        return self._task.state == "done" or self._task.left


class Timer(Thread):
    """Calls a function after some time, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=None)
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            calls(self.function, self.args)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _Main(Thread):
    """The thread that the program begins with."""

    def __init__(self, task):
        self._name, self._daemon, self._task = "MainThread", False, task


class local:
    """Attributes that each thread has its own of."""

    kind = "local"

    def __new__(cls, /, *args, **kwargs):
        own = super().__new__(cls)
        object.__setattr__(own, "_made_with", (args, kwargs))
        running().locals[own] = {}
        return own

    def __getattribute__(self, name):
        if name.startswith("__") and name != "__dict__":
            return object.__getattribute__(self, name)
        values = _values_of(self)
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _values_of(self)[name] = value

    def __delattr__(self, name):
        try:
            del _values_of(self)[name]
        except KeyError:
            raise AttributeError(name) from None


def _values_of(own):
    all_values = running().locals
    values = all_values.get(own)
    if values is None:
        values = all_values[own] = {}
        if type(own) is not local:
            # As in Python, a class derived of it is set up in each thread anew.
            arguments, named = object.__getattribute__(own, "_made_with")
            own.__init__(*arguments, **named)
    return values


def current_thread():
    task = running()
    if task.thread is None:
        task.thread = _Main(task) if task.number == 0 else Thread(name=task.name)
        task.thread._task = task
    return task.thread


def main_thread():
    task = Current.execution.tasks[0]
    task.thread = task.thread or _Main(task)
    return task.thread


def get_ident():
    return _FIRST_IDENT + running().number


get_native_id = get_ident


def enumerate():
    touches(Current.execution.tasks, False)
    return [t.thread or main_thread() for t in Current.execution.tasks if t.state != "done"]


def active_count():
    return len(enumerate())


def _register_atexit(function, *args, **kwargs):
    """Has it called when the main thread has ended, before others are waited for."""
    execution = Current.execution
    touches(execution.hooks)
    if execution.shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    execution.hooks.append(lambda: function(*args, **kwargs))


def settrace(_):
    raise RuntimeError("the lab steps the program itself: settrace() is not to be had here")


setprofile = settrace
currentThread, activeCount = current_thread, active_count


def stack_size(_=0):
    return 0


def new_name(word, target=None):
    counts = Current.execution.counts
    if Current.watcher is not None:
        touches(counts, True, word)
    counts[word] = counts.get(word, 0) + 1
    try:
        of = f" ({target.__name__})" if target is not None else ""
    except AttributeError:
        of = ""
    return f"{word}-{counts[word]}{of}"


__all__ = [
    "Barrier", "BoundedSemaphore", "BrokenBarrierError", "Condition", "Event", "ExceptHookArgs", "Lock",
    "RLock", "Semaphore", "Thread", "ThreadError", "TIMEOUT_MAX", "Timer", "active_count",
    "current_thread", "enumerate", "excepthook", "get_ident", "get_native_id", "local", "main_thread",
    "setprofile", "settrace", "stack_size",
]

#: What the module has beside those.
MORE = ["__excepthook__", "_register_atexit", "activeCount", "currentThread"]
