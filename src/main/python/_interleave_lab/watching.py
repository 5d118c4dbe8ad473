"""An execution that tells somebody what happens in it."""

from .current import Current
from .execution import Execution


class Watcher:
    """Is told what happens. What the models of Python's modules tell it is in current.py."""

    by_instruction = True

    def begin_step(self, task):
        """The next step is of this task, which has been chosen and has done nothing of it yet."""

    def placed(self, task):
        """The step that this task has begun is its first in the program: by now it stands there."""

    def instruction(self, frame, offset):
        """An instruction of the step comes next."""

    def cuts_off(self):
        """This step ends what all others do."""

    def ends(self, execution):
        """It is over, and tasks that have not ended are still where they are."""

    def touches(self, thing, writes, part):
        """The step looks at a thing, or at a part of it, or changes that."""

    def calls(self, function, arguments):
        """The step calls a function, which may be none of the program's own."""

    def drew(self, name, values, index):
        """The step draws one of a few values, by a function of `random`."""

    def returns(self, frame):
        """The step leaves a frame of the program, for a while or for good, and its caller goes on."""

    def resumes(self, frame):
        """The step goes on in a model that has waited, and in what called it from this frame."""

    def passes(self, thing):
        """What the task has done so far is before what a task does that takes this up."""

    def takes_up(self, thing):
        """What was done before this was passed on is before what the task does from now on."""


class WatchedExecution(Execution):
    """One whose steps are told to a watcher."""

    def __init__(self, carriers, pick, most, draw, watcher):
        self._watcher = watcher
        #: Whether a task was chosen, and so has begun its step, while it called turn() or wait().
        self._begun = False
        super().__init__(carriers, pick, most, draw)

    def run(self, main):
        self._watcher.begin_step(self.tasks[0])
        return super().run(main)

    def ends(self):
        super().ends()
        self._watcher.ends(self)
        # What tasks still do as they let go is no part of it.
        Current.watcher = None

    def turn(self, task, frame, offset):
        super().turn(task, frame, offset)
        if not self._begun:
            self._watcher.begin_step(task)
        self._begun = False
        self._instruction(frame, offset)

    def first(self, task, frame, offset):
        super().first(task, frame, offset)
        self._begun = False
        self._watcher.placed(task)
        self._instruction(frame, offset)

    def _instruction(self, frame, offset):
        if self._watcher.by_instruction:
            self._watcher.instruction(frame, offset)

    def cuts_off(self):
        self._watcher.cuts_off()

    def touch(self, frame, offset):
        """An instruction that is not a step of its own."""
        # Generators that an execution leaves behind are closed when it is forgotten.
        if not self.given_up:
            self._watcher.instruction(frame, offset)

    def wait(self, what, ready, seconds=None):
        task = self.running
        frame = task.frame
        came = super().wait(what, ready, seconds)
        self._begun = False
        if not task.in_setup:
            # There only models are called, which tell themselves what they touch.
            self._watcher.resumes(frame)
        return came

    def returns(self, frame):
        """A frame of the program is left by an exception."""
        if not self.given_up:
            self._watcher.returns(frame)

    def _pass_on(self, task, chosen):
        if chosen == task.number and self.steps <= self.most:
            self._begin(task)
        super()._pass_on(task, chosen)

    def _hand_to(self, task):
        self._begin(task)
        super()._hand_to(task)

    def _begin(self, task):
        self._watcher.begin_step(task)
        self._begun = True
