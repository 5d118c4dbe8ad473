"""A model of `concurrent.futures`, with the pool of threads."""

from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    BrokenExecutor,
    CancelledError,
    Executor,
    InvalidStateError,
)
from concurrent.futures.thread import BrokenThreadPool
from collections import deque, namedtuple

from .current import Current, calls, passes, running, takes_up, touches, wait as wait_for
from .stepping import stepped, unstepped
from .tasks import GivenUp
from .threads import Thread, _register_atexit, new_name

_MOST_WORKERS = 32
_PENDING, _RUNNING, _DONE, _CANCELLED = "pending", "running", "finished", "cancelled"
DoneAndNotDone = namedtuple("DoneAndNotDoneFutures", "done not_done")
TimeoutError = TimeoutError
_BROKEN = "A thread initializer failed, the thread pool is not usable anymore"


class _Pools:
    """All pools of an execution. They are shut down when the main thread ends."""

    def __init__(self):
        self.are_shut = False
        #: The threads of all pools, as they were started, each with its pool.
        self.workers = []

    def shut(self):
        """As _python_exit() of concurrent.futures.thread: workers do what they were given, and end."""
        touches(self)
        self.are_shut = True
        workers = list(self.workers)
        for _, pool in workers:
            pool._let_end()
        Current.execution.changed = True
        for worker, _ in workers:
            worker.join()


def begin():
    """The program gets at pools. RuntimeError when it ends already."""
    execution = Current.execution
    if execution.pools is None:
        made = _Pools()
        _register_atexit(made.shut)
        execution.pools = made


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


class ThreadPoolExecutor(Executor):
    """A pool of threads that take what was submitted, in its order."""

    kind = "pool"

    #: What is touched of it: one end of its queue of work by those who submit, and the other by workers;
    #: whether it takes more; and how many workers are idle, which submit() asks while there may be more.
    _SUBMITS, _TAKES, _CLOSED, _IDLE = "submits", "takes", "closed", "idle"

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._most = min(max_workers or 4, _MOST_WORKERS)
        self._prefix = thread_name_prefix or new_name("ThreadPoolExecutor").replace("-1", "-0")
        self._initializer, self._initargs = initializer, initargs
        self._work, self._workers, self._resting = deque(), [], 0
        #: No more work is taken; workers end once there is none left; and why that is, if it is broken.
        self._closed = self._ends = False
        self._broken = None
        #: Stands for that workers are to end, as that is told.
        self._ending = object()

    @unstepped
    def submit(self, function, /, *args, **kwargs):
        pools = Current.execution.pools
        touches(self, False, self._CLOSED)
        touches(pools, False)
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if pools.are_shut:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        item = future, function, args, kwargs
        touches(self, True, self._SUBMITS)
        passes(item)
        self._work.append(item)
        Current.execution.changed = True
        if len(self._workers) < self._most:
            touches(self, True, self._IDLE)
            if len(self._work) > self._resting:
                self._start_worker(pools)
        return future

    def _start_worker(self, pools):
        worker = Thread(target=self._follow, name=f"{self._prefix}_{len(self._workers)}")
        worker.start()
        self._workers.append(worker)
        touches(pools)
        pools.workers.append((worker, self))

    def map(self, function, *iterables, timeout=None, chunksize=1, buffersize=None):
        futures = [self.submit(function, *each) for each in zip(*iterables)]
        return (future.result(timeout) for future in futures)

    @unstepped
    def shutdown(self, wait=True, *, cancel_futures=False):
        touches(self, True, self._CLOSED)
        self._closed = True
        self._let_end()
        if cancel_futures:
            touches(self, True, self._TAKES)
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
            calls(self._initializer, self._initargs)
            try:
                stepped(self._initializer, *self._initargs)
            except GivenUp:
                raise
            except BaseException as error:
                Current.execution.failed(running(), error, "initializer of a pool")
                self._breaks()
                return
        try:
            while True:
                item = self._next()
                if item is None:
                    return
                self._do(*item)
        except GivenUp:
            raise
        except BaseException as error:
            # A callback has left, and the worker with it.
            Current.execution.failed(running(), error, "worker of a pool")

    def _next(self):
        """An item of work, once there is one; None when there is none left and workers are to end."""
        touches(self, False, self._IDLE)
        self._resting += 1
        wait_for(self, lambda: self._work or self._ends, None, self._taking)
        self._resting -= 1
        if self._work:
            item = self._work.popleft()
            takes_up(item)
            return item
        takes_up(self._ending)
        if not self._closed:
            touches(self, True, self._CLOSED)
            self._closed = True
        return None

    def _taking(self):
        """Those who end can change places with each other, but not with who takes some work."""
        ends = self._ends and not self._work
        return ((self, not ends, self._TAKES),)

    def _let_end(self):
        """Workers end once there is no work left."""
        passes(self._ending)
        self._ends = True
        Current.execution.changed = True

    def _breaks(self):
        touches(self)
        self._broken = _BROKEN
        while self._work:
            self._work.popleft()[0].set_exception(BrokenThreadPool(_BROKEN))

    @staticmethod
    def _do(future, function, args, kwargs):
        touches(future, True, _STARTED)
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


__all__ = [
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "BrokenExecutor", "BrokenThreadPool",
    "CancelledError", "Executor", "Future", "InvalidStateError", "ThreadPoolExecutor", "TimeoutError",
    "as_completed", "wait",
]
