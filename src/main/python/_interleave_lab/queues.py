"""A model of `queue`."""

import heapq
from _queue import Empty
from collections import deque
from queue import Full

from .current import Current, calls, passes, takes_up, touches, wait
from .stepping import stepped, unstepped

try:
    from queue import ShutDown
except ImportError:  # Before Python 3.13 queues cannot be shut down.
    ShutDown = None


class Queue:
    """First in, first out."""

    kind = "queue"

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._items = self._store()

    @unstepped
    def put(self, item, block=True, timeout=None):
        touches(self)
        self._check_open()
        came = wait(self, lambda: not self._is_full() or self.is_shutdown, _seconds(block, timeout))
        touches(self)
        if not came:
            raise Full
        self._check_open()
        passes(self)
        self._put(item)
        self.unfinished_tasks += 1
        Current.execution.changed = True

    @unstepped
    def get(self, block=True, timeout=None):
        touches(self)
        came = wait(self, lambda: self._items or self.is_shutdown, _seconds(block, timeout))
        touches(self)
        if not came:
            raise Empty
        if not self._items:
            self._check_open()
        takes_up(self)
        passes(self)
        item = self._get()
        Current.execution.changed = True
        return item

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    @unstepped
    def task_done(self):
        touches(self)
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        passes(self)
        self.unfinished_tasks -= 1
        Current.execution.changed = True

    @unstepped
    def join(self):
        touches(self)
        wait(_Emptying(self), lambda: self.unfinished_tasks == 0)
        touches(self)
        takes_up(self)

    def qsize(self):
        touches(self, False)
        return len(self._items)

    def empty(self):
        touches(self, False)
        return not self._items

    def full(self):
        touches(self, False)
        return self._is_full()

    if ShutDown is not None:

        def shutdown(self, immediate=False):
            touches(self)
            passes(self)
            self.is_shutdown = True
            if immediate:
                self.unfinished_tasks -= len(self._items)
                self._items.clear()
            Current.execution.changed = True

    def __repr__(self):
        return f"<{type(self).__name__} {list(self._items)!r}>"

    def _check_open(self):
        if self.is_shutdown:
            raise ShutDown

    def _is_full(self):
        return 0 < self.maxsize <= len(self._items)

    def _store(self):
        return deque()

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.popleft()


class LifoQueue(Queue):
    """Last in, first out."""

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    """Least first."""

    def _store(self):
        return []

    def _put(self, item):
        calls(heapq.heappush, (self._items, item))
        stepped(heapq.heappush, self._items, item)

    def _get(self):
        calls(heapq.heappop, (self._items,))
        return stepped(heapq.heappop, self._items)


class SimpleQueue(Queue):
    """One without an end to its size, and without task_done()."""

    def __init__(self):
        super().__init__()

    task_done = join = property()


class _Emptying:
    """That all items of a queue are done."""

    kind = "queue"

    def __init__(self, queue):
        self.on = queue


def _seconds(block, timeout):
    if not block:
        return 0
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return timeout


__all__ = ["Empty", "Full", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"] + (
    ["ShutDown"] if ShutDown else []
)
