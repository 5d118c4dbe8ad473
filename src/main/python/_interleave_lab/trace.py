"""What the steps of an execution touch, and which of them could not change places.

Steps are compared by vector clocks (Mattern, "Virtual Time and Global States of Distributed
Systems", 1988): a step knows how many steps of each other task are before it in every order that
does not change what happens.
"""

from .access import ALL, EVERYTHING
from .accesses import Accesses, found_by
from .tasks import MAIN
from .watching import Watcher


class Trace(Watcher):
    """What one execution after the other touches."""

    def __init__(self, program, races=None, work=None):
        self._program, self.by_instruction = program, program.by_instruction
        self._parts = program.steps.parts
        self._accesses = Accesses(self._parts)
        self._finders = self._accesses.finders
        self._holds_nothing = self._accesses.holds_nothing
        # These hold what was touched.
        self._races, self._work = (None, None) if self._holds_nothing else (races, work)
        #: Called with the decision of an earlier step, and with a task of which a later step could
        #: have come before it.
        self.reverse = lambda node, task: None
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
        #: Of each thing, of each part: the last write, and the reads since, by task.
        self._last = {}
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
            if not self._holds_nothing:
                self._things.append(thing)
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

    def _notes_meeting(self, *others):
        if not self.met and self._task != MAIN:
            self.met = any(other not in (MAIN, self._task) for other in others)

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
        _join(known, self._clocks[self._task])
        if self._races:
            self._races.passes(thing)

    def takes_up(self, thing):
        known = self._handed.get(id(thing))
        if known:
            if self._work:
                self._work.takes(thing, self._task)
            self._notes_meeting(*known)
            _join(self._clocks[self._task], known)
        if self._races:
            self._races.takes_up(thing)

    def begin_step(self, task):
        """The next step is of this task."""
        self.end_step()
        number = task.number
        self._task, self._node, self.decided = number, self.decided, None
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
            for number in self._node.enabled:
                self.reverse(self._node, number)

    def end_step(self):
        """Finds the earlier steps that this one could have come before."""
        if self._task is None:
            return
        task, touched = self._task, self._touched
        clock = self._clocks[task]
        mine = (task, clock[task], self._node, clock)
        if self._total is not None:
            self._meet((self._total, {}), False, task, clock)
        if ALL in touched:
            self._meet((None, self._latest), True, task, clock)
            self._total = mine
        for thing, parts in touched.items():
            if thing == ALL:
                continue
            last = self._last.setdefault(thing, {})
            for part, writes in parts.items():
                for other in list(last) if part is None else (part, None):
                    if other in last:
                        self._meet(last[other], writes, task, clock)
                        write = last[other][0]
                        if write and write[0] != task and self._work:
                            self._work.seen(write[0], self._things[thing], other)
            for part, writes in parts.items():
                write, reads = last.get(part) or (None, {})
                if writes:
                    last[part] = (mine, {})
                else:
                    reads[task] = mine
                    last[part] = (write, reads)
        self._latest[task] = mine
        # What was remembered is this step's own; the task's clock goes on.
        self._clocks[task] = dict(clock)
        self._touched, self._task = {}, None
        self.stepped(self._node, task, touched)

    def _meet(self, entry, writes, task, clock):
        write, reads = entry
        for step in ([write] if write else []) + (list(reads.values()) if writes else []):
            other, index, node, its_clock = step
            if other == task:
                continue
            self._notes_meeting(other)
            if index > self._before.get(other, 0) and node is not None:
                self.reverse(node, task)
            _join(clock, its_clock)


def conflict(one, other, known):
    """Whether two steps touch the same, and one of them changes it.

    They may be of two executions that are alike only as far as `known` things were touched: any
    other thing of the one may be any other thing of the other.
    """
    if ALL in one or ALL in other:
        return True
    for thing, parts in one.items():
        if thing < known:
            if _meet(parts, other.get(thing, {})):
                return True
        elif any(_meet(parts, others, True) for its, others in other.items() if its >= known):
            return True
    return False


def _meet(parts, others, any_part=False):
    return any(
        (writes or it_writes) and (any_part or part == its or part is None or its is None)
        for part, writes in parts.items()
        for its, it_writes in others.items()
    )


def _join(clock, other):
    for task, count in other.items():
        if count > clock.get(task, 0):
            clock[task] = count
