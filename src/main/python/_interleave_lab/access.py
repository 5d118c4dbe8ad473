"""An access: a look at something that other tasks may touch too, or a change of it."""


class Access:
    """One look at a thing, or change of it.

    `part` tells which of its parts, None stands for all of it. `kind` is variable, attribute or
    item, and `name` how the program writes that; where there is no such name `kind` is None.
    It is `guessed` to be a change where that is only not known to be none.
    """

    __slots__ = ("thing", "part", "writes", "name", "kind", "guessed", "number")

    def __init__(self, thing, part, writes, name="", kind=None, guessed=False):
        self.thing, self.part, self.writes, self.name, self.kind = thing, part, writes, name, kind
        self.guessed = guessed
        #: That of its thing in the execution in which it is found; see trace.py.
        self.number = None


class _Everything:
    """Stands for all that there is."""


class _Unknown:
    """Stands for what code keeps that is not the program's: modules of libraries, files, the system."""


#: The number of everything.
ALL = -1

EVERYTHING = Access(_Everything(), None, True, guessed=True)
EVERYTHING.number = ALL

_UNKNOWN = _Unknown()


def unknown():
    """A change of what is not known."""
    return Access(_UNKNOWN, None, True, guessed=True)

#: A part of a dictionary: which keys there are, and in which order.
KEYS = object()
