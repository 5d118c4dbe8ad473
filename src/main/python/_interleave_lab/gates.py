"""Models of what lets tasks of `threading` pass: semaphores, events and barriers; see locks.py."""

from .current import Current, calls, passes, takes_up, touches, wait
from .locks import Waiter
from .stepping import stepped, unstepped


class Semaphore:
    """So many may have it at once.

    Those who take one while others are left, and those who give one back, can change places. Who takes
    the last one, finds none left, or has waited, cannot: whether one has to wait depends on who was before.
    """

    kind = "semaphore"

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    @unstepped
    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        seconds = timeout if blocking else 0
        if self._value > 1 and seconds is None:
            touches(self, False)
        # Who need not wait for ever can fail, where the others would only come later.
        elif not wait(self, self._is_free, seconds, lambda: ((self, True, None),)):
            return False
        self._value -= 1
        takes_up(self)
        return True

    @unstepped
    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        touches(self, self._is_almost_full(n))
        passes(self)
        self._value += n
        Current.execution.changed = True

    __enter__ = acquire

    @unstepped
    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        return f"<{type(self).__name__} value={self._value}>"

    def _is_free(self):
        return self._value > 0

    def _is_almost_full(self, n):
        """Whether one more could not be given back after so many."""
        return False


class BoundedSemaphore(Semaphore):
    """One that may not be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def _is_almost_full(self, n):
        return self._value + n >= self._most

    @unstepped
    def release(self, n=1):
        if self._value + n > self._most:
            touches(self)
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    """Tasks wait until it is set."""

    kind = "event"

    def __init__(self):
        self._set = False
        self._waiting = []

    @unstepped
    def is_set(self):
        touches(self, False)
        if self._set:
            takes_up(self)
        return self._set

    isSet = is_set

    @unstepped
    def set(self):
        touches(self)
        passes(self)
        self._set = True
        # They go on, even if it is cleared before they do.
        for waiter in self._waiting:
            waiter.woken = True
        self._waiting.clear()
        Current.execution.changed = True

    @unstepped
    def clear(self):
        touches(self)
        self._set = False

    @unstepped
    def wait(self, timeout=None):
        touches(self, False)
        waiter = Waiter(self)
        waiter.woken = self._set
        if not self._set:
            self._waiting.append(waiter)
        # Who waits for as long as it takes has been woken, and has nothing to find out.
        wants = tuple if timeout is None else lambda: ((self, False, None),)
        came = wait(waiter, lambda: waiter.woken, timeout, wants)
        if came:
            takes_up(self)
        else:
            self._waiting.remove(waiter)
        return came

    def __repr__(self):
        return f"<Event: {'set' if self._set else 'unset'}>"


class BrokenBarrierError(RuntimeError):
    """Somebody who was waited for at a barrier does not come."""


class Barrier:
    """So many wait until all are there, again and again."""

    kind = "barrier"

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties = parties
        self._action, self._timeout = action, timeout
        self._round = _Round()

    @unstepped
    def wait(self, timeout=None):
        touches(self)
        this = self._round
        if this.broken:
            raise BrokenBarrierError
        index = this.here
        this.here += 1
        passes(this)
        if this.here == self.parties:
            try:
                if self._action:
                    calls(self._action, ())
                    stepped(self._action)
            except BaseException:
                self._break(this)
                raise
            takes_up(this)
            passes(this)
            this.full = True
            self._round = _Round()
            Current.execution.changed = True
            return index
        seconds = self._timeout if timeout is None else timeout
        wants = tuple if seconds is None else lambda: ((self, True, None),)
        if not wait(self, lambda: this.full or this.broken, seconds, wants):
            self._break(this)
        if this.broken:
            takes_up(this)
            raise BrokenBarrierError
        takes_up(this)
        return index

    def reset(self):
        touches(self)
        if self._round.here:
            self._break(self._round)
        self._round = _Round()

    def abort(self):
        touches(self)
        self._break(self._round)

    @property
    def n_waiting(self):
        touches(self, False)
        return self._round.here

    @property
    def broken(self):
        touches(self, False)
        return self._round.broken

    def __repr__(self):
        return f"<Barrier {self._round.here} of {self.parties}>"

    @staticmethod
    def _break(this):
        passes(this)
        this.broken = True
        Current.execution.changed = True


class _Round:
    """One time that a barrier fills."""

    def __init__(self):
        self.here = 0
        self.full = self.broken = False
