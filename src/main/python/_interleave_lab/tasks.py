"""Tasks, and the real threads that follow them."""

from _thread import allocate_lock, stack_size, start_new_thread
from sys import exc_info

#: States of a task. A task that waits names what it waits for, in `waits_for`.
READY, WAITING, DONE = "ready", "waiting", "done"

#: Bytes of a carrier's stack. Eight megabytes, as is usual, would not leave room for many.
_STACK = 2 << 20

#: The number of the main task.
MAIN = 0


class _End:
    """That all threads but daemons have ended, which the main task waits for."""

    kind = "end"


END = _End()


class GivenUp(BaseException):
    """Ends the code of a task that will take no more steps."""


class Task:
    """A thread of the program."""

    __slots__ = (
        "number", "name", "daemon", "function", "carrier", "state", "waits_for", "ready", "wakes_at",
        "in_setup", "lazy", "errors", "locals", "frame", "offset", "thread", "fresh", "round", "left", "wants",
    )

    def __init__(self, number, name, function, daemon=False, thread=None):
        self.number, self.name, self.function, self.daemon = number, name, function, daemon
        self.thread = thread
        self.carrier = None
        self.state = READY
        #: While it waits: what for, a function that says whether that is there, and the virtual time
        #: at which it gives up waiting (None: never).
        self.waits_for = self.ready = self.wakes_at = None
        #: Whether it is in statements that no other task can notice (see setup.py).
        self.in_setup = False
        #: LOOKING or ASLEEP while it need not go on until somebody else has; see idling.py.
        self.lazy = None
        #: Exceptions of it that nobody caught, in words.
        self.errors = []
        #: Its values of each threading.local().
        self.locals = {}
        #: Where it is: the innermost frame of the program, and the instruction that comes next.
        self.frame = self.offset = None
        #: What it touches when it goes on, see current.wait().
        self.wants = tuple
        #: It has done nothing yet: its first step is decided when it is chosen to begin.
        self.fresh = True
        #: Where it was when it last came by a place that loops come by: see idling.py.
        self.round = None
        #: Nobody who joins it has to wait: of the main task, that it has left the program's code.
        self.left = False


def first_of(tasks, enabled):
    """The first of some tasks that need not wait any longer, or else the one whose time comes first."""
    first, soonest = None, None
    for number in enabled:
        task = tasks[number]
        if task.state is READY or task.ready():
            return number
        if first is None or task.wakes_at < soonest:
            first, soonest = number, task.wakes_at
    return first


class _Gate:
    """Where a real thread waits for its turn."""

    __slots__ = ("gate",)

    def __init__(self):
        self.gate = allocate_lock()
        self.gate.acquire()


class Carrier(_Gate):
    """A real thread that follows one task after the other."""

    __slots__ = ("task", "execution")

    def __init__(self):
        super().__init__()
        self.task = self.execution = None
        start_new_thread(self._follow, ())

    def _follow(self):
        while True:
            self.gate.acquire()
            task, execution = self.task, self.execution
            try:
                task.function()
            except GivenUp:
                pass
            except BaseException:
                execution.failed(task, exc_info()[1])
            execution.ended(self, task)


class Carriers:
    """Those that are free. The main task is followed by the thread that asked for the execution."""

    def __init__(self):
        stack_size(_STACK)
        self.main = _Gate()
        self.free = []
        self._made = 0

    def reserve(self, most):
        """Sees to it that there are so many, free or not. RuntimeError when there is no room."""
        while self._made < most:
            self.free.append(Carrier())
            self._made += 1
