"""Finds the threads that do something: what another one sees of them, or what they print.

Locks, semaphores, barriers and conditions only put in order what others do, and so do starts and
joins; time and random numbers go on whoever asks. None of that is seen as work.
"""

from random import Random
from weakref import ref

from .current import CLOCK, Current
from .gates import Barrier, Semaphore
from .locks import Condition, Lock, RLock
from .futures import Future
from .pools import ThreadPoolExecutor
from .queues import Entry
from .tasks import MAIN
from .threads import Thread

_ORDERING = (Lock, RLock, Condition, Semaphore, Barrier, Thread, ThreadPoolExecutor)
#: The parts of these that their models touch; all others are attributes of classes of the program.
_PARTS = (None, "take", "free", "submits", "takes", "closed", "idle")


class Work:
    """Watches executions, by way of a Trace, and keeps what it finds in all of them."""

    def __init__(self):
        #: The numbers of the threads that did something in some execution.
        self.threads = {MAIN}

    def seen(self, number, thing, part):
        """A task has changed a thing, or what is `unheld` of it, and another one has come to that since."""
        if isinstance(thing, ref):
            thing = thing()
            if thing is None:
                return
        if number not in self.threads and not _only_orders(thing, part):
            self.threads.add(number)

    def gives(self, thing, number):
        """A task has put an item into a queue, or the result of a future is there."""
        if isinstance(thing, (Entry, Future)):
            thing.giver = number

    def takes(self, thing, number):
        """A task has got an item or a result, which another one has put there."""
        if isinstance(thing, Future) and thing.is_empty:
            return
        if isinstance(thing, (Entry, Future)) and thing.giver != number:
            self.threads.add(thing.giver)

    def printed(self, output):
        """What an execution has printed: pairs of a task's number and its text."""
        self.threads.update([number for number, text in output if text])

    @property
    def count(self):
        """How many threads beside the main one."""
        return len(self.threads) - 1


def unheld(thing):
    """What Work.seen() can do with, and that does not hold a thing."""
    if thing is CLOCK or thing is Current.execution.tasks:
        return thing
    try:
        return ref(thing)
    except TypeError:
        # One of Python's own containers, for instance, is nothing that only puts in order.
        return object()


def _only_orders(thing, part):
    if isinstance(thing, _ORDERING):
        return part in _PARTS
    if isinstance(thing, Future):
        return thing.is_empty
    return thing is CLOCK or thing is Current.execution.tasks or isinstance(thing, Random)
