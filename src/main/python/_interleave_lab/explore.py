"""Explores a program: finds what can come of it, and an order of its steps for each of that."""

import time

from .assumptions import assumptions
from .races import Races
from .sampling import Priorities, Walks
from .schedule import Given, written
from .search import Everything, Reduced
from .symmetry import Symmetry
from .trace import Trace
from .work import Work

#: Of a search that tries every order, so many executions are looked at for data races.
_WATCHED = 40

#: Where not all orders can be tried, this part of the time goes to samples, one for so many.
_FOR_SAMPLES = 0.4
_SCHEDULES_PER_SAMPLE = 5

#: Progress is told when so much time is over, in seconds; and of the first executions after each.
_BETWEEN_NEWS = 0.1

#: So long orders are counted that others stand for, in seconds.
_FOR_COUNTING = 0.3
_FIRST_TOLD = 16

#: More kinds of outcome are counted, but not told.
_MOST_OUTCOMES = 100


class Bounds:
    """How far an exploration goes.

    `schedules` executions at most, of `steps` steps each at most, within `seconds`; `preemptions`:
    see search.Everything.
    """

    def __init__(self, schedules=20_000, steps=5_000, seconds=6.0, preemptions=None):
        self.schedules, self.steps, self.seconds = schedules, steps, seconds
        self.preemptions = preemptions


class Exploration:
    """`tell(kind, data)` is called with progress, and with each outcome as it is found."""

    def __init__(self, program, bounds, reduced, tell):
        self._program, self._bounds, self._tell = program, bounds, tell
        self._begun = self._told = time.monotonic()
        #: How many executions there were when that was told last.
        self._told_of = 0
        self._races = Races()
        self._work = Work()
        #: How many orders there are in all, as far as they were counted, and whether these are all.
        self._orders, self._counted = 0, False
        self._trace = Trace(program, self._races, self._work)
        self._symmetry = Symmetry(program.steps.parts)
        #: Threads were taken to be alike of which an outcome says which one it was.
        self._mistaken = False
        self._reduced = reduced and bounds.preemptions is None and self._trace.tells
        #: {key: [outcome, how often, schedule]}
        self._found = {}
        self._schedules = self._samples = 0
        #: The most that there were in one execution.
        self._decisions = 0
        self._longest = 0
        #: How many threads it started when it started fewest.
        self._threads = None
        #: Why not all orders were tried, if so.
        self._why = None
        self._stubborn = False

    def run(self):
        """The end of it, as JSON has it."""
        # A bound on preemptions is not kept by a reduction, so that goes without.
        if self._reduced:
            while self._search(Reduced(self._trace, self._symmetry.alike), lambda _: True):
                self._begin_again()
        else:
            self._search(Everything(self._bounds.preemptions), lambda n: n < _WATCHED)
        if self._why and self._decisions:
            self._sample()
        progress = self._progress()
        if self._reduced and not self._why:
            self._count_all()
        return self._end(progress)

    def _search(self, search, watched):
        """True if it has to begin again."""
        bounds = self._bounds
        until = self._begun + bounds.seconds * (1 - _FOR_SAMPLES)
        while True:
            search.begin()
            self._execute(search, watched(self._schedules))
            if self._stubborn or self._mistaken or not search.advance():
                return self._mistaken
            if self._schedules >= bounds.schedules:
                self._why = f"there are more than {bounds.schedules:,} orders"
                return False
            if time.monotonic() > until:
                self._why = f"there was no more time than {bounds.seconds:g} s"
                return False

    def _begin_again(self):
        """Keeps what was found, and counts anew."""
        self._mistaken, self._schedules = False, 0
        for known in self._found.values():
            known[1] = 0

    def _count_all(self):
        """Counts the orders that those stand for which were tried; and looks whether one of them has an
        outcome that these have not, which would be a mistake of the reduction."""
        search = Everything()
        until = time.monotonic() + _FOR_COUNTING
        while time.monotonic() < until and not self._stubborn:
            search.begin()
            execution = self._program.execute(search, self._bounds.steps)
            self._stubborn = execution.stubborn
            self._orders += 1
            self._find(self._program.outcome(execution), search, "the reduction has left out an outcome")
            if not search.advance():
                self._counted = True
                return

    def _sample(self):
        """Not all could be tried: then some, at random."""
        bounds = self._bounds
        until = self._begun + bounds.seconds
        for seed in range(bounds.schedules // _SCHEDULES_PER_SAMPLE):
            if time.monotonic() > until or self._stubborn:
                break
            sampling = Walks(seed) if seed & 1 else Priorities(seed)
            sampling.begin(self._decisions)
            self._execute(sampling, seed < _WATCHED)
            self._samples += 1

    def _execute(self, strategy, watched):
        self._tell_progress()
        trace = self._trace if watched or isinstance(strategy, Reduced) else None
        if trace is not None and not isinstance(strategy, Reduced):
            trace.begin()
        execution = self._program.execute(strategy, self._bounds.steps, trace)
        if execution.kind == "cut":
            return
        if execution.stubborn:
            self._stubborn = True
            self._why = "a thread of the program does not let go of its last step"
        elif execution.steps > self._bounds.steps and not self._why:
            # What others could have done in the meantime was not tried.
            self._why = f"there are orders of more than {self._bounds.steps:,} steps"
        self._schedules += 1
        self._decisions = max(self._decisions, len(strategy.chosen))
        self._longest = max(self._longest, execution.steps)
        threads = len(execution.tasks) - 1
        self._threads = threads if self._threads is None else min(self._threads, threads)
        if trace is not None:
            self._work.printed(execution.output)
        outcome = self._program.outcome(execution)
        self._mistaken = self._reduced and self._symmetry.is_broken_by(outcome, execution)
        known = self._find(outcome, strategy)
        known[1] += 1
        if len(strategy.chosen) < len(known[2]):
            known[2] = list(strategy.chosen)

    def _find(self, outcome, strategy, why=None):
        """What is known of an outcome; `why` not all was found before, if this is a new one."""
        known = self._found.get(outcome.key)
        if known is None:
            self._why = self._why or why
            known = self._found[outcome.key] = [outcome, 0, list(strategy.chosen)]
            if len(self._found) <= _MOST_OUTCOMES:
                self._tell("outcome", {**outcome.as_json(), "schedule": written(strategy.chosen)})
        return known

    def _tell_progress(self):
        """To be called before each execution, as none may come after it: it may never end."""
        now = time.monotonic()
        if self._schedules > self._told_of and (
            now - self._told > _BETWEEN_NEWS or self._schedules <= _FIRST_TOLD
        ):
            self._told, self._told_of = now, self._schedules
            self._tell("progress", self._progress())

    def _progress(self):
        seconds = max(1e-6, time.monotonic() - self._begun)
        return {"schedules": self._schedules, "perSecond": round(self._schedules / seconds)}

    def _end(self, progress):
        outcomes = []
        for outcome, count, decisions in self._found.values():
            outcomes.append(
                {**outcome.as_json(), "count": count, "schedule": self._shortened(decisions)}
            )
        # Of too many, those stay that no verdict may miss.
        outcomes.sort(key=lambda each: (each["kind"] == "finished", -each["count"]))
        rest = outcomes[_MOST_OUTCOMES:]
        outcomes = sorted(outcomes[:_MOST_OUTCOMES], key=lambda each: -each["count"])
        end = {
            **progress,
            "granularity": "bytecode" if self._program.by_instruction else "line",
            "complete": self._why is None,
            "reduced": self._reduced,
            "apart": self._is_apart(),
            "orders": self._orders,
            "ordersCounted": self._counted,
            "assumptions": assumptions(self._program),
            "samples": self._samples,
            "longest": self._longest,
            "threads": self._threads or 0,
            "working": self._work.count,
            "outcomes": outcomes,
            "races": sorted(self._races.found.values(), key=lambda r: r["accesses"][0]["line"]),
        }
        if self._bounds.preemptions is not None:
            end["preemptions"] = self._bounds.preemptions
        if rest:
            end["more"] = len(rest)
        if self._why:
            end["why"] = self._why
        return end

    def _is_apart(self):
        """Whether one order stands for all, as no two of several threads touch the same thing."""
        several = (self._threads or 0) > 1
        return self._reduced and self._schedules == 1 and several and not self._trace.met

    def _shortened(self, decisions):
        """The schedule without its end that goes as usual anyway."""
        if self._stubborn:
            return written(decisions)
        given = Given(decisions)
        self._program.execute(given, self._bounds.steps)
        return written(given.decisions if given.misfit is None else decisions)
