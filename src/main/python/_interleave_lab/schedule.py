"""Schedules as text: who takes the next step, wherever there is a choice, and what is drawn.

A schedule is written as its decisions, in runs: "1.3-2-1.2" is task 1 three times, task 2 once and
task 1 twice. "r2" is that the third of a few random values is drawn. After the last decision whoever
runs goes on, and when it cannot, the first that can; and the first value is drawn.

As a decision stands the number of a task, or the text of a value.
"""

import re

_RUN = r"(?:\d{1,3}|r\d)(?:\.\d{1,5})?"
_FORM = re.compile(rf"(?:{_RUN}(?:-{_RUN})*)?")
_MOST = 100_000
LONGEST = 4000


class Misfit(Exception):
    """A schedule is not one of this program."""


def drawn(value):
    """The decision that a value is drawn, told by its place among those that could be."""
    return f"r{value}"


def value_of(decision):
    return int(decision[1:])


def written(decisions):
    """The text of a list of decisions."""
    runs = []
    for number in decisions:
        if runs and runs[-1][0] == number:
            runs[-1][1] += 1
        else:
            runs.append([number, 1])
    return "-".join(f"{n}.{times}" if times > 1 else str(n) for n, times in runs)


def read(text):
    """The decisions of a schedule. Raises Misfit when the text is none."""
    if len(text) > LONGEST or not _FORM.fullmatch(text):
        raise Misfit("This is not a schedule.")
    decisions = []
    for run in text.split("-") if text else []:
        what, _, times = run.partition(".")
        decisions += [int(what) if what.isdecimal() else what] * min(int(times or 1), _MOST)
        if len(decisions) > _MOST:
            raise Misfit("This schedule is too long.")
    return decisions


class Given:
    """Picks as a schedule says, and then as usual. Keeps what was picked, and what could have been."""

    def __init__(self, decisions):
        self._given = decisions
        self.chosen, self.usual = [], []
        #: Set to the place of the first decision that cannot be followed: somebody cannot go on, or there
        #: is no such value to be drawn, or the one is decided where the other has to be.
        self.misfit = None

    def pick(self, execution, number):
        usual = number if number is not None and number in execution.enabled else execution.usual()
        at = len(self.chosen)
        chosen = self._given[at] if at < len(self._given) else usual
        if chosen not in execution.enabled:
            self.misfit = at
            return None
        self.chosen.append(chosen)
        self.usual.append(usual)
        return chosen

    def draw(self, of):
        at, usual = len(self.chosen), drawn(0)
        chosen = self._given[at] if at < len(self._given) else usual
        if type(chosen) is int or value_of(chosen) >= of:
            self.misfit = at
            return None
        self.chosen.append(chosen)
        self.usual.append(usual)
        return value_of(chosen)

    @property
    def decisions(self):
        """The schedule without its end that is as usual."""
        return shortest(self.chosen, self.usual)


def shortest(chosen, usual):
    """Decisions without those at the end that would be taken anyway."""
    end = len(chosen)
    while end and chosen[end - 1] == usual[end - 1]:
        end -= 1
    return chosen[:end]
