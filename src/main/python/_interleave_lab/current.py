"""The execution that is under way: what the models of Python's modules work on."""


class Current:
    """Holds it, and what watches it; one for the whole process."""

    execution = None
    #: Is told what steps touch and what passes between tasks; None when nobody asks.
    watcher = None
    #: The program's `threading`, in which it may have set attributes.
    threading = None


def running():
    return Current.execution.running


def touches(thing, writes=True, part=None):
    """The running task looks at something that others may look at, or changes it."""
    watcher = Current.watcher
    if watcher is not None:
        watcher.touches(thing, writes, part)


def calls(function, arguments):
    """The running task calls a function for the program, which may be none of the program's own."""
    watcher = Current.watcher
    if watcher is not None:
        watcher.calls(function, arguments)


def drew(name, values, index):
    """A call of a function of `random` by the running task gives it one of a few values."""
    watcher = Current.watcher
    if watcher is not None:
        watcher.drew(name, values, index)


def passes(thing):
    """What the running task has done so far is before what a task does that takes this up."""
    watcher = Current.watcher
    if watcher is not None:
        watcher.passes(thing)


def takes_up(thing):
    """What was done before this was passed on is before what the running task does from now on."""
    watcher = Current.watcher
    if watcher is not None:
        watcher.takes_up(thing)


class _Clock:
    """Virtual time: who waits until it is over makes it go on, and others may ask for it."""


CLOCK = _Clock()


def wait(thing, ready, seconds=None, wants=tuple):
    """The running task waits for something; False when the time was over first.

    `wants()` are the arguments of touches(), all three, for what it touches once it goes on. That it has begun to
    wait is noticed by nobody, or else it is for the caller to say what that touches.
    """
    execution = Current.execution
    if Current.watcher is None:
        return execution.wait(thing, ready, seconds)
    if seconds:
        touches(CLOCK, False)
    execution.running.wants = wants
    came = execution.wait(thing, ready, seconds)
    execution.running.wants = tuple
    for each in wants():
        touches(*each)
    if seconds and not came:
        touches(CLOCK)
    return came
