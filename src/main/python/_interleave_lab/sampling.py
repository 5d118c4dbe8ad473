"""Tries some orders of a program that has too many to try them all. Values are drawn by lot."""

import random

from .schedule import drawn


class _Lots:
    """Draws each value with the same chance."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self.chosen = []

    def draw(self, of):
        value = self._random.randrange(of)
        self.chosen.append(drawn(value))
        return value


class Walks(_Lots):
    """At each decision anybody, with the same chance."""

    def begin(self, _steps):
        self.chosen = []

    def pick(self, execution, number):
        chosen = self._random.choice(execution.enabled)
        self.chosen.append(chosen)
        return chosen


class Priorities(_Lots):
    """Probabilistic concurrency testing: who is most urgent goes on, and at a few places, drawn by
    lot, the one that runs becomes the least urgent.

    A bug that takes `depth` steps in a certain order is found with a chance of at least
    1 / (n * k ** (depth - 1)), for n tasks and k steps: Burckhardt, Kothari, Musuvathi and
    Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010.
    """

    def __init__(self, seed, depth=3):
        super().__init__(seed)
        self._depth = depth

    def begin(self, steps):
        """Before an execution, of which about so many decisions are expected."""
        self.chosen = []
        self._urgency = {}
        self._lowest = 0
        self._changes = {self._random.randrange(max(1, steps)) for _ in range(self._depth - 1)}

    def pick(self, execution, number):
        for each in execution.enabled:
            if each not in self._urgency:
                self._urgency[each] = 1 + self._random.random()
        if len(self.chosen) in self._changes and number is not None:
            self._lowest -= 1
            self._urgency[number] = self._lowest
        chosen = max(execution.enabled, key=self._urgency.__getitem__)
        self.chosen.append(chosen)
        return chosen
