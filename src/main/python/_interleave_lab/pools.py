"""A model of `concurrent.futures`, with the pool of threads."""

from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    InvalidStateError,
)
from collections import deque, namedtuple

from .current import Current, calls, passes, takes_up, touches, wait as wait_for
from .stepping import stepped, unstepped
from .tasks import GivenUp
from .threads import Thread, new_name

_MOST_WORKERS = 32
_PENDING, _RUNNING, _DONE, _CANCELLED = "pending", "running", "finished", "cancelled"
DoneAndNotDone = namedtuple("DoneAndNotDoneFutures", "done not_done")


class Future:
    """What a pool will answer."""

    kind = "result"

    def __init__(self):
        self._state, self._result, self._error = _PENDING, None, None
        self._callbacks = []

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
        touches(self, False)
        return self._is_over()

    def running(self):
        touches(self, False)
        return self._state == _RUNNING

    def cancelled(self):
        touches(self, False)
        return self._state == _CANCELLED

    @unstepped
    def cancel(self):
        touches(self)
        if self._state in (_RUNNING, _DONE):
            return False
        self._state = _CANCELLED
        self._tell()
        return True

    @unstepped
    def add_done_callback(self, function):
        touches(self)
        if self._is_over():
            stepped(function, self)
        else:
            self._callbacks.append(function)

    @unstepped
    def set_result(self, result):
        touches(self)
        if self._is_over():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state, self._result = _DONE, result
        self._tell()

    @unstepped
    def set_exception(self, error):
        touches(self)
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
        touches(self, False)
        came = wait_for(self, self._is_over, timeout)
        touches(self, False)
        if not came:
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
            stepped(function, self)


class ThreadPoolExecutor:
    """A pool of threads that take what was submitted, in its order."""

    kind = "pool"

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._most = min(max_workers or 4, _MOST_WORKERS)
        self._prefix = thread_name_prefix or new_name("ThreadPoolExecutor").replace("-1", "-0")
        self._initializer, self._initargs = initializer, initargs
        self._work, self._workers, self._resting = deque(), [], 0
        self._closed = False

    @unstepped
    def submit(self, function, /, *args, **kwargs):
        touches(self)
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        passes(self)
        self._work.append((future, function, args, kwargs))
        Current.execution.changed = True
        if len(self._work) > self._resting and len(self._workers) < self._most:
            worker = Thread(target=self._follow, name=f"{self._prefix}_{len(self._workers)}")
            self._workers.append(worker)
            worker.start()
        return future

    def map(self, function, *iterables, timeout=None, chunksize=1, buffersize=None):
        futures = [self.submit(function, *each) for each in zip(*iterables)]
        return (future.result(timeout) for future in futures)

    @unstepped
    def shutdown(self, wait=True, *, cancel_futures=False):
        touches(self)
        self._closed = True
        Current.execution.changed = True
        if cancel_futures:
            while self._work:
                self._work.popleft()[0].cancel()
        if wait:
            for worker in self._workers:
                worker.join()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown()

    def __repr__(self):
        return f"<ThreadPoolExecutor {len(self._work)} waiting>"

    @unstepped
    def _follow(self):
        if self._initializer:
            stepped(self._initializer, *self._initargs)
        while True:
            touches(self)
            self._resting += 1
            wait_for(self, lambda: self._work or self._closed)
            self._resting -= 1
            touches(self)
            if not self._work:
                return
            takes_up(self)
            self._do(*self._work.popleft())

    @staticmethod
    def _do(future, function, args, kwargs):
        touches(future)
        if future._state == _CANCELLED:
            return
        future._state = _RUNNING
        calls(function, args)
        try:
            result = stepped(function, *args, **kwargs)
        except GivenUp:
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = list(fs)

    def enough():
        over = [f for f in futures if f._is_over()]
        if return_when == FIRST_COMPLETED and over:
            return True
        failed = return_when == FIRST_EXCEPTION and any(f._error for f in over)
        return failed or len(over) == len(futures)

    for future in futures:
        touches(future, False)
    wait_for(futures[0] if futures else None, enough, timeout)
    for future in futures:
        touches(future, False)
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


__all__ = [
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "CancelledError", "Future",
    "InvalidStateError", "ThreadPoolExecutor", "as_completed", "wait",
]
