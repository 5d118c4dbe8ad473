"""Tells the server what a thread is about to wait for, where the kernel alone cannot know it.

The kernel says that a thread waits for another one (in a futex); which kind of waiting that is, only
Python knows. Where it passes through Python's own code, that is told here, and only once the wait
has lasted a moment: a short one costs no message, and changes nothing for the program.
"""

import sys
import threading
from _queue import Empty, SimpleQueue

from _interleave_frames import WAIT, WAIT_END, send

#: Shorter waits are not told, in seconds: the server looks every 20 ms.
_MOMENT = 0.005

#: What somebody waits for who waits on a condition in the course of one of these functions.
_REASONS = {
    ("threading", "Event.wait"): b"event",
    ("threading", "Semaphore.acquire"): b"semaphore",
    ("threading", "Barrier.wait"): b"barrier",
    ("queue", "Queue.get"): b"queue",
    ("queue", "Queue.put"): b"queue",
    ("queue", "Queue.join"): b"queue",
    ("concurrent.futures._base", "Future.result"): b"result",
    ("concurrent.futures._base", "Future.exception"): b"result",
}
_DEEPEST = 5

_allocate = threading._allocate_lock
_condition_wait = threading.Condition.wait.__code__


class _Waiter:
    """The lock that Condition.wait() makes for one wait, and acquires twice."""

    __slots__ = ("_lock", "release")

    def __init__(self):
        self._lock = _allocate()
        self.release = self._lock.release

    def acquire(self, blocking=True, timeout=-1):
        acquire = self._lock.acquire
        if acquire(False):
            return True
        if not blocking or 0 <= timeout <= _MOMENT:
            return acquire(blocking, timeout)
        if acquire(True, _MOMENT):
            return True
        with _Told(_reason(sys._getframe(1).f_back)):
            return acquire(True, timeout if timeout < 0 else timeout - _MOMENT)


class _WorkQueue(SimpleQueue):
    """Where the threads of a pool wait for work."""

    def get(self, block=True, timeout=None):
        if not block or timeout is not None:
            return super().get(block, timeout)
        try:
            return super().get(True, _MOMENT)
        except Empty:
            with _Told(b"queue"):
                return super().get()


class _Seen:
    """A module as another module sees it, with some of it replaced."""

    def __init__(self, module, **replaced):
        vars(self).update(vars(module), **replaced)


class _Told:
    """A wait that is told at its beginning and its end."""

    __slots__ = ("_words",)

    def __init__(self, reason, task=""):
        self._words = reason + b"\0" + str(task).encode()

    def __enter__(self):
        send(WAIT, self._words)

    def __exit__(self, *_):
        send(WAIT_END)


def install():
    threading._allocate_lock = _lock_for
    if hasattr(threading.Thread, "_wait_for_tstate_lock"):
        _tell_joins()
    pool = sys.modules.get("concurrent.futures.thread")
    if pool:
        pool.queue = _Seen(pool.queue, SimpleQueue=_WorkQueue)


def _lock_for():
    """threading makes its inner locks with this; only those of a wait are ours."""
    return _Waiter() if sys._getframe(1).f_code is _condition_wait else _allocate()


def _reason(frame):
    """Why somebody waits on a condition, by who called for it."""
    for _ in range(_DEEPEST):
        if frame is None:
            break
        reason = _REASONS.get((frame.f_globals.get("__name__"), frame.f_code.co_qualname))
        if reason:
            return reason
        frame = frame.f_back
    return b"condition"


def _tell_joins():
    """Up to Python 3.12 a join waits in a function of its own, which raises nothing."""
    wait = threading.Thread._wait_for_tstate_lock
    shutdown = threading._shutdown

    def _wait_for_tstate_lock(self, block=True, timeout=-1):
        if not block or 0 <= timeout <= _MOMENT:
            return wait(self, block, timeout)
        wait(self, True, _MOMENT)
        if self._tstate_lock is not None:
            with _Told(b"join", self.native_id or ""):
                wait(self, True, timeout if timeout < 0 else timeout - _MOMENT)

    def _shutdown():
        if not threading._shutdown_locks:
            return shutdown()
        with _Told(b"join"):
            shutdown()

    threading.Thread._wait_for_tstate_lock = _wait_for_tstate_lock
    threading._shutdown = _shutdown
