"""Models of the futures of `concurrent.futures`, and of how one waits for them."""

from collections import namedtuple
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    InvalidStateError,
)

from .current import Current, calls, passes, running, takes_up, touches, wait as wait_for
from .stepping import stepped, unstepped

_PENDING, _RUNNING, _DONE, _CANCELLED = "pending", "running", "finished", "cancelled"
DoneAndNotDone = namedtuple("DoneAndNotDoneFutures", "done not_done")
TimeoutError = TimeoutError

#: The parts of a future: whether it runs; its result; and who is to be called with that.
_STARTED, _RESULT, _CALLBACKS = "started", "result", "callbacks"


class Future:
    """What a pool will answer."""

    kind = "result"

    def __init__(self):
        self._state, self._result, self._error = _PENDING, None, None
        self._callbacks = []
        #: The number of the task that has set its result, where somebody asks for that.
        self.giver = None

    @unstepped
    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._result

    @unstepped
    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def done(self):
        touches(self, False, _RESULT)
        return self._is_over()

    def running(self):
        touches(self, False)
        return self._state == _RUNNING

    def cancelled(self):
        touches(self, False, _RESULT)
        return self._state == _CANCELLED

    @unstepped
    def cancel(self):
        touches(self)
        if self._state in (_RUNNING, _DONE):
            return False
        self._state = _CANCELLED
        self._tell()
        return True

    def set_running_or_notify_cancel(self):
        touches(self, True, _STARTED)
        if self._state == _CANCELLED:
            return False
        if self._state != _PENDING:
            raise InvalidStateError("Future in unexpected state")
        self._state = _RUNNING
        return True

    @unstepped
    def add_done_callback(self, function):
        touches(self, True, _CALLBACKS)
        touches(self, False, _RESULT)
        if self._is_over():
            self._call(function)
        else:
            self._callbacks.append(function)

    @unstepped
    def set_result(self, result):
        touches(self, True, _RESULT)
        if self._is_over():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state, self._result = _DONE, result
        self._tell()

    @unstepped
    def set_exception(self, error):
        touches(self, True, _RESULT)
        if self._is_over():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state, self._error = _DONE, error
        self._tell()

    def __repr__(self):
        return f"<Future {self._state}>"

    @property
    def is_empty(self):
        """Whether it tells nothing, or nothing yet."""
        return self._result is None and self._error is None

    def _wait(self, timeout):
        # Who waits for as long as it takes has nothing to find out: there is one result.
        wants = tuple if timeout is None else lambda: ((self, False, _RESULT),)
        if not wait_for(self, self._is_over, timeout, wants):
            raise TimeoutError
        takes_up(self)
        if self._state == _CANCELLED:
            raise CancelledError

    def _is_over(self):
        return self._state in (_DONE, _CANCELLED)

    def _tell(self):
        passes(self)
        Current.execution.changed = True
        for function in self._callbacks:
            self._call(function)

    def _call(self, function):
        calls(function, (self,))
        try:
            stepped(function, self)
        except Exception as error:
            Current.execution.failed(running(), error, "callback of a future")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = list(fs)

    def enough():
        over = [f for f in futures if f._is_over()]
        if return_when == FIRST_COMPLETED and over:
            return True
        failed = return_when == FIRST_EXCEPTION and any(f._error for f in over)
        return failed or len(over) == len(futures)

    # Who waits for all of them, for as long as it takes, has nothing to find out.
    all_of_them = return_when == ALL_COMPLETED and timeout is None
    wants = () if all_of_them else [(f, False, _RESULT) for f in futures]
    wait_for(futures[0] if futures else None, enough, timeout, lambda: wants)
    done = {f for f in futures if f._is_over()}
    for future in done:
        takes_up(future)
    return DoneAndNotDone(done, set(futures) - done)


def as_completed(fs, timeout=None):
    left = list(fs)
    while left:
        done = wait(left, timeout, FIRST_COMPLETED).done
        if not done:
            raise TimeoutError
        for future in [f for f in left if f in done]:
            left.remove(future)
            yield future
