"""Tries orders of steps: every one, or as few as show all that can happen.

What is drawn in the middle of a step (see randomness.py) is a decision, too: each of the values is tried.
"""

from .dependence import conflict, initials
from .schedule import drawn, value_of


class Everything:
    """Every order, depth first: each execution is one.

    `preemptions` is how often a task may be stopped that could have gone on, None for any number
    (Musuvathi and Qadeer, "Iterative context bounding for systematic testing of multithreaded
    programs", PLDI 2007).
    """

    def __init__(self, preemptions=None):
        self._most = preemptions
        #: Of each decision: who was chosen; who else could have been; how often somebody had been
        #: stopped before it, and who would have gone on.
        self.chosen, self._others, self._stops = [], [], []
        self._at = self._given = 0

    def begin(self):
        """To be called before each execution."""
        self._at, self._given = 0, len(self.chosen)

    def pick(self, execution, number):
        at = self._at
        self._at = at + 1
        if at < self._given:
            return self.chosen[at]
        if number is None or number not in execution.enabled:
            going, number = None, execution.usual()
        else:
            going = number
        self.chosen.append(number)
        self._others.append(execution.enabled)
        if self._most is not None:
            self._note(going)
        return number

    def draw(self, of):
        at = self._at
        self._at = at + 1
        if at < self._given:
            return value_of(self.chosen[at])
        self.chosen.append(drawn(0))
        self._others.append([drawn(value) for value in reversed(range(1, of))])
        if self._most is not None:
            self._note(None)
        return 0

    def advance(self):
        """Goes on to the next order; false when there is none."""
        chosen, others = self.chosen, self._others
        while chosen:
            left = others[-1]
            if type(left) is tuple:
                left = others[-1] = self._allowed(left)
            if left:
                chosen[-1] = left.pop()
                return True
            chosen.pop()
            others.pop()
            if self._most is not None:
                self._stops.pop()
        return False

    def _note(self, going):
        stops = 0
        if self._stops:
            before, was_going = self._stops[-1]
            stops = before + (was_going is not None and self.chosen[-2] != was_going)
        self._stops.append((stops, going))

    def _allowed(self, enabled):
        """Who is to be tried after the first one, the last of them first."""
        last = self.chosen[-1]
        if self._most is not None:
            stops, going = self._stops[-1]
            if going is not None and stops >= self._most:
                return []
        return [n for n in reversed(enabled) if n != last]


class Reduced:
    """As few orders as are needed so that each outcome is seen.

    Of two orders that differ only in the places of steps that touch nothing in common, one is
    enough. Dynamic partial-order reduction: Flanagan and Godefroid, POPL 2005; with the sleep sets
    of Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", 1996; and the
    source sets of Abdulla, Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic
    Partial Order Reduction", JACM 2017.

    `alike(execution)` are tasks of which any may begin in place of the others, see symmetry.py.
    """

    def __init__(self, trace, alike=lambda execution: {}):
        #: Who was chosen at each decision.
        self.chosen = []
        self._nodes = []
        self._trace, self._alike = trace, alike
        self._at = self._given = 0
        #: Who need not go on, and what its step would touch: that order was tried before.
        self._asleep = {}
        trace.reverse, trace.precede = self._reverse, _try_all
        trace.stepped = self._stepped

    def begin(self):
        self._at, self._given = 0, len(self.chosen)
        self._asleep = {}
        self._trace.begin()

    def pick(self, execution, number):
        self._trace.end_step()
        self._trace.number_variables()
        at = self._at
        self._at = at + 1
        if at < self._given:
            node = self._nodes[at]
            self._asleep = dict(node.asleep)
        else:
            alike = self._alike(execution)
            awake = _not_in(self._asleep, execution.enabled, alike)
            if not awake:
                return None
            if number not in awake:
                usual = execution.usual()
                number = usual if usual in awake else awake[0]
            node = _Node(execution.enabled, number, dict(self._asleep), self._trace.known, alike)
            self._nodes.append(node)
            self.chosen.append(number)
        self._trace.decided = node
        return node.chosen

    def draw(self, of):
        at = self._at
        self._at = at + 1
        if at < self._given:
            return value_of(self.chosen[at])
        node = _Draw(of)
        self._nodes.append(node)
        self.chosen.append(node.chosen)
        if self._trace.node is not None:
            self._trace.node.drew = True
        return 0

    def advance(self):
        self._trace.end_step()
        while self._nodes:
            node = self._nodes[-1]
            if node.goes_on():
                self.chosen[-1] = node.chosen
                return True
            self._nodes.pop()
            self.chosen.pop()
        return False

    def _reverse(self, earlier, later, steps):
        """A step and one that came after it are to change places."""
        node = earlier.node
        # What is done once more was looked at before.
        if self._at < self._given or len(node.to_try) == len(node.enabled):
            return
        first = initials(earlier, later, steps)
        if first is None:
            able = [later.task]
        elif first.isdisjoint(node.to_try):
            able = [later.task] if later.task in first else sorted(first)
        else:
            return
        able = [task for task in able if task in node.enabled]
        if able:
            node.to_try.add(able[0])
        else:
            _try_all(node)

    def _stepped(self, node, task, touched):
        if node is not None:
            if node.drew:
                node.touches_too(touched)
            else:
                node.touched = touched
        if self._asleep:
            self._asleep = {
                n: (its, known)
                for n, (its, known) in self._asleep.items()
                if n != task and not conflict(its, touched, known)
            }


def _not_in(asleep, tasks, alike):
    """Those of some tasks that do not sleep, and are not like one that does."""
    if alike:
        kinds = {alike[n] for n in asleep if n in alike}
        return [n for n in tasks if n not in asleep and alike.get(n) not in kinds]
    return [n for n in tasks if n not in asleep]


def _try_all(node):
    node.to_try.update(node.enabled)


class _Node:
    """A decision who goes on."""

    __slots__ = ("enabled", "chosen", "to_try", "asleep", "touched", "known", "alike", "drew")

    def __init__(self, enabled, chosen, asleep, known, alike):
        self.enabled, self.chosen, self.asleep, self.known, self.alike = enabled, chosen, asleep, known, alike
        #: Who is to be tried here, once each, or another one that is alike.
        self.to_try = {chosen}
        #: What the step of the chosen one touched, see trace.py; and how much was known before it.
        self.touched = {}
        #: Whether something was drawn in that step: then it touches other things each time.
        self.drew = False

    def touches_too(self, touched):
        for thing, parts in touched.items():
            known = self.touched.setdefault(thing, {})
            for part, writes in parts.items():
                known[part] = writes or known.get(part, False)

    def goes_on(self):
        """Has the next one chosen; false when there is none. The last one need not go on from now on,
        unless somebody touches what it did, whatever it drew."""
        self.asleep[self.chosen] = self.touched, self.known
        left = _not_in(self.asleep, self.to_try, self.alike)
        if left:
            self.chosen = min(left)
            self.touched, self.drew = {}, False
        return bool(left)


class _Draw:
    """A decision which of so many values is drawn. That is no step, so nobody's can change places with
    it, and nobody goes to sleep."""

    __slots__ = ("_of", "_value")

    def __init__(self, of):
        self._of, self._value = of, 0

    @property
    def chosen(self):
        return drawn(self._value)

    def goes_on(self):
        """Has the next value drawn; false when there is none."""
        self._value += 1
        return self._value < self._of
