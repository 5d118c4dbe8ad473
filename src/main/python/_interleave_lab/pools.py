"""A model of `concurrent.futures`, with the pool of threads."""

from collections import deque
from concurrent.futures import BrokenExecutor, Executor
from concurrent.futures.thread import BrokenThreadPool

from .current import Current, calls, passes, running, takes_up, touches, wait as wait_for
from .futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    Future,
    InvalidStateError,
    TimeoutError,
    as_completed,
    wait,
)
from .stepping import stepped, unstepped
from .tasks import GivenUp
from .threads import Thread, _register_atexit, new_name

_MOST_WORKERS = 32
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
        if not future.set_running_or_notify_cancel():
            return
        calls(function, args)
        try:
            result = stepped(function, *args, **kwargs)
        except GivenUp:
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)


__all__ = [
    "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "BrokenExecutor", "BrokenThreadPool",
    "CancelledError", "Executor", "Future", "InvalidStateError", "ThreadPoolExecutor", "TimeoutError",
    "as_completed", "wait",
]
