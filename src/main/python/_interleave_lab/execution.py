"""One execution of a program, in which tasks take turns as a schedule says.

Each task is followed by a real thread (a carrier), and exactly one of them runs at any time. Before
each of its steps the running task calls turn(): there it is decided who takes the next step, and if
that is another task, the carriers hand over. Carriers are kept from one execution to the next. What
the main task does when the program's code ends is in ends.py.
"""

from _thread import allocate_lock
from contextvars import Context

from .idling import ASLEEP, without_idlers
from .tasks import DONE, MAIN, READY, WAITING, GivenUp, Task, first_of
from .words import error_words

_MAIN_ALONE = (MAIN,)

#: How long a task that was given up may take to let go of its carrier, in seconds.
_LET_GO = 0.5


class Execution:
    """One run of a program.

    `pick(execution, number)` says which of the tasks in `enabled` takes the next step, where there
    are several; `number` is that of the task that would go on, None when it cannot. It may answer
    None, to end the execution. `most` is how many steps there may be. `draw(of)` says which of so many
    values the running task draws, in the middle of a step, as a number from 0; None as above.
    """

    def __init__(self, carriers, pick, most, draw):
        self.carriers = carriers
        self.pick = pick
        self._draw = draw
        self.most = most
        self.tasks = []
        #: How many of them have not ended.
        self.alive = 0
        self.running = None
        self.enabled = (MAIN,)
        #: Something happened that may let other tasks go on.
        self.changed = True
        self.steps = 0
        self.now = 0.0
        self.output = []
        self.exit = 0
        #: Why it ended: finished, deadlock, or stuck (too many steps, or nobody but loops that wait).
        self.kind = None
        self.given_up = False
        #: A task that was given up goes on all the same: nothing more can be executed.
        self.stubborn = False
        #: Called when it is over, while one can still see what tasks wait for.
        self.last_words = lambda execution: None
        self._over = allocate_lock()
        self._over.acquire()
        #: Whether there are tasks that need not go on until somebody else has; see idling.py.
        self.lazy = False
        #: How often somebody did what others may notice, and how often carriers handed over.
        self.news = self.handovers = 0
        #: How many threads got a name of each kind.
        self.counts = {}
        #: What is called when the main thread ends (see ends.py), and the pools (see pools.py).
        self.hooks, self.exits, self.pools = [], [], None
        #: The main thread has begun to end: from now on hooks come too late.
        self.shutting_down = False
        #: Tasks from this number on were not waited for at the end, see remaining.py.
        self.waited_for = 1
        self.start("main", None)

    # From outside.

    def run(self, main):
        """Runs to the end, whatever that is; `main` is what the first task does, see ends.py."""
        task = self.tasks[MAIN]
        task.carrier = self.carriers.main
        self.running = task
        try:
            # Nothing that was set in the last execution's context is there.
            Context().run(main)
        except GivenUp:
            task.state = DONE
        except BaseException as error:
            self.failed(task, error)
            self._finishes(task)
        else:
            self._finishes(task)
        task.carrier = None
        self._give_up()
        return self

    def _finishes(self, main):
        main.state = DONE
        self.kind = "finished"
        self.ends()

    def ends(self):
        """It is over, and tasks that have not ended are still where they are."""
        self.last_words(self)

    # From tasks.

    def start(self, name, function, daemon=False, thread=None):
        """A new task, which may take its first step from now on. RuntimeError when there is no room."""
        self.carriers.reserve(self.alive)
        self.alive += 1
        task = Task(len(self.tasks), name, function, daemon, thread)
        self.tasks.append(task)
        self.changed = True
        return task

    def turn(self, task, frame, offset):
        """Called by the running task before a step; returns when it may take that."""
        self.steps += 1
        task.frame, task.offset = frame, offset
        if self.changed or self.lazy:
            self._look_up()
        enabled = self.enabled
        number = task.number
        if len(enabled) == 1:
            chosen = enabled[0]
        else:
            chosen = self.pick(self, number) if enabled else self._next()
        if chosen != number or self.steps > self.most:
            self._pass_on(task, chosen)

    def first(self, task, frame, offset):
        """As turn(), for the first step of a task: that was decided when it was chosen to begin."""
        task.fresh = False
        task.frame, task.offset = frame, offset
        self.acts()

    def _look_up(self):
        """Something has changed since the last step."""
        if self.given_up:
            raise GivenUp
        if self.lazy:
            self._wake(ASLEEP)
        if self.changed:
            self._refresh()

    def wait(self, what, ready, seconds=None):
        """The running task waits until `ready()`, or for so many virtual seconds.

        `what` says what it waits for. False when the time was over first.
        """
        task = self.running
        task.fresh = False
        if ready():
            # It will take what it has not waited for, and others may find that gone.
            self.changed = True
            return True
        if seconds is not None and seconds <= 0:
            return False
        if self.given_up:
            raise GivenUp
        task.waits_for, task.ready = what, ready
        task.wakes_at = None if seconds is None else self.now + seconds
        task.state = WAITING
        self._refresh()
        self._pass_on(task, self._next())
        came = ready()
        if not came:
            self.now = max(self.now, task.wakes_at)
        task.state = READY
        task.waits_for = task.ready = task.wakes_at = None
        self.changed = True
        self.acts()
        return came

    def draw(self, of):
        """Which of so many values the running task draws."""
        if self.given_up:
            raise GivenUp
        # What is left of the program, when it is over, decides nothing.
        value = 0 if self.kind else self._draw(of)
        if value is None:
            self._pass_on(self.running, None)
        return value

    def idles(self, task, how):
        """A task lets others go first: it is LOOKING for a change, or ASLEEP."""
        task.lazy = how
        self.lazy = self.changed = True

    def acts(self):
        """The running task is about to do what others may notice, and those that look may find."""
        self.news += 1
        if self.lazy:
            self._wake()

    def write(self, text):
        """The running task prints."""
        if not self.given_up:
            self.output.append((self.running.number, text))

    def here(self):
        """Who runs, and in which line of the program."""
        frame = self.running.frame
        return self.running.number, frame.f_lineno if frame else None

    def failed(self, task, error, where=""):
        """A task meets an exception that nobody catches; `where`, if not in its own code."""
        if not self.given_up:
            task.errors.append(f"{where}: {error_words(error)}" if where else error_words(error))

    def ended(self, carrier, task):
        """A task has taken its last step; called by its carrier."""
        task.state = DONE
        self.alive -= 1
        task.carrier = task.frame = None
        self.changed = True
        self.acts()
        self.carriers.free.append(carrier)
        if self.given_up:
            self._over.release()
        else:
            self._refresh()
            self._pass_on(task, self._next())

    def returns(self, frame):
        """A frame of the program is left by an exception."""

    def cuts_off(self):
        """The program ends, and with it what daemons do."""

    # Who is next.

    def _refresh(self):
        self.changed = self.given_up
        main = self.tasks[MAIN]
        # What nobody else can notice is done at once.
        if main.in_setup and (main.state is READY or main.state is WAITING and main.ready()):
            self.enabled = _MAIN_ALONE
            return
        # Loops, no comprehensions: up to Python 3.11 those are calls, and each is announced.
        enabled = []
        for task in self.tasks:
            state = task.state
            if state is READY or state is WAITING and (task.wakes_at is not None or task.ready()):
                enabled.append(task.number)
        if self.lazy:
            enabled = without_idlers(self.tasks, enabled)
        self.enabled = tuple(enabled)

    def _wake(self, how=None):
        """Those that idle go on, or those only that do it in this way."""
        self.lazy, self.changed = False, True
        for task in self.tasks:
            if how is None or task.lazy is how:
                task.lazy = None
            elif task.lazy:
                self.lazy = True

    def usual(self):
        """Who goes on when the running task does not."""
        return first_of(self.tasks, self.enabled)

    def _next(self):
        """Who goes on when the running task cannot; None when nobody can."""
        enabled = self.enabled
        if not enabled:
            self.kind = "stuck" if self.lazy else "deadlock"
            return None
        return enabled[0] if len(enabled) == 1 else self.pick(self, None)

    def _pass_on(self, task, chosen):
        """Hands over to whoever takes the next step, and returns when `task` may take one."""
        if self.steps > self.most:
            self._end("stuck")
        elif chosen is None:
            self._end(self.kind or "cut")
        elif chosen == task.number and task.state != DONE:
            return
        else:
            self._hand_to(self.tasks[chosen])
        self._pause(task)

    def _pause(self, task):
        if task.state == DONE:
            return
        task.carrier.gate.acquire()
        if self.given_up:
            raise GivenUp

    def _hand_to(self, task):
        self.running = task
        self.handovers += 1
        carrier = task.carrier
        if carrier is None:
            carrier = task.carrier = self.carriers.free.pop()
            carrier.task, carrier.execution = task, self
        carrier.gate.release()

    def _end(self, kind):
        """It is over: the main task lets go, and then of all others."""
        self.kind = kind
        self.ends()
        self.given_up = self.changed = True
        main = self.tasks[MAIN]
        if self.running is main:
            raise GivenUp
        self.running = main
        main.carrier.gate.release()

    def _give_up(self):
        """Lets go of the tasks that have not ended, one after the other."""
        self.given_up = self.changed = True
        for task in self.tasks:
            if task.carrier is not None:
                self.running = task
                task.carrier.gate.release()
                if not self._over.acquire(timeout=_LET_GO):
                    self.stubborn = True
                    return
