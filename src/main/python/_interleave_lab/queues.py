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


#: The ends of a queue: puts are in order with each other, and so are gets, but not the one with the other
#: while there is an item, and room for one.
_PUTS, _GETS = "puts", "gets"
#: How many items are not done: who counts up or down changes places with others who do.
_UNDONE = "undone"


class Queue:
    """First in, first out."""

    kind = "queue"

    #: What a put and a get touch of it.
    _PUT_PART, _GET_PART = _PUTS, _GETS

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._items, self._emptying = self._store(), _Emptying(self)

    @unstepped
    def put(self, item, block=True, timeout=None):
        seconds = _seconds(block, timeout)
        wants = self._wants(self._PUT_PART, self._GET_PART, seconds)
        came = wait(self, lambda: not self._is_full() or self.is_shutdown, seconds, wants)
        touches(self, False, _UNDONE)
        if not came:
            raise Full
        self._check_open()
        entry = Entry(item)
        passes(entry)
        self._put(entry)
        self.unfinished_tasks += 1
        Current.execution.changed = True

    @unstepped
    def get(self, block=True, timeout=None):
        seconds = _seconds(block, timeout)
        wants = self._wants(self._GET_PART, self._PUT_PART, seconds)
        came = wait(self, lambda: self._items or self.is_shutdown, seconds, wants)
        if not came:
            raise Empty
        if not self._items:
            self._check_open()
        entry = self._get()
        takes_up(entry)
        Current.execution.changed = True
        item, entry.item = entry.item, None
        return item

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    @unstepped
    def task_done(self):
        # Whether one more would be too many depends on who was before.
        touches(self, self.unfinished_tasks <= 1, _UNDONE)
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        passes(self._emptying)
        self.unfinished_tasks -= 1
        Current.execution.changed = True

    @unstepped
    def join(self):
        wait(self._emptying, lambda: self.unfinished_tasks == 0, None, lambda: ((self, True, _UNDONE),))
        takes_up(self._emptying)

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
            self.is_shutdown = True
            if immediate:
                self.unfinished_tasks -= len(self._items)
                self._items.clear()
            Current.execution.changed = True

    def __repr__(self):
        return f"<{type(self).__name__} {self._values()!r}>"

    def _values(self):
        return [each.item for each in self._items]

    def _wants(self, its, other, seconds):
        """What is touched at one end. Who does not wait for as long as it takes can find the queue empty
        or full, where the others only come later."""
        mine = self, True, its
        return lambda: (mine,) if seconds is None else (mine, (self, False, other))

    def _check_open(self):
        if self.is_shutdown:
            raise ShutDown

    def _is_full(self):
        return 0 < self.maxsize <= len(self._items)

    def _store(self):
        return deque()

    def _put(self, entry):
        self._items.append(entry)

    def _get(self):
        return self._items.popleft()


class LifoQueue(Queue):
    """Last in, first out."""

    _PUT_PART = _GET_PART = None

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    """Least first."""

    _PUT_PART = _GET_PART = None

    def _store(self):
        return []

    def _put(self, entry):
        calls(heapq.heappush, (self._values(), entry.item))
        stepped(heapq.heappush, self._items, entry)

    def _get(self):
        calls(heapq.heappop, (self._values(),))
        return stepped(heapq.heappop, self._items)


class SimpleQueue(Queue):
    """One without an end to its size, and without task_done()."""

    def __init__(self):
        super().__init__()

    task_done = join = property()


class Entry:
    """An item, and what it stands for: that it was put before it is got."""

    #: `giver` is the number of the task that put it, where somebody asks for that.
    __slots__ = ("item", "giver")

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return self.item < other.item


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
