"""The model of `random`, and of what else gives values that nobody can foretell.

Which one of a few values the program draws is decided by the schedule, as is who goes on. Of all other
values a program that has not called seed() knows nothing; so each task has them from a generator of its
own, the same in each execution, and no task's values tell of another one. After seed() the program's one
generator gives all of them, and there is nothing to decide.
"""

import os
import random
import sys
import types
from functools import partial

from .current import Current, drew, touches
from .words import PROGRAM

_SEED = 2026

#: So many values are few; and so many combinations of them a task may draw, before its values are fixed.
_FEW = 6
_MOST_COMBINATIONS = 64

#: The least and the greatest that random() gives: of any two numbers between them one comparison holds
#: for the one, and one for the other.
_ENDS = 0.0, 1 - 2**-53

_SEQUENCES = (list, tuple, str, range)

#: The part of the program's generator that tells whether seed() was called.
_SEEDED = "seeded"


def _numbers(start, stop=None, step=1):
    return range(start) if stop is None else range(start, stop, step)


#: What is drawn from by calls that may draw from few; none where that is not known.
_FROM = {
    "choice": lambda seq: seq if type(seq) in _SEQUENCES else (),
    "randint": lambda a, b: range(a, b + 1),
    "randrange": _numbers,
    "getrandbits": lambda k: range(1 << k) if 0 < k < _FEW else (),
}


class Randomness:
    """Gives a program its random values, in one execution after the other."""

    def __init__(self, uses):
        #: See draws.py.
        self._uses = uses
        #: Whether in some execution values were held fixed; and whether some were decided.
        self.held = self.decided = False
        self._program = random.Random(_SEED)
        self._used = self._seeded = False
        #: {number of a task: its generator}, and {number: how many combinations it drew from}.
        self._own, self._combinations = {}, {}
        self.module = self._module()
        self._system = os.urandom
        os.urandom = random._urandom = self._bytes

    def reset(self):
        """As at a program's start."""
        self._own.clear()
        self._combinations.clear()
        if self._used:
            self._program.seed(_SEED)
            self._used = self._seeded = False

    def _module(self):
        module = types.ModuleType("random")
        for name in random.__all__:
            setattr(module, name, _function(name, partial(self._value, name)))
        for method in (self._seed, self._getstate, self._setstate):
            name = method.__name__[1:]
            setattr(module, name, _function(name, method))
        module.__all__ = list(random.__all__)
        module.Random, module.SystemRandom = _classes(self)
        return module

    def _value(self, name, *arguments, **named):
        if name == "shuffle" and arguments:
            touches(arguments[0])
        if self._seeded:
            touches(self._program)
            return getattr(self._program, name)(*arguments, **named)
        touches(self._program, False, _SEEDED)
        return self._unseeded(name, arguments, named, sys._getframe(2))

    def _unseeded(self, name, arguments, named, frame):
        place = self._place(frame)
        values = self._few(name, arguments, named, place)
        if values and place not in self._uses.slept:
            number = Current.execution.running.number
            combinations = self._combinations.get(number, 1) * len(values)
            if combinations <= _MOST_COMBINATIONS:
                self._combinations[number] = combinations
                return self._drawn(name, values)
        value = getattr(self.own(), name)(*arguments, **named)
        # How long something sleeps shows only in the time.
        self.held = self.held or place not in self._uses.slept
        return value

    def _drawn(self, name, values):
        if len(values) == 1:
            return values[0]
        self.decided = True
        index = Current.execution.draw(len(values))
        drew(name, values, index)
        return values[index]

    def _few(self, name, arguments, named, place):
        """The values of which it draws one, where these are known and few."""
        if name == "random":
            return _ENDS if place in self._uses.compared else ()
        try:
            values = _FROM[name](*arguments, **named)
            return values if len(values) <= _FEW else ()
        except (KeyError, TypeError, ValueError, OverflowError):
            # There are none to draw from, or it is up to the call to say what is wrong.
            return ()

    def _place(self, frame):
        """Where the program calls; None for calls that are none of its own."""
        return self._uses.place(frame) if frame.f_code.co_filename == PROGRAM else None

    def own(self):
        """The generator of the task that runs."""
        number = Current.execution.running.number
        generator = self._own.get(number)
        if generator is None:
            generator = self._own[number] = random.Random(f"{_SEED} {number}")
        return generator

    def _bytes(self, size):
        """os.urandom(), also for the modules that are made of it."""
        if Current.execution is None:
            return self._system(size)
        self.held = True
        return self.own().randbytes(size)

    # The state of the program's generator.

    def _seed(self, a=None, version=2):
        touches(self._program)
        self._seeded = a is not None
        if self._seeded:
            self._used = True
            self._program.seed(a, version)

    def _getstate(self):
        # Whoever asks for it may go back to it: then what comes after it has to come again.
        touches(self._program)
        self.held = self.held or not self._seeded
        self._used = self._seeded = True
        return self._program.getstate()

    def _setstate(self, state):
        touches(self._program)
        self._program.setstate(state)
        self._used = self._seeded = True


def _function(name, method):
    """It looks at what it is given; see calls.py."""

    def call(*arguments, **named):
        return method(*arguments, **named)

    call.__name__ = call.__qualname__ = name
    return call


def _classes(randomness):
    """Generators that the program may make: without a seed they get one that is the same each time."""

    class Random(random.Random):
        def seed(self, a=None, version=2):
            touches(self)
            if a is None:
                randomness.held = True
                a = randomness.own().getrandbits(64)
            super().seed(a, version)

    class SystemRandom(Random):
        def seed(self, *arguments, **named):
            super().seed()

        def getstate(self, *arguments, **named):
            raise NotImplementedError("System entropy source does not have state.")

        setstate = getstate

    for each in (Random, SystemRandom):
        each.__module__, each.__qualname__ = "random", each.__name__
    return Random, SystemRandom
