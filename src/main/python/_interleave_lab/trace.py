"""What the steps of an execution touch, and which of them could not change places."""

from .access import ALL, EVERYTHING
from .accesses import Accesses, found_by
from .current import Current
from .dependence import Step, conflict, join
from .tasks import MAIN, WAITING
from .watching import Watcher
from .work import unheld


class Trace(Watcher):
    """What one execution after the other touches."""

    def __init__(self, program, races=None, work=None):
        self._program, self.by_instruction = program, program.by_instruction
        self._parts = program.steps.parts
        self._accesses = Accesses(self._parts)
        self._finders = self._accesses.finders
        self._holds_nothing = self._accesses.holds_nothing
        # These hold what was touched.
        self._races, self._work = None if self._holds_nothing else races, work
        #: Called with an earlier step, a later one that could have come before it, and all steps up to that.
        self.reverse = lambda earlier, later, steps: None
        #: Called with the decision of a step before which any other is to be tried.
        self.precede = lambda node: None
        #: Called after each step: with its decision (or None), its task, and what it touched:
        #: {thing: {part: whether it wrote}}.
        self.stepped = lambda node, task, touched: None
        #: Whether two threads beside the main one have touched the same, in some execution.
        self.met = False
        #: The decision for the next step, None when there was nothing to decide.
        self.decided = None
        self.begin()

    def begin(self):
        self.decided = None
        self._node = self._task = None
        self._touched = {}
        self._clocks, self._handed = {}, {}
        #: All steps, in order. Of each thing, of each part: the last write, and the reads since, by task.
        self._steps, self._last = [], {}
        #: What those tasks will touch that wait, once they go on.
        self._wanting = {}
        #: The last step of each task, and the last one that touched everything.
        self._latest, self._total = {}, None
        #: What the call touched that a frame is in, by the id of the frame; and the one that a task
        #: began with, by the negative of its number less one. Code that called the program goes on
        #: with what it does in the step in which the program returns to it.
        self._pending = {}
        self._accesses.begin()
        #: Things are numbered in the order in which they are first touched: up to the same decision
        #: they have the same numbers in each execution. They are kept, so that each stays itself.
        self._numbers, self._things, self._kept = {}, [], []
        self._numbered = False
        if self._races:
            self._races.begin()

    def touches(self, thing, writes, part):
        self._note(self._number_of(thing), writes, part)

    def _number_of(self, thing):
        number = self._numbers.get(id(thing))
        if number is None:
            number = self._numbers[id(thing)] = len(self._numbers)
            self._things.append(unheld(thing) if self._holds_nothing else thing)
        return number

    def _note(self, number, writes, part):
        parts = self._touched.get(number)
        if parts is None:
            self._touched[number] = {part: writes}
        elif writes or part not in parts:
            parts[part] = writes

    def calls(self, function, arguments):
        found = self._accesses.calls.call(function, [*arguments])
        if found:
            # Which of them goes on when the program returns is not told apart.
            key = -1 - self._task
            self._pend(key, [*self._pending.get(key, ()), *found])
        self._touch(found)

    def returns(self, frame):
        """A frame of the program is left: whoever called it goes on."""
        self._pending.pop(id(frame), None)
        self._touch(self._pending_of(frame.f_back))

    def resumes(self, frame):
        """A model that a frame of the program called has waited, and goes on."""
        self._touch(self._pending_of(frame))

    def _pend(self, key, found):
        self._pending[key] = (EVERYTHING,) if found and self._holds_nothing else found

    def _pending_of(self, frame):
        while frame is not None:
            if frame.f_code in self._parts:
                return self._pending.get(id(frame), ())
            frame = frame.f_back
        return self._pending.get(-1 - self._task, ())

    def _note_meeting(self, task, others):
        if not self.met and task != MAIN:
            self.met = any(other not in (MAIN, task) for other in others)

    def _touch(self, accesses):
        for access in accesses:
            number = access.number
            if number is None:
                number = access.number = self._number_of(access.thing)
            self._note(number, access.writes, access.part)

    def passes(self, thing):
        self._kept.append(thing)
        if self._work:
            self._work.gives(thing, self._task)
        known = self._handed.setdefault(id(thing), {})
        join(known, self._clocks[self._task])
        if self._races:
            self._races.passes(thing)

    def takes_up(self, thing):
        known = self._handed.get(id(thing))
        if known:
            if self._work:
                self._work.takes(thing, self._task)
            self._note_meeting(self._task, known)
            join(self._clocks[self._task], known)
        if self._races:
            self._races.takes_up(thing)

    def begin_step(self, task):
        """The next step is of this task."""
        self.end_step()
        number = task.number
        self._task, self._node, self.decided = number, self.decided, None
        self._wanting.pop(number, None)
        clock = self._clocks.setdefault(number, {})
        self._before = dict(clock)
        clock[number] = clock.get(number, 0) + 1
        if self._races:
            self._races.task(task)

    def instruction(self, frame, offset):
        if frame is None:
            return
        known = self._finders[frame.f_code].get(offset)
        if known is None:
            return
        find, leaves = known
        if find is not None:
            found = found_by(find, frame)
            if found or id(frame) in self._pending:
                self._pend(id(frame), found)
            self._touch(found)
            if self._races:
                for access in found:
                    if access.kind is not None:
                        self._races.access(access, frame)
        if leaves:
            self.returns(frame)

    @property
    def node(self):
        """The decision of the step that is being taken; None where there was nothing to decide."""
        return self._node

    @property
    def known(self):
        """How many things are known again by their numbers in an execution that is alike so far."""
        return 0 if self._holds_nothing else len(self._numbers)

    def number_variables(self):
        """To be called at each choice: what there is at the first one is the same in each execution."""
        if not self._numbered:
            self._numbered = True
            for thing in self._accesses.reach.from_variables(self._program.globals):
                self._number_of(thing)

    @property
    def tells(self):
        """Whether what steps touch can be told; if not, no order stands for another."""
        return self._accesses.tell

    def cuts_off(self):
        """This step ends what all others do, so none of theirs can change places with it."""
        self._touched[ALL] = {None: True}
        if self._node is not None:
            self.precede(self._node)

    def ends(self, execution):
        # As long as one can see who waits.
        self.end_step()

    def end_step(self):
        """Finds the earlier steps that this one could have come before."""
        if self._task is None:
            return
        task, touched = self._task, self._touched
        step = Step(task, self._clocks[task], self._node, len(self._steps))
        for earlier in self._could_precede(step, touched, self._before):
            self.reverse(earlier, step, self._steps)
        if ALL in touched:
            self._total = step
        for thing, parts in touched.items():
            if thing != ALL:
                last = self._last.setdefault(thing, {})
                for part, writes in parts.items():
                    write, reads = last.get(part) or (None, {})
                    if writes:
                        last[part] = (step, {})
                    else:
                        reads[task] = step
                        last[part] = (write, reads)
        self._latest[task] = step
        self._steps.append(step)
        # What was remembered is this step's own; the task's clock goes on.
        self._clocks[task] = dict(step.clock)
        self._touched, self._task = {}, None
        self._block(step, touched)
        self.stepped(self._node, task, touched)

    def _block(self, step, touched):
        """The task of a step may wait by now, and others do. They would go on in another order, and what
        they want is compared with each step: where they go on at last, others may have come between."""
        task = Current.execution.tasks[step.task]
        for number, wants in self._wanting.items():
            if step.node is not None and number in step.node.enabled and conflict(wants, touched):
                self.reverse(step, self._next_step(number), self._steps)
        if task.state is WAITING and task.wants is not tuple:
            wants = {}
            for thing, writes, part in task.wants():
                wants.setdefault(self._number_of(thing), {})[part] = writes
            if wants:
                self._wanting[step.task] = wants
                later = self._next_step(step.task)
                for earlier in self._could_precede(later, wants, self._clocks[step.task]):
                    if step.task in earlier.node.enabled:
                        self.reverse(earlier, later, self._steps)

    def _next_step(self, number):
        clock = dict(self._clocks[number])
        clock[number] += 1
        return Step(number, clock, None, len(self._steps))

    def _could_precede(self, step, touched, before):
        """Notes what is before a step, and answers with those steps that it could precede: not those that
        are in `before`, the clock of its task."""
        races = []
        if self._total is not None:
            self._meet((self._total, {}), False, step, before, races)
        if ALL in touched:
            self._meet((None, self._latest), True, step, before, races)
        for thing, parts in touched.items():
            last = self._last.get(thing)
            if not last:
                continue
            for part, writes in parts.items():
                for other in list(last) if part is None else (part, None):
                    if other in last:
                        self._meet(last[other], writes, step, before, races)
                        write = last[other][0]
                        if write and write.task != step.task and self._work:
                            self._work.seen(write.task, self._things[thing], other)
        return races

    def _meet(self, entry, writes, step, before, races):
        write, reads = entry
        for earlier in ([write] if write else []) + (list(reads.values()) if writes else []):
            if earlier.task != step.task:
                self._note_meeting(step.task, (earlier.task,))
                if earlier.index > before.get(earlier.task, 0) and earlier.node is not None:
                    races.append(earlier)
                join(step.clock, earlier.clock)
