"""Models of the locks of `threading`, and of its conditions.

They behave as Python's documentation says. Nobody really waits: a task that has to is not chosen
until it need not any longer. Who of several waiting tasks goes first is open, as it is in Python.
"""

from .current import Current, calls, passes, running, takes_up, touches, wait
from .stepping import unstepped


def _timeout(blocking, timeout):
    """Seconds to wait at most, None for no end; as Python checks them."""
    if not blocking:
        if timeout not in (-1, None):
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout is None or timeout == -1:
        return None
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    return timeout


def _taking(lock, seconds):
    """What a task touches that takes a lock. Who does not wait for as long as it takes can miss it."""
    take = lock, True, "take"
    return lambda: (take,) if seconds is None else (take, (lock, False, "free"))


class Lock:
    """One that anybody may release."""

    kind = "lock"

    def __init__(self):
        self._holder = None

    @unstepped
    def acquire(self, blocking=True, timeout=-1):
        seconds = _timeout(blocking, timeout)
        came = wait(self, self._is_free, seconds, _taking(self, seconds))
        if not came:
            return False
        self._holder = running()
        takes_up(self)
        return True

    @unstepped
    def release(self):
        touches(self, True, "free")
        if self._holder is not running():
            # Then it can come before or after somebody takes it.
            touches(self, True, "take")
        if self._holder is None:
            raise RuntimeError("release unlocked lock")
        passes(self)
        self._holder = None
        Current.execution.changed = True

    def locked(self):
        touches(self, False)
        return self._holder is not None

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    __enter__ = acquire

    @unstepped
    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._holder else 'unlocked'} lock>"

    def _is_free(self):
        return self._holder is None


class RLock:
    """One that its holder may take again."""

    kind = "lock"

    def __init__(self):
        self._holder = None
        self._times = 0

    @unstepped
    def acquire(self, blocking=True, timeout=-1):
        seconds = _timeout(blocking, timeout)
        task = running()
        if self._holder is task:
            self._times += 1
            return True
        came = wait(self, self._is_free, seconds, _taking(self, seconds))
        if not came:
            return False
        self._holder, self._times = task, 1
        takes_up(self)
        return True

    @unstepped
    def release(self):
        if self._holder is not running():
            raise RuntimeError("cannot release un-acquired lock")
        self._times -= 1
        if not self._times:
            self._let_go()

    __enter__ = acquire

    @unstepped
    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._holder else 'unlocked'} RLock>"

    def _let_go(self):
        touches(self, True, "free")
        passes(self)
        self._holder, self._times = None, 0
        Current.execution.changed = True

    def _is_free(self):
        return self._holder is None

    # What a condition does with it.

    def _release_all(self):
        times = self._times
        self._let_go()
        return times

    def _acquire_again(self, times):
        self.acquire()
        self._times = times


class Condition:
    """Tasks wait on it until another one notifies."""

    kind = "condition"

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._waiting = []
        #: Where somebody notified and nobody waited: (task, line).
        self.unheard = None
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    @unstepped
    def __exit__(self, *_):
        return self._lock.__exit__()

    @unstepped
    def wait(self, timeout=None):
        self._check("wait on")
        waiter = Waiter(self)
        touches(self)
        self._waiting.append(waiter)
        times = self._lock._release_all() if isinstance(self._lock, RLock) else self._lock.release()
        # Who waits for as long as it takes has been woken, and has nothing to find out.
        wants = tuple if timeout is None else lambda: ((self, True, None),)
        came = wait(waiter, lambda: waiter.woken, None if timeout is None else max(0, timeout), wants)
        if came:
            takes_up(waiter)
        else:
            self._waiting.remove(waiter)
        if times:
            self._lock._acquire_again(times)
        else:
            self._lock.acquire()
        return came

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else Current.execution.now + timeout
        calls(predicate, ())
        result = predicate()
        while not result:
            left = None if end is None else end - Current.execution.now
            if left is not None and left <= 0:
                break
            self.wait(left)
            calls(predicate, ())
            result = predicate()
        return result

    @unstepped
    def notify(self, n=1):
        self._check("notify on")
        touches(self)
        if not self._waiting and n > 0:
            self.unheard = Current.execution.here()
        for waiter in self._waiting[:n]:
            passes(waiter)
            waiter.woken = True
        del self._waiting[:n]
        Current.execution.changed = True

    def notify_all(self):
        self.notify(max(1, len(self._waiting)))

    notifyAll = notify_all

    def __repr__(self):
        return f"<Condition({self._lock!r}, {len(self._waiting)})>"

    def _check(self, what):
        # As in Python, a plain lock does not know whose it is.
        holder = self._lock._holder
        if holder is not running():
            touches(self._lock, False)
        if holder is None or isinstance(self._lock, RLock) and holder is not running():
            raise RuntimeError(f"cannot {what} un-acquired lock")


class Waiter:
    """One task that waits until it is woken: on a condition, or for an event."""

    def __init__(self, on):
        self.on, self.kind = on, on.kind
        self.woken = False
